"""What MkDocs says as findings of ours: at the line of the option or of the page that it means, and once for all editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tremplin.diagnostics import Diagnostic, Location, Message, Severity, message
from tremplin.load.configuration import option_place
from tremplin.load.text import read_text
from tremplin.model.handwritten import path_from
from tremplin.model.library import Library, made_in
from tremplin.model.links import relative_path
from tremplin.model.site import Site
from tremplin.render.mkdocs.work import Remark

_UNKNOWN = "Unrecognised configuration name"
_TOO_DEEP = "maximum recursion depth"
_NOWHERE = "is not found among documentation files"


def findings(remarks: Iterable[Remark], library: Library, severity: Severity) -> Iterator[Diagnostic]:
    """Each remark at its place: a link that leads nowhere in our words, everything else in those of MkDocs.

    Links that a rule has judged already are left out, and those to what we make beside MkDocs.
    """
    site, is_made, judged = library.site, made_in(library), {(link.location.path, link.written) for link in library.lost_links}
    for one in dict.fromkeys(remarks):
        if _is_lost_link(one) and ((one.page, one.target) in judged or is_made(_path(one, site))):
            continue
        said = message("MkDocs says: {warning}", warning=one.text)
        if one.line:
            stopped, hint = message("this stopped the build: {reason}", reason=one.text), message("correct this file, or take it out of `mkdocs.yml`")
            yield Diagnostic("site-configuration", Location(one.page, one.line), stopped, hint, severity)
        elif one.option:
            yield Diagnostic("site-configuration", _option_place(one, site), said, _hint(one), severity)
        elif _is_lost_link(one):
            hint = message("correct the path, or add the page or file that it names")
            yield Diagnostic("handwritten-page", _page_place(one, site), message("`{target}` is not there", target=one.target), hint, severity)
        elif one.text.startswith(_TOO_DEEP):
            hint = message("write it with fewer levels")
            yield Diagnostic("handwritten-page", _page_place(one, site), message("lists or quotations are nested too deeply here"), hint, severity)
        else:
            yield Diagnostic("handwritten-page", _page_place(one, site), said, severity=severity)


def _is_lost_link(one: Remark) -> bool:
    return bool(one.target) and _NOWHERE in one.text


def _path(one: Remark, site: Site) -> str:
    """What a link of a hand-written page leads to, as a path in its edition."""
    page = (site.base / one.page).relative_to(site.docs_dir).as_posix().partition("/")[2]
    return path_from(page, relative_path(one.target))


def _hint(one: Remark) -> Message | None:
    if one.target:
        return None
    if one.text.startswith(_UNKNOWN):
        return message("correct the name, or delete the line")
    return message("what may stand here: {address}", address=f"https://www.mkdocs.org/user-guide/configuration/#{one.option}")


def _option_place(one: Remark, site: Site) -> Location:
    """The line that names the target, if it stands below the option; the option's own otherwise."""
    place = option_place(site.config_file, one.option)
    return _line_of(one.target, place, site) if one.target else place


def _page_place(one: Remark, site: Site) -> Location:
    if not one.page:
        return Location(site.docs_dir.relative_to(site.base).as_posix())
    return _line_of(one.target, Location(one.page), site)


def _line_of(target: str, place: Location, site: Site) -> Location:
    """The first place from there on that has these words; the place itself when none has."""
    text, _ = read_text(site.base / place.path, place.path)
    for number, line in enumerate(text.split("\n"), 1):
        if target and number >= place.line and target in line:
            return Location(place.path, number, line.index(target) + 1)
    return place
