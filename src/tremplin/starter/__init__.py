"""A new knowledge base: everything that `tremplin init` writes, in the language asked for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from tremplin.locales import Catalogue, catalogue
from tremplin.model.fields import noop
from tremplin.model.kinds import BY_NAME, KINDS, LISTS, ListKind
from tremplin.model.kinds.record import UNTRANSLATED, Kind
from tremplin.schema import EXTENSIONS, FOLDER, editor_settings, schema_files
from tremplin.starter.commented import Guide, comment, commented, flow
from tremplin.starter.example import ENTRIES, EXAMPLES
from tremplin.starter.fitting import of_entries, of_facts, of_words
from tremplin.starter.published import published

_PAGES = noop("Pages that you write freely, such as the home page.")
_SETTINGS = noop("The settings of the site: its name, its languages, its look.")
_COMPLETION = noop("With these files an editor completes and explains the fields; `tremplin schema --all --write schemas` renews them.")
_DRAFTS = noop("The two examples are drafts: previews show them, the published site does not. Copy their folders, write your own, and remove the line `status: draft`.")
_INSTALLING = noop("You need Python 3.11 or newer. `requirements.txt` says where Tremplin comes from: fill in the address of its repository, then type here, once:")
_AT_HAND = noop("After `source .venv/bin/activate`, on Windows `.venv\\Scripts\\activate`, these commands are at hand:")
_PUBLISHING = (
    noop(
        "Put this folder into a repository of its own on GitHub, choose *GitHub Actions* under *Settings*, *Pages*, and push to `main`: "
        "`.github/workflows/pages.yml` builds the site and publishes it, and `check.yml` checks every pull request.",
    ),
    noop("To publish elsewhere, write the site’s address as `site_url` in `mkdocs.yml`, type `tremplin build`, and copy the folder `site/` to your server."),
)
_LOOK = (
    noop(
        "Make a folder `look/`, and write `custom_dir: look` below `theme:` in `mkdocs.yml`. Pictures in this folder become the logo and the icon in the browser: "
        "`logo: logo.png` and `favicon: icon.png`, also below `theme:`.",
    ),
    noop("A style sheet in it changes colours and letters; name it at the beginning of a line of `mkdocs.yml`: `extra_css: [look.css]`. An example:"),
)
_COMMANDS = {
    "tremplin check": noop("Find everything that is wrong, without building."),
    "tremplin serve": noop("Show the site in a browser and keep it up to date while you write."),
    "tremplin build": noop("Build the site in every language."),
    "tremplin translations": noop("Show what is translated and what is out of date."),
}


def starter(language: str) -> dict[str, str]:
    """The text of every file of a new base under its path, with one draft of a practice and one of a module."""
    spoken = catalogue(language)
    files = {
        "mkdocs.yml": _configuration(language, spoken),
        "README.md": _readme(language, spoken),
        ".gitignore": "/site/\n/.site.next/\n/.site.lock\n/.cache/\n/.venv/\n",
        **published(language, spoken),
        f"docs/{language}/index.md": _home(spoken),
        **dict(_examples(language, spoken)),
        **{listed.file: _list(listed, language, spoken) for listed in LISTS},
        ".vscode/extensions.json": EXTENSIONS,
        ".vscode/settings.json": editor_settings(),
        **{f"{FOLDER}/{name}": document for name, document in schema_files(spoken.text).items()},
    }
    return dict(sorted(files.items()))


def _examples(language: str, spoken: Catalogue) -> Iterator[tuple[str, str]]:
    for name, (record_id, facts, words) in EXAMPLES.items():
        kind = BY_NAME[name]
        folder = f"{kind.folder}/{record_id}"
        yield f"{folder}/record.yml", _facts(kind, facts(language, spoken), spoken)
        yield f"{folder}/{language}.md", _words(kind, words(spoken), language, spoken)


def _facts(kind: Kind, values: Mapping[str, Any], spoken: Catalogue) -> str:
    head = comment(spoken.text("The facts, written once for all languages. Texts stand in the file of each language beside this one."))
    return "\n".join([*head, ""]) + commented(kind.facts, values, Guide(spoken.text, of_facts(kind)))


def _words(kind: Kind, values: Mapping[str, Any], language: str, spoken: Catalogue) -> str:
    """The front matter, then each section with its help where the text will stand."""
    front = commented(kind.words, values, Guide(spoken.text, of_words(language)), hidden=UNTRANSLATED)
    sections = "\n".join(f"## {spoken.text(section.heading)}\n\n*{spoken.text(section.help)}*\n" for section in kind.sections)
    return f"---\n{front}---\n{sections}"


def _list(listed: ListKind, language: str, spoken: Catalogue) -> str:
    """A list with one theme, or an empty one with an example as a comment."""
    head = list(comment(f"{spoken.text(listed.plural)}. {spoken.text(listed.about)}"))
    name, values = ENTRIES[listed.name]
    entry = f"{name}:\n" + textwrap.indent(commented(listed.entry, values(language, spoken), Guide(spoken.text, of_entries(language))), "  ")
    if listed.name == "theme":
        return "\n".join([*head, ""]) + entry
    example = [f"#{line}".rstrip() for line in entry.splitlines()]
    explained = comment(spoken.text("There is none yet. Put your entries, written like this one, in the place of the last line:"))
    return "\n".join([*head, *explained, "#", *example, "{}", ""])


def _configuration(language: str, spoken: Catalogue) -> str:
    text = spoken.text
    return "\n".join([
        f"site_name: {flow(text('Our knowledge base'))}",
        *comment(text("Where the site is published: the workflow in `.github/` fills this in. Elsewhere, write the address between the quotation marks:")),
        'site_url: !ENV [TREMPLIN_SITE_URL, ""]', 'repo_url: !ENV [TREMPLIN_REPO_URL, ""]',
        "docs_dir: docs", "site_dir: site", "theme:", "  name: material", "  font: false", "plugins:", "  - tremplin:",
        *comment(text("The languages of the site; the first one is the default. To add one, write its tag here."), "      "),
        f"      languages: [{language}]", "nav:", "  - index.md", "",
    ])


def _home(spoken: Catalogue) -> str:
    text = spoken.text
    blocks = (f"## {text(BY_NAME[name].plural)}\n\n{text(BY_NAME[name].about)}\n\n/// records\n    kind: {name}\n///\n" for name in EXAMPLES)
    head = f"# {text('Our knowledge base')}\n\n{text('Say here who you are, for whom this site is, and what can be found on it.')}\n"
    return "\n".join([head, *blocks])


def _readme(language: str, spoken: Catalogue) -> str:
    """What stands where, and the commands to begin with."""
    text = spoken.text
    places = [
        *((f"{kind.folder}/", kind.about) for kind in KINDS), *((listed.file, listed.about) for listed in LISTS),
        (f"docs/{language}/", _PAGES), ("mkdocs.yml", _SETTINGS), (f"{FOLDER}/", _COMPLETION),
    ]
    listed = "".join(f"- `{place}`: {text(about)}\n" for place, about in places)
    commands = "".join(f"- `{command}`: {text(about)}\n" for command, about in _COMMANDS.items())
    about = text("This knowledge base is made with Tremplin. A record is a folder with its facts (`record.yml`) and its words, one file for each language.")
    return (
        f"# {text('Our knowledge base')}\n\n{about}\n\n"
        f"## {text('What stands where')}\n\n{listed}\n{text(_DRAFTS)}\n\n"
        f"## {text('Install Tremplin')}\n\n{text(_INSTALLING)}\n\n```\npython3 -m venv .venv\n.venv/bin/python -m pip install -r requirements.txt\n```\n\n"
        f"## {text('What to type')}\n\n{text(_AT_HAND)}\n\n{commands}\n"
        f"## {text('Publish the site')}\n\n{_paragraphs(_PUBLISHING, spoken)}\n\n"
        f"## {text('Change the look')}\n\n{_paragraphs(_LOOK, spoken)}\n\n```css\n:root {{ --teal: #8a1c4a; --teal-deep: #5c1030; --band: #5c1030; }}\n```\n"
    )


def _paragraphs(sentences: tuple[str, ...], spoken: Catalogue) -> str:
    return "\n\n".join(map(spoken.text, sentences))
