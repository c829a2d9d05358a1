"""How a new base is installed, checked and published: what its repository needs beside the records."""

from __future__ import annotations

from collections.abc import Mapping

from tremplin.locales import Catalogue
from tremplin.model.fields import noop
from tremplin.starter.commented import comment

_ORIGIN = "tremplin @ git+https://code.example.org/tremplin.git"
"""Nobody can know yet where a reader of this has Tremplin from, and a name alone would ask PyPI for a stranger's package."""
_WHENCE = noop("Where Tremplin is installed from. Write the address of its repository in the place of this one, which does not exist:")
_SET_UP = """\
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-python@v6
        with:
          python-version: "3.11"
      - run: python -m pip install -r requirements.txt
"""
_CHECK = """\
name: check
on: pull_request
permissions:
  contents: read
jobs:
  check:
{set_up}      - run: tremplin --language {language} check --format github
"""
_PAGES = """\
name: pages
on:
  push:
    branches: [main]
permissions:
  contents: read
concurrency: pages
jobs:
  build:
    permissions:
      contents: read
      pages: read
{set_up}      - id: pages
        uses: actions/configure-pages@v5
      - run: tremplin --language {language} build
        env:
          TREMPLIN_SITE_URL: ${{{{ steps.pages.outputs.base_url }}}}/
          TREMPLIN_REPO_URL: ${{{{ github.server_url }}}}/${{{{ github.repository }}}}
      - uses: actions/upload-pages-artifact@v4
        with:
          path: site
  deploy:
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{{{ steps.deployment.outputs.page_url }}}}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
"""


def published(language: str, spoken: Catalogue) -> Mapping[str, str]:
    """The files by path: the way to Tremplin, and what GitHub does with the base."""
    return {
        "requirements.txt": "\n".join([*comment(spoken.text(_WHENCE)), _ORIGIN, ""]),
        ".github/workflows/check.yml": _CHECK.format(set_up=_SET_UP, language=language),
        ".github/workflows/pages.yml": _PAGES.format(set_up=_SET_UP, language=language),
    }
