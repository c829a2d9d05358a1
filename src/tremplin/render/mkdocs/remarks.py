"""What MkDocs logs, read back into what it is about: it names options and pages in its sentences only."""

from __future__ import annotations

import re

from tremplin.render.mkdocs.work import EditionWork, Remark, borrowed

_OPTION = re.compile(r"Config value '([^']*)': (.*)", re.DOTALL)
_PAGE = re.compile(r"(?:Doc file|Error (?:reading|building) page) '(.*?\.md)'")
_TARGET = re.compile(r" contains (?:a|an absolute|an unrecognized relative) link (?:to )?'(.*?)'(?:,| which)")
_NAV = re.compile(r"'([^']*)' is included in the 'nav' configuration")


def remark(line: str, work: EditionWork) -> Remark:
    """A line of MkDocs' log with the option or the page that it names."""
    option, page, nav = _OPTION.fullmatch(line), _PAGE.match(line), _NAV.search(line)
    if option:
        return Remark(option[2], option=option[1])
    if nav:
        return Remark(line, option="nav", target=nav[1])
    if page is None:
        return Remark(line)
    target = _TARGET.search(line)
    return Remark(line, page=_file(page[1], work), target=target[1] if target else "")


def _file(page: str, work: EditionWork) -> str:
    """The file of a page, which may be borrowed from another language."""
    other = borrowed(work.pages, work.site, work.language).get(page, work.language)
    return (work.site.docs_dir / other.tag / page).relative_to(work.site.base).as_posix()
