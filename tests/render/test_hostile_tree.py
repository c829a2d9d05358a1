"""What records say never becomes markup or code in the exported tree, whoever builds it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from tests.bases import EVERY_KIND, copy_base
from tremplin.cache import Cache
from tremplin.export import export
from tremplin.load.site import read_site

PROSE = """
See [the site](https://a.org){: onclick="pwn(1)" } and *this*{: onclick="pwn(2)" }, {: onclick="pwn(3)" }

{: onclick="pwn(4)" }

### Sub {#hack onclick="pwn(5)"}

!!! danger "pwn(6)"
\\<img src=x onerror="pwn(7)"> and &lt;script>pwn(8)&lt;/script>, \\!\\[a](https://a.org/b.png){: onload="pwn(9)" }

- In a list

  ```
  code

  <script>pwn(10)</script>
  {: onclick="pwn(11)" }
  ```

````
```
<script>pwn(12)</script>
````

> ```
> <script>pwn(19)</script>
> ```

> - ```
>   <script>pwn(20)</script>
>   ```

A `` `<script>pwn(21)</script>` ``[](https://a.org)`a`

1. `<script>pwn(13)</script>`{: onclick="pwn(14)" }

> {: onclick="pwn(15)" }

| a {: onclick="pwn(16)" } | b |
| - | - |
| \\<svg onload="pwn(17)"> \\| c | `{: onclick="pwn(18)" }` |

[](https://a.org)# pwn {#hack}
/// html | script
--8<-- "mkdocs.yml"
*[HTML]: pwn
[^1]: https://a.org/
"""
TITLE = """Jobs & <b>bold</b>: "quoted", 'single' #1 \\ 🙂 <img src=x onerror="pwn(0)"></title><script>pwn(0)</script> {#hack onclick="pwn(0)"}"""
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree of a base with one record of every kind, each of them hostile."""
    base = copy_base(EVERY_KIND, tmp_path_factory.mktemp("hostile") / "base")
    for file in base.glob("*/*/??.md"):
        if file.parent.parent.name != "docs":
            file.write_text(hostile(file.read_text(encoding="utf-8")), encoding="utf-8")
    site, faults = read_site(base / "mkdocs.yml")
    assert site is not None, faults
    folder = base.parent / "tree"
    found = export(site, Cache(None), folder)
    assert not [one for one in found if one.is_fault]
    return folder


def hostile(text: str) -> str:
    """The words of a record with another title and summary, and with such prose at the end of each section."""
    found = FRONT.match(text)
    assert found
    words = {**yaml.safe_load(found[1]), "title": TITLE, "summary": TITLE}
    sections = re.split(r"(?m)^(?=## )", text[found.end() :])
    return f"---\n{yaml.safe_dump(words, allow_unicode=True)}---\n" + "\n".join(one if not one.strip() else one + PROSE for one in sections)


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def site(tree: Path, request: pytest.FixtureRequest) -> Path:
    """The tree as a tool builds it that has never heard of us."""
    folder = tree / "site" if request.param == "zensical" else tree.parent / "by-mkdocs"
    options = ["--quiet", "--site-dir", str(folder)] if request.param == "mkdocs" else []
    command = [sys.executable, "-m", request.param, "build", *options]
    done = subprocess.run(command, cwd=tree, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def elements(site: Path) -> list[tuple[str, Tag]]:
    """Every element of every page."""
    pages = [(file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")) for file in sorted(site.rglob("*.html"))]
    assert sum("pwn(10)" in unescape(text) for _, text in pages) > 10
    return [(name, element) for name, text in pages for element in BeautifulSoup(text, "html.parser").find_all(name=True)]


def test_no_text_of_a_record_becomes_code_or_an_attribute(site: Path) -> None:
    found = elements(site)

    assert [(name, str(one)) for name, one in found if any(key.startswith("on") for key in one.attrs)] == []
    assert [(name, str(one)) for name, one in found if str(one.get("href", "")).startswith("javascript:")] == []
    assert [(name, str(one)) for name, one in found if one.name in {"script", "style"} and "pwn(" in one.get_text()] == []
    assert [(name, str(one)) for name, one in found if one.get("id") == "hack" or "admonition" in one.get_attribute_list("class") or one.get("src") == "x"] == []


def test_a_title_arrives_as_the_text_that_it_is(site: Path) -> None:
    page = BeautifulSoup((site / "en" / "skills" / "teamwork" / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert page.title
    assert page.h1

    assert page.title.get_text().startswith(TITLE)
    assert page.h1.get_text() == TITLE
    assert [one for one in page.select(".md-nav__link") if " ".join(one.get_text().split()) == TITLE]
    assert [one["content"] for one in page.select("meta[name=description]")] == [TITLE]
    assert page.find(["b", "img"], string=re.compile("bold")) is None


def test_code_is_shown_as_it_was_written(site: Path) -> None:
    page = BeautifulSoup((site / "en" / "skills" / "teamwork" / "index.html").read_text(encoding="utf-8"), "html.parser")
    blocks = [one.get_text().strip("\n") for one in page.select("article pre code")]

    assert 'code\n\n<script>pwn(10)</script>\n{: onclick="pwn(11)" }' in blocks
    assert "```\n<script>pwn(12)</script>" in blocks
    assert "<script>pwn(13)</script>" in [one.get_text() for one in page.select("article li code")]


def test_tables_lists_and_their_numbers_are_whole(site: Path) -> None:
    page = BeautifulSoup((site / "en" / "skills" / "teamwork" / "index.html").read_text(encoding="utf-8"), "html.parser")

    assert [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in page.select("article table")[0].find_all("tr")] == [
        ['a {: onclick="pwn(16)" }', "b"], ['<svg onload="pwn(17)"> | c', '{: onclick="pwn(18)" }'],
    ]
    assert page.select("article ul > li pre")


def test_the_extensions_are_those_that_the_pages_need(tree: Path) -> None:
    assert yaml.safe_load((tree / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"] == ["sane_lists", "tables"]
