"""`tremplin export`: the whole site as plain Markdown, for other tools and for leaving."""

from __future__ import annotations

from pathlib import Path

import click

from tremplin.cli.context import Context, Faulty, Misuse, cache_of, site_of
from tremplin.cli.progress import progress
from tremplin.cli.spoken import Command
from tremplin.diagnostics import message
from tremplin.export import export as write_tree
from tremplin.model.fields import noop
from tremplin.model.kinds import KINDS
from tremplin.model.site import Site


@click.command(cls=Command, help=noop("Write every edition as plain Markdown with a plain `mkdocs.yml` into the empty folder DIR. MkDocs and Zensical build it without Tremplin."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
def export(ctx: click.Context, folder: Path) -> None:
    """Write the tree, or say what is wrong with the base."""
    context: Context = ctx.obj
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Misuse(context.catalogue, message("`{folder}` is not an empty folder", folder=folder), message("name a folder that does not exist yet"))
    site = site_of(context)
    own = next((place for place in _own_folders(site) if folder.resolve().is_relative_to(place.resolve())), None)
    if own:
        what = message("`{folder}` lies inside `{place}`, which belongs to the knowledge base", folder=folder, place=own.name)
        raise Misuse(context.catalogue, what, message("name a folder elsewhere, for example `../tree`"))
    with progress(context.catalogue.text("Writing")) as told:
        found = write_tree(site, cache_of(site), folder, told)
    if any(one.is_fault for one in found):
        raise Faulty(context.catalogue, found)
    click.echo(context.catalogue.text("Written to {folder}. Build it with `mkdocs build` or `zensical build`.").format(folder=folder))


def _own_folders(site: Site) -> tuple[Path, ...]:
    """Where the tree would be taken for pages or records, or be lost with the next build."""
    return (site.docs_dir, site.site_dir, *(site.base / kind.folder for kind in KINDS))
