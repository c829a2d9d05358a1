"""Rows of text as columns that line up."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def aligned(rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> str:
    """One line for each row; the columns in `right` (from 0) end at the same place, the others begin there."""
    widths = [max((len(row[index]) for row in rows), default=0) for index in range(max(map(len, rows), default=0))]
    lines = ("  ".join(cell.rjust(width) if index in right else cell.ljust(width) for index, (cell, width) in enumerate(zip(row, widths, strict=False))) for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)
