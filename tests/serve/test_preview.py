import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bases import write_base
from tests.patience import until
from tests.serve.running import BASE, Served, ask, copied_package, events, serving
from tremplin.publish import acquire, site_lock


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write_base(tmp_path / "base", BASE)


@pytest.fixture
def served(base: Path) -> Iterator[Served]:
    with serving(base) as started:
        yield started


def test_the_addresses_of_the_site_and_of_each_edition_are_printed(served: Served) -> None:
    assert served.said.splitlines() == [
        f"The site is ready: {served.address}", f"  English   {served.address}en/", f"  Français  {served.address}fr/",
        "What you save is seen there at once. Ctrl-C ends the preview.",
    ]
    assert ask(served.address).status == 200


def test_ctrl_c_ends_it_cleanly_though_a_page_is_open(served: Served) -> None:
    with events(served.address, "en") as states:
        next(states)

        assert served.end() == 0
        assert list(states) == []
    assert served.said.endswith("\nThe preview has ended.\n")
    assert "Traceback" not in served.complained


def test_an_edit_to_a_record_shows_in_every_edition(served: Served) -> None:
    served.replace("skills/teamwork/en.md", "one's part", "one's springboard")

    until(lambda: "springboard" in served.page("en/skills/teamwork/"))
    assert "springboard" in served.page("fr/skills/teamwork/")
    until(lambda: re.search(r"^Built in \S+ s: skills/teamwork/en\.md$", served.said, re.MULTILINE))


def test_an_edit_to_a_hand_written_page_shows(served: Served) -> None:
    served.write("docs/fr/index.md", "# Bienvenue au tremplin\n")

    until(lambda: "Bienvenue au tremplin" in served.page("fr/"))


def test_the_first_record_of_a_kind_shows_and_so_do_edits_to_it(served: Served) -> None:
    (served.base / "events/fair").mkdir(parents=True)
    served.write("events/fair/record.yml", "original: en\norigin: editorial\ndocumented: partial\n")
    served.write("events/fair/en.md", "---\ntitle: A fair for springboards\nsummary: One day.\n---\n## What it was about\n\nJumping.\n")

    until(lambda: "A fair for springboards" in served.page("en/events/"))
    served.replace("events/fair/en.md", "fair", "day")
    until(lambda: "A day for springboards" in served.page("en/events/"))


def test_the_search_follows_when_nobody_writes_and_no_page_is_loaded_anew_for_it(served: Served) -> None:
    index = served.base / ".cache/preview/en/search/index"

    def made() -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in index.rglob("*") if file.is_file()}

    before = made()
    assert before
    with events(served.address, "en") as states:
        next(states)
        served.replace("skills/teamwork/en.md", "one's part", "one's springboard")
        seen = next(states)
        until(lambda: made() != before)
        served.write("docs/en/extra.css", "h1 { color: green }\n")
        after = next(states)

    assert after["pages"] == seen["pages"]


def test_an_edit_to_the_configuration_shows(served: Served) -> None:
    served.replace("mkdocs.yml", "languages: [en, fr]", "languages: [en, fr, pl]")

    until(lambda: ask(f"{served.address}pl/skills/teamwork/").status == 200)
    until(lambda: f"  Polski    {served.address}pl/" in served.said)


def test_a_page_that_is_open_follows_the_site_to_its_new_path(served: Served) -> None:
    served.replace("mkdocs.yml", "site_name: A base", "site_name: A base\nsite_url: https://example.org/base/")

    until(lambda: served.said.count("The site is ready:") == 2)
    assert f"The site is ready: {served.address}base/\n" in served.said
    assert ask(f"{served.address}en/skills/teamwork/").headers["Location"] == "/base/en/skills/teamwork/"


def test_an_edit_to_a_style_reloads_styles_only(served: Served) -> None:
    with events(served.address, "en") as states:
        before = next(states)
        served.write("docs/en/extra.css", "h1 { color: green }\n")
        after = next(states)

    assert "green" in served.page("en/extra.css")
    assert after["pages"] == before["pages"]
    assert after["styles"] > before["styles"]


def test_a_style_that_is_taken_away_reloads_pages(served: Served) -> None:
    with events(served.address, "en") as states:
        before = next(states)
        (served.base / "docs/en/extra.css").unlink()
        after = next(states)

    assert after["pages"] > before["pages"]


def test_an_edit_that_changes_nothing_reloads_nothing(served: Served) -> None:
    with events(served.address, "en") as states:
        before = next(states)
        served.write("docs/en/index.md", BASE["docs/en/index.md"])
        after = next(states)

    assert after == before
    until(lambda: "Nothing new on the site after" in served.said)


def test_a_fault_is_told_to_pages_and_goes_away_when_it_is_mended(served: Served) -> None:
    with events(served.address, "fr") as states:
        assert next(states)["panel"] == {}
        served.replace("skills/teamwork/record.yml", "origin: editorial", "origin: somewhere")
        faulty = next(states)["panel"]
        served.replace("skills/teamwork/record.yml", "origin: somewhere", "origin: editorial")
        mended = next(states)["panel"]

    assert faulty["language"] == "fr"
    assert [fault["place"] for fault in faulty["faults"]] == ["skills/teamwork/record.yml:2:9"]
    assert "skills/teamwork" in faulty["leftOut"]
    assert mended == {}
    assert "skills/teamwork/record.yml:2:9: error[unknown-value]" in served.complained
    until(lambda: served.complained.endswith("Nothing to mend.\n"))


