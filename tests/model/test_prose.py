"""Where code stands in a text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.model.prose import without_code

pieces = st.lists(st.sampled_from(["`", "``", "```", "~~~", "\\", "\n", "\n\n", "    ", "<b>", "text", "[a](b)", " "]), max_size=20).map("".join)


@given(pieces | st.text())
def test_every_place_stays_where_it_was(text: str) -> None:
    blanked = without_code(text)

    assert len(blanked) == len(text)
    assert [place for place, sign in enumerate(blanked) if sign == "\n"] == [place for place, sign in enumerate(text) if sign == "\n"]
    assert all(after in (before, " ") for before, after in zip(text, blanked, strict=True))


@pytest.mark.parametrize(
    "code", ["`<b>`", "``a ` <b>``", "```\n<b>\n```", "~~~ html\n<b>\n~~~", "   ```\n<b>\n```", "```\n<b>", "\\<b>"],
)
def test_what_stands_in_code_is_blanked_out(code: str) -> None:
    assert "<" not in without_code(f"Before\n\n{code}\n\nAfter")


@pytest.mark.parametrize("prose", ["<b>", "a ` <b>", "`a`\n<b>", "```\nx\n```\n<b>", "a `\n\n<b> `"])
def test_what_stands_outside_code_stays(prose: str) -> None:
    assert "<b>" in without_code(prose)


def test_backticks_in_runs_of_every_length_take_no_time_worth_mentioning() -> None:
    text = "".join("`" * length + "a" for length in range(1, 900))
    started = time.process_time()

    assert len(without_code(text)) == len(text)
    assert time.process_time() - started < 4, "seconds; looking for the end of each run takes many"
