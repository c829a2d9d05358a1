from pathlib import Path

import pytest

from tests.bases import TEAMWORK, write_base
from tests.build.running import site_of
from tests.trees import tree
from tremplin.cache import Cache
from tremplin.serve.rebuild import Overtaken, previewed, rebuilt

pytestmark = pytest.mark.slow


def test_a_build_that_is_overtaken_leaves_the_preview_as_it_was_and_the_next_one_goes_on(tmp_path: Path) -> None:
    base, cache = write_base(tmp_path / "base", TEAMWORK), Cache(tmp_path / "cache")
    site = site_of(base)
    rebuilt(site, cache, lambda stage, done, total: None, lambda error: None)
    before = tree(previewed(site).site_dir)
    page = base / "skills/teamwork/en.md"
    page.write_text(page.read_text(encoding="utf-8").replace("one's part", "one's springboard"), encoding="utf-8")

    def overtaken(stage: str, done: int, total: int) -> None:
        if stage == "write":
            raise Overtaken

    with pytest.raises(Overtaken):
        rebuilt(site, cache, overtaken, lambda error: None)
    assert tree(previewed(site).site_dir) == before

    assert rebuilt(site, cache, lambda stage, done, total: None, lambda error: None).has_changed
    assert b"springboard" in tree(previewed(site).site_dir)["en/skills/teamwork/index.html"]