def test_a_faulty_configuration_is_told_and_the_site_stays(served: Served) -> None:
    with events(served.address, "en") as states:
        next(states)
        served.replace("mkdocs.yml", "languages: [en, fr]", "languages: []")
        faulty = next(states)["panel"]
        served.replace("mkdocs.yml", "languages: []", "languages: [en, fr]")
        mended = next(states)["panel"]

    assert faulty["faults"][0]["place"].startswith("mkdocs.yml:")
    assert "Welcome" in served.page("en/")
    assert mended == {}


@pytest.mark.parametrize(
    ("text", "told", "complained"),
    [
        ("Let it explode", "RuntimeError: a hook with a bug", "hook.py:3:1: error[site-configuration] this stopped the build: RuntimeError"),
        ("Let it burst", "RuntimeError: a plugin with a bug", "Traceback"),
    ],
)
def test_a_build_that_raises_is_told_and_the_server_goes_on(served: Served, text: str, told: str, complained: str) -> None:
    with events(served.address, "en") as states:
        next(states)
        served.write("docs/en/index.md", f"# {text}\n")
        stopped = next(states)["panel"]
        assert "Welcome" in served.page("en/")
        served.write("docs/en/index.md", "# Better\n")
        mended = next(states)["panel"]

    assert told in stopped["faults"][0]["message"]
    assert complained in served.complained
    assert mended == {}
    assert "Better" in served.page("en/")


def test_a_first_build_that_raises_is_told_too(base: Path) -> None:
    (base / "docs/en/index.md").write_text("# explode\n", encoding="utf-8")
    with serving(base) as served, events(served.address, "en") as states:
        assert "a hook with a bug" in next(states)["panel"]["faults"][0]["message"]
        served.write("docs/en/index.md", "# Better\n")

        assert next(states)["panel"] == {}
        assert "Better" in served.page("en/")


def test_a_configuration_that_wants_the_site_in_a_foreign_folder_is_refused(served: Served) -> None:
    write_base(served.base.parent / "mine", {"thesis.txt": "years of work"})
    with events(served.address, "en") as states:
        next(states)
        served.write("mkdocs.yml", BASE["mkdocs.yml"] + "site_dir: ../mine\n")
        refused = next(states)["panel"]

    assert "holds something that is not a site" in refused["faults"][0]["message"]
    assert (served.base.parent / "mine/thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_an_edit_waits_for_another_build_of_the_same_site(served: Served) -> None:
    lock = site_lock(served.base / ".cache/preview")
    acquire(lock)
    try:
        served.write("docs/en/index.md", "# After the other\n")
        until(lambda: "Another build of this site is going on." in served.said)
        assert "Welcome" in served.page("en/")
    finally:
        lock.release()

    until(lambda: "After the other" in served.page("en/"))


def test_pages_of_two_previews_of_one_base_both_show_an_edit(served: Served, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    (tmp_path / "second/base").symlink_to(served.base)  # What a preview says is written beside its base.
    with serving(tmp_path / "second/base") as second, events(served.address, "en") as ours, events(second.address, "en") as theirs:
        before = next(ours), next(theirs)
        served.write("docs/en/index.md", "# For both\n")
        after = next(ours), next(theirs)

    assert [state["pages"] > earlier["pages"] for earlier, state in zip(before, after, strict=True)] == [True, True]


def test_drafts_and_the_faults_of_records_that_are_left_out_are_shown(base: Path) -> None:
    (base / "skills/teamwork/record.yml").write_text("original: en\norigin: editorial\ndocumented: partial\nstatus: draft\n", encoding="utf-8")
    write_base(base, {**BASE, "skills/teamwork/record.yml": BASE["skills/teamwork/record.yml"] + "status: draft\n", "skills/tact/record.yml": "original: en\norigin: somewhere\n"})
    with serving(base) as served:
        assert "Work in teams" in served.page("en/skills/")
        assert "skills/tact/record.yml:2:9" in served.page("en/skills/tact/")
        assert "error[unknown-value]" in served.complained


def test_a_site_in_a_folder_is_previewed_at_the_same_path(base: Path) -> None:
    (base / "mkdocs.yml").write_text(BASE["mkdocs.yml"] + "site_url: https://example.org/some/where/\n", encoding="utf-8")
    with serving(base) as served:
        assert served.address.endswith("/some/where/")
        assert ask(f"{served.address}fr/").status == 200


def test_templates_catalogues_and_styles_of_the_generator_show_and_its_code_asks_for_a_new_start(base: Path, tmp_path: Path) -> None:
    package = copied_package(tmp_path)
    with serving(base, package=package) as served:
        template, catalogue = package / "pages/chooser.html", package / "locales/fr/tremplin.po"
        template.write_text(template.read_text(encoding="utf-8").replace("</main>", "From the template</main>"), encoding="utf-8")
        until(lambda: "From the template" in served.page(""))

        text = catalogue.read_text(encoding="utf-8")
        catalogue.write_text(re.sub(r'(msgid "Language"\nmsgstr ").*"', r'\1Le parler"', text), encoding="utf-8")
        until(lambda: "Le parler" in served.page("fr/skills/teamwork/"))

        (package / "theme/styles/10-base.css").write_text("body { color: teal }", encoding="utf-8")
        until(lambda: "teal" in served.page("en/assets/tremplin.css"))

        (package / "link.py").write_text((package / "link.py").read_text(encoding="utf-8") + "\n", encoding="utf-8")
        until(lambda: "The generator itself has changed" in served.said)
        template.write_text("", encoding="utf-8")
        served.write("docs/en/index.md", "# Still here\n")
        until(lambda: "Still here" in served.page("en/"))
        assert "From the template" in served.page("")
