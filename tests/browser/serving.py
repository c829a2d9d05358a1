"""Sites of bases on a port of their own, while a test looks at them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.serving import serving
from tremplin.build import build
from tremplin.cache import Cache
from tremplin.load.site import read_site


@contextmanager
def built(base: Path) -> Iterator[str]:
    """The address of the site of a base, built anew."""
    found, faults = read_site(base / "mkdocs.yml")
    assert found is not None, faults
    result = build(found, Cache(None))
    assert result.is_published, [one for one in result.diagnostics if one.is_fault]
    with serving(found.site_dir) as address:
        yield address
