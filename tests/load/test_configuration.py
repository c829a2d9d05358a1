"""`mkdocs.yml` is read as MkDocs reads it, without starting MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

from tremplin.load.configuration import read_configuration


@pytest.mark.parametrize(
    "text",
    [
        "extra: &x {site_name: A, theme: {name: material}}\n<<: *x\n", "extra: &x {site_name: A}\nsite_name: B\n<<: *x\n", "<<: {site_name: A}\nsite_name: B\n",
        "extra: [&x {site_name: A}, &y {site_name: B, copyright: C}]\n<<: [*x, *y]\n", "extra: &x {name: material}\ntheme:\n  <<: *x\n  language: fr\n",
        "extra: &x {a: &y {b: c}}\ntheme: {<<: *x, d: *y}\n", "extra: &x {<<: {a: b}, c: d}\ntheme: *x\n", '"<<": {site_name: A}\n',
    ],
    ids=["at the top", "its own lines count more", "before them", "the first of several", "in a group", "aliases within", "twice", "in quotes"],
)
def test_groups_are_merged_as_mkdocs_merges_them(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")

    read = read_configuration(file)

    assert read.faults == ()
    assert read.document
    assert read.document.data == yaml_load(text)
