"""Bases that Git or an editor would mangle, made when a test wants them: encodings, tabs, sizes, links, names."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

FACTS = "original: en\norigin: editorial\ndocumented: partial\n"
WORDS = "---\ntitle: Teams\n---\n## What it is\n\nDoing one's part.\n"
LARGE = 20_000_000
DEEP = 100_000


def write(base: Path, name: str, content: str | bytes) -> Path:
    """A file of the base with exactly these bytes."""
    file = base / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return file


def skill(base: Path, name: str, facts: str | bytes = FACTS, words: str | bytes = WORDS) -> Path:
    """A record, whose folder is returned."""
    write(base, f"skills/{name}/record.yml", facts)
    return write(base, f"skills/{name}/en.md", words).parent


def crlf(base: Path) -> None:
    skill(base, "dos", (FACTS + "thems: []\n").replace("\n", "\r\n"), (WORDS + "\nA <b>bold</b> word.\n").replace("\n", "\r\n"))
    skill(base, "old-mac", (FACTS + "thems: []\n").replace("\n", "\r"), (WORDS + "\nA <b>bold</b> word.\n").replace("\n", "\r"))
    skill(base, "without-faults", FACTS.replace("\n", "\r\n"), WORDS.replace("\n", "\r\n"))


def byte_order_mark(base: Path) -> None:
    skill(base, "with-faults", "\ufeffthems: []\n" + FACTS, "\ufeff" + WORDS + "\nA <b>bold</b> word.\n")
    skill(base, "without-faults", "\ufeff" + FACTS, "\ufeff" + WORDS)
    write(base, "mkdocs.yml", "\ufeffsite_name: A base\ntheme: material\nplugins:\n  - tremplin:\n      languages: [en]\n")


def latin_1(base: Path) -> None:
    skill(base, "words", words=WORDS.replace("Teams", "Équipes à l'œuvre".replace("œ", "oe")).encode("latin-1"))
    skill(base, "facts", (FACTS + "sources: [{id: a, title: Élan}]\n").encode("latin-1"))
    skill(base, "with-a-mark", words=b"\xef\xbb\xbf---\r\ntitle: \xc9t\xe9\r\n---\r\n")
    skill(base, "polish", words=WORDS.replace("Teams", "Zespół").encode("cp1250"))
    write(base, "partners.yml", "sud:\n  legal_name: Société\n  memberships: []\n".encode("latin-1"))


def broken_utf_8(base: Path) -> None:
    skill(base, "cut", words=WORDS.encode() + "L'été 🌞 ".encode() + "🌞".encode()[:2])
    skill(base, "stray", words=WORDS.encode() + "L'été \u20ac".encode() + b" \xbf x\n")
    skill(base, "overlong", words=WORDS.encode() + b"\xc0\xaf\n")


def utf_16(base: Path) -> None:
    skill(base, "words", words=WORDS.encode("utf-16"))
    skill(base, "without-a-mark", words=WORDS.encode("utf-16-le"))
    skill(base, "facts", FACTS.encode("utf-16-be"))


def latin_1_by_hand(base: Path) -> None:
    skill(base, "sound")
    write(base, "docs/en/index.md", "# A base\n")
    write(base, "docs/en/about.md", "# À propos\n".encode("latin-1"))


def tab_in_yaml(base: Path) -> None:
    skill(base, "indented", FACTS + "sources:\n\t- id: a\n\t  title: A\n")
    skill(base, "in-front-matter", words="---\ntitle: Teams\nsigns:\n\ttrainee: [a]\n---\n")
    skill(base, "harmless", words="---\ntitle: \"A\ttab in quotes\"\n---\nA\ttab in a text.\n")


def control_characters(base: Path) -> None:
    skill(base, "in-yaml", FACTS + "sources: [{id: a, title: É🌞\x07}]\n")
    skill(base, "written-out", words='---\ntitle: "Te\\0ams"\nsummary: "\\e[31mred"\n---\n')


def empty_file(base: Path) -> None:
    skill(base, "facts", b"")
    skill(base, "words", words=b"")
    skill(base, "blank", words=" \n\t\n")
    write(base, "partners.yml", b"")


def twenty_megabytes(base: Path) -> None:
    for file in (skill(base, "facts") / "record.yml", skill(base, "words") / "en.md", write(base, "glossary.yml", "a: 1\n")):
        with file.open("r+b") as stream:
            stream.truncate(LARGE)


def deep_nesting(base: Path) -> None:
    skill(base, "brackets", FACTS + "themes: " + "[" * DEEP + "\n")
    skill(base, "braces", FACTS + "themes: " + "{a: " * DEEP + "\n")
    skill(base, "dashes", FACTS + "themes:\n" + "- " * DEEP + "\n")
    skill(base, "spaced-dashes", FACTS + "themes:\n" + "-   " * 4_000 + "\n")
    skill(base, "question-marks", "? " * DEEP + "\n")
    skill(base, "mixed", FACTS + "themes:\n" + "- ? " * 2_000 + "\n")
    skill(base, "indentation", FACTS + "themes:\n" + "".join(" " * level + "-\n" for level in range(1, 400)))
    skill(base, "front-matter", words="---\ntitle: " + "[" * DEEP + "\n---\n")
    skill(base, "quotations", words=WORDS + "\n" + ">" * DEEP + " x\n")
    skill(base, "harmless", words=WORDS + "\n" + "[" * DEEP + "\n\n" + "- " * (DEEP // 2) + "x\n\n" + "*a " * (DEEP // 4) + "\n")
    write(base, "glossary.yml", "a: " + "[" * DEEP + "\n")


def deep_configuration(base: Path) -> None:
    write(base, "mkdocs.yml", "site_name: " + "[" * DEEP + "\n")


def link_out_of_the_base(base: Path) -> None:
    outside = base.parent / "outside"
    skill(outside, "strange")
    secret = write(outside, "secret.md", "---\ntitle: Secret\n---\n")
    write(base, ".git/config", "token\n")
    for name, target in (("words", "en.md"), ("facts", "record.yml")):
        (skill(base, name) / target).unlink()
        (base / "skills" / name / target).symlink_to(secret)
    for name, place in (("media-file", secret), ("hidden", base / ".git" / "config"), ("endless", Path("/dev/zero"))):
        (skill(base, name) / "media").mkdir()
        (base / "skills" / name / "media" / "plan.txt").symlink_to(place)
    (skill(base, "media-folder") / "media").symlink_to(outside)
    (base / "skills" / "folder").symlink_to(outside / "skills" / "strange")
    (base / "trials").symlink_to(outside / "skills")
    (base / "partners.yml").symlink_to("/dev/zero")
    skill(base, "sound")


def link_out_of_the_pages(base: Path) -> None:
    outside = base.parent / "outside"
    write(outside, "secret.md", "# Secret\n")
    write(base, "docs/en/index.md", "# A base\n")
    (base / "docs/en/secret.md").symlink_to(outside / "secret.md")
    (base / "docs/en/folder").symlink_to(outside)
    skill(base, "sound")


def link_of_a_language_out_of_the_base(base: Path) -> None:
    outside = base.parent / "outside"
    write(base, "mkdocs.yml", "site_name: A base\ntheme: material\nplugins:\n  - tremplin:\n      languages: [en, fr]\n")
    write(base, "docs/en/index.md", "# A base\n")
    write(outside, "secret.md", "# Secret\n")
    write(outside, "secret.txt", "Secret\n")
    (base / "docs/fr").symlink_to(outside)


def link_of_the_theme_out_of_the_base(base: Path) -> None:
    outside = base.parent / "outside"
    write(base, "mkdocs.yml", "site_name: A base\ntheme:\n  name: material\n  custom_dir: look\nplugins:\n  - tremplin:\n      languages: [en]\n")
    write(base, "look/partials/footer.html", "")
    secret = write(outside, "secret.txt", "Secret\n")
    (base / "look/secret.txt").symlink_to(secret)
    (base / "look/main.html").symlink_to("/etc/hostname")
    (base / "look/partials/folder").symlink_to(outside)
    (base / "look/footer.html").symlink_to("partials/footer.html")
    skill(base, "sound")


def link_of_all_pages_out_of_the_base(base: Path) -> None:
    write(base.parent / "outside", "en/index.md", "# Secret\n")
    (base / "docs").symlink_to("../outside")
    skill(base, "sound")


def link_inside_the_base(base: Path) -> None:
    skill(base, "sound")
    (skill(base, "copied") / "en.md").unlink()
    (base / "skills/copied/en.md").symlink_to("../sound/en.md")
    (base / "skills/again").symlink_to("sound")
    (skill(base, "media-folder") / "media").symlink_to("../sound")


def link_to_nothing(base: Path) -> None:
    (skill(base, "words") / "en.md").unlink()
    (base / "skills/words/en.md").symlink_to("nothing.md")
    (skill(base, "facts") / "record.yml").unlink()
    (base / "skills/facts/record.yml").symlink_to("record.yml")
    (skill(base, "media") / "media").mkdir()
    (base / "skills/media/media/plan.txt").symlink_to("../../nothing.txt")
    (base / "skills/media/media/circle.txt").symlink_to("circle.txt")
    (base / "skills/circle").symlink_to("circle")
    (base / "skills/gone").symlink_to("nowhere")
    skill(base, "sound")


def names_that_are_no_text(base: Path) -> None:
    skill(base, "faulty")
    for folder, name in (("skills/faulty", b"\xe9t\xe9.md"), ("skills/faulty/media", b"caf\xe9.png"), ("skills/\n", b"record.yml"), ("docs/en", b"\xe9.md")):
        place = os.fsencode(base / folder)
        os.makedirs(place, exist_ok=True)
        Path(os.fsdecode(place + b"/" + name)).write_text("x\n", encoding="utf-8")
    os.mkdir(os.fsencode(base / "skills") + b"/\xe9")
    write(base, "docs/en/index.md", "# A base\n")


def two_ids_that_differ_by_case(base: Path) -> None:
    skill(base, "teamwork")
    skill(base, "TeamWork")
    skill(base, "sound")


def empty_media(base: Path) -> None:
    write(base, "microtrainings/m/record.yml", FACTS + "videos: [{id: v, licence: MIT, file: media/film.webm}]\n")
    write(base, "microtrainings/m/en.md", "---\ntitle: M\nvideos: {v: {title: V}}\n---\n")
    write(base, "microtrainings/m/media/film.webm", b"")
    skill(base, "sound")


def unknown_file(base: Path) -> None:
    for name in ("Thumbs.db", ".DS_Store", "desktop.ini", "~$plan.docx", "._en.md", "~$en.md", "plan.txt~"):
        for folder in ("skills", "skills/faulty", "skills/faulty/media"):
            write(base, f"{folder}/{name}", b"\xff\x00")


def folder_in_the_place_of_a_file(base: Path) -> None:
    (skill(base, "facts") / "record.yml").unlink()
    write(base, "skills/facts/record.yml/inside.txt", "x\n")
    (skill(base, "words") / "en.md").unlink()
    (base / "skills/words/en.md").mkdir()
    (base / "glossary.yml").mkdir()
    skill(base, "sound")


def pipe_in_the_place_of_a_file(base: Path) -> None:
    for name, file in (("words", "en.md"), ("facts", "record.yml")):
        (skill(base, name) / file).unlink()
        os.mkfifo(base / "skills" / name / file)
    (skill(base, "media") / "media").mkdir()
    os.mkfifo(base / "skills/media/media/plan.pdf")
    (skill(base, "linked") / "en.md").unlink()
    (base / "skills/linked/en.md").symlink_to("../words/en.md")
    os.mkfifo(base / "glossary.yml")
    skill(base, "sound")


def pipe_among_pages(base: Path) -> None:
    write(base, "docs/en/index.md", "# A base\n")
    os.mkfifo(base / "docs/en/about.md")
    os.mkfifo(base / "docs/en/plan.pdf")
    skill(base, "sound")


def no_configuration(base: Path) -> None:
    (base / "mkdocs.yml").unlink()


MADE: Mapping[str, Callable[[Path], None]] = {
    "crlf": crlf, "byte-order-mark": byte_order_mark, "latin-1": latin_1, "broken-utf-8": broken_utf_8, "utf-16": utf_16, "latin-1-by-hand": latin_1_by_hand,
    "tab-in-yaml": tab_in_yaml, "control-characters": control_characters, "empty-file": empty_file, "twenty-megabytes": twenty_megabytes,
    "deep-nesting": deep_nesting, "deep-configuration": deep_configuration, "link-out-of-the-base": link_out_of_the_base,
    "link-out-of-the-pages": link_out_of_the_pages, "link-of-a-language-out-of-the-base": link_of_a_language_out_of_the_base,
    "link-of-all-pages-out-of-the-base": link_of_all_pages_out_of_the_base, "link-of-the-theme-out-of-the-base": link_of_the_theme_out_of_the_base, "link-inside-the-base": link_inside_the_base, "link-to-nothing": link_to_nothing,
    "names-that-are-no-text": names_that_are_no_text, "two-ids-that-differ-by-case": two_ids_that_differ_by_case, "empty-media": empty_media,
    "unknown-file": unknown_file,
    "folder-in-the-place-of-a-file": folder_in_the_place_of_a_file, "no-configuration": no_configuration,
    "pipe-in-the-place-of-a-file": pipe_in_the_place_of_a_file, "pipe-among-pages": pipe_among_pages,
}
"""Each scenario that is made and not stored, and how."""
