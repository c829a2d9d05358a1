"""The pages of partners, projects, the glossary, the catalogues and records that are left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import Tag

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import facts, language_of, one, parsed, texts, words
from tests.records import CONFIGURATION, EVENT, LISTS, ONE_OF_EACH
from tremplin.model.kinds import KINDS


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


def body_of(found: Reading, address: str, tag: str = "en") -> Tag:
    return parsed(found.page(address, tag).body)


def test_a_partner_tells_who_it_is_and_which_part_it_plays(found: Reading) -> None:
    body = body_of(found, "partners/north/")

    assert (words(one(body, "h1")), words(one(body, ".tp-lead"))) == ("Nordkooperative", "Helps people in the north.")
    assert facts(body) == {
        "Short name": "North", "Country": "Germany", "Town": "Kiel", "Kind": "Non-governmental organisation", "BRIDGE": "Coordinator", "Web site": "https://north.example.org/",
        "Source": "sources.example.org",
    }


def test_a_partner_shows_the_records_that_name_it_by_their_kind(found: Reading) -> None:
    body = body_of(found, "partners/north/")

    assert {words(one(group, "h2")): [words(card) for card in group.select("h3")] for group in body.select(".tp-group")} == {
        "Micro-trainings": ["Turn a key"], "Events": ["Seminar in Kiel"], "Working group conclusions": ["First session in Kiel"],
    }


def test_partners_and_projects_have_a_list_that_leads_to_each_in_the_order_of_the_names_it_shows(found: Reading) -> None:
    assert [(words(link), link["href"]) for link in body_of(found, "partners/").select("li a")] == [
        ("Lectorat", "../partners/reader/"), ("Nordkooperative", "../partners/north/"), ("Sudensemble", "../partners/south/"),
    ]
    assert [(words(link), link["href"]) for link in body_of(found, "projects/").select("h2 a")] == [("BRIDGE", "../projects/bridge/")]


def test_a_project_tells_when_by_whom_and_under_which_programme(found: Reading) -> None:
    body = body_of(found, "projects/bridge/")

    assert facts(body) == {
        "Programme": "Erasmus+", "Action": "Cooperation partnerships", "Period": "March 2022 – February 2024", "Coordinator": "North", "Funded by": "European Union, EACEA", "Project code": "2021-1-XX",
        "Web site": "https://bridge.example.org/", "Source": "sources.example.org",
    }
    assert [words(member) for member in body.select(".tp-partners li")] == ["North Coordinator", "Sudensemble Partner", "Lectorat Associated partner"]
    assert [words(item) for item in body.select("section[aria-labelledby=objectives] li")] == ["Offer short training"]


def commitments(body: Tag) -> list[list[str]]:
    return [[words(cell) for cell in row.select("th, td")] for row in body.select("section[aria-labelledby=commitments] tbody tr")]


def test_a_project_shows_what_was_promised_beside_what_is_documented(found: Reading) -> None:
    assert commitments(body_of(found, "projects/bridge/")) == [["Micro-trainings", "25", "1"], ["Seminars", "5–6", "1"], ["Learners", "125", "12"]]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("microtrainings/turn-a-key", "origin: project-output", "origin: editorial"), ("microtrainings/turn-a-key", "project: bridge\n", ""),
        ("microtrainings/turn-a-key", "origin: project-output", "status: draft\norigin: project-output"),
    ],
)
def test_only_published_outputs_of_the_project_itself_count(tmp_path: Path, name: str, old: str, new: str) -> None:
    text = str(ONE_OF_EACH[f"{name}/record.yml"])
    assert old in text
    files = {file: content for file, content in ONE_OF_EACH.items() if not file.startswith(("trials/", "recommendations/"))}

    found = reading(write_base(tmp_path, {**files, f"{name}/record.yml": text.replace(old, new)}))

    assert commitments(body_of(found, "projects/bridge/"))[0] == ["Micro-trainings", "25", "not documented yet"]


@pytest.mark.parametrize(("kind", "counted"), [("seminar", "1"), ("final-seminar", "1"), ("meeting", "not documented yet"), ("test", "not documented yet")])
def test_only_events_of_the_promised_kinds_count(tmp_path: Path, kind: str, counted: str) -> None:
    text = str(ONE_OF_EACH["events/kiel-2023/record.yml"]).replace("kind: seminar", f"kind: {kind}")

    found = reading(write_base(tmp_path, {**ONE_OF_EACH, "events/kiel-2023/record.yml": text}))

    assert commitments(body_of(found, "projects/bridge/"))[1] == ["Seminars", "5–6", counted]


def test_a_project_leads_to_the_records_that_belong_to_it(found: Reading) -> None:
    body = body_of(found, "projects/bridge/")

    section, additions = one(body, "section[aria-labelledby=records]"), one(body, "section[aria-labelledby=additions]")
    assert [(words(kind), kind["href"]) for kind in section.select("h3 a")] == [
        ("Good practices", "../../good_practices/"), ("Micro-trainings", "../../microtrainings/"), ("Events", "../../events/"),
        ("Working group conclusions", "../../twg_conclusions/"), ("Trials", "../../trials/"),
    ]
    for part, origin in ((section, "project-output"), (additions, "editorial")):
        own = sorted(f"../../{path}/" for path, card in found.library.cards.items() if (card.project, card.origin) == ("bridge", origin))
        assert own
        assert sorted(str(link["href"]) for link in part.select("li a")) == own


def test_what_happened_in_a_project_is_told_from_its_beginning_with_its_dates(tmp_path: Path) -> None:
    facts, told = (str(EVENT[f"events/kiel-2023/{name}"]) for name in ("record.yml", "en.md"))
    earlier = {
        "events/kiel-2024/record.yml": facts.replace("2023-10-19", "2022-04-04").replace("2023-10-20", "2022-04-05"), "events/kiel-2024/en.md": told,
        "events/aarhus-2024/record.yml": facts.replace("2023-10-19", "2024-02-08").replace("2023-10-20", "2024-02-09"), "events/aarhus-2024/en.md": told,
    }

    section = one(body_of(reading(write_base(tmp_path, {**ONE_OF_EACH, **earlier})), "projects/bridge/"), "section[aria-labelledby=records]")

    assert [words(one(entry, "small")) for entry in section.select("li:has(a[href^='../../events/'])")] == ["4 April 2022", "19 October 2023", "8 February 2024"]


def test_a_project_shows_the_notice_of_its_funder_and_where_its_wording_is_not_confirmed(found: Reading) -> None:
    english, lithuanian = (one(body_of(found, "projects/bridge/", tag), "section[aria-labelledby=funding]") for tag in ("en", "lt"))

    assert words(one(english, "blockquote")) == "Funded by the European Union."
    assert len(english.select("p")) == 2
    assert one(lithuanian, "blockquote [lang]")["lang"] == "en"
    assert len(lithuanian.select("p")) == 3


def test_texts_of_lists_say_their_language_when_they_fall_back(found: Reading) -> None:
    told: dict[str, set[str]] = {}
    for address in ("projects/bridge/", "glossary/", "partners/north/", "projects/", "good_practices/", "themes/gardens/"):
        for piece in texts(body_of(found, address, "lt")):
            told.setdefault(str(piece).strip(), set()).add(language_of(piece, "lt"))

    for text, language in (
        ("Short trainings for people far from work.", "en"), ("Des ponts vers le travail", "fr"), ("Offer short training", "en"), ("How a body stands.", "en"),
        ("Ce que fait une main.", "fr"), ("Aide les gens du nord.", "fr"), ("Jardins", "fr"), ("The open door", "en"),
    ):
        assert told[text] == {language}, text


def test_a_label_in_a_language_that_the_site_does_not_have_still_says_which_it_is(tmp_path: Path) -> None:
    files = {"mkdocs.yml": CONFIGURATION.replace("[en, fr, lt]", "[fr, lt]"), "docs/fr/index.md": "# Bienvenue\n", "docs/en/index.md": "", **LISTS}

    body = body_of(reading(write_base(tmp_path, files)), "projects/bridge/", "fr")

    told = {str(text).strip(): language_of(text, "fr") for text in texts(body)}
    assert (told["Short trainings for people far from work."], told["Offer short training"], told["Funded by the European Union."]) == ("en", "en", "en")


def test_the_glossary_defines_every_term_in_the_order_of_the_alphabet(found: Reading) -> None:
    english, french = body_of(found, "glossary/"), body_of(found, "glossary/", "fr")

    assert [words(term) for term in english.select(".tp-term h2")] == ["gesture", "posture", "training"]
    assert [words(term) for term in french.select(".tp-term h2")] == ["formation", "geste", "posture"]
    assert [words(letter) for letter in french.select(".tp-letters a")] == ["F", "G", "P"]


def test_a_term_tells_its_other_names_its_note_its_source_and_its_neighbours(found: Reading) -> None:
    term = one(body_of(found, "glossary/"), "#training")

    assert (words(one(term, ".tp-synonyms")), words(one(term, ".tp-scope"))) == ("schooling", "Not a lesson.")
    assert words(one(term, "small")) == "A dictionary . Same as eurovoc.europa.eu . Close to terms.example.org ."
    assert facts(term, "details .tp-facts") == {"French": "formation"}


@pytest.mark.parametrize(
    ("term", "neighbours"),
    [("gesture", ["Broader: training", "Related: posture"]), ("posture", ["Broader: training", "Related: gesture"]), ("training", ["Narrower: gesture , posture"])],
)
def test_neighbouring_terms_are_seen_from_both_ends(found: Reading, term: str, neighbours: list[str]) -> None:
    assert [words(line) for line in one(body_of(found, "glossary/"), f"#{term}").select(".tp-neighbours")] == neighbours


def test_where_a_definition_comes_from_is_told_in_the_language_in_which_it_was_written(tmp_path: Path) -> None:
    term = "try: {original: en, labels: {en: trial, fr: essai}, definitions: {en: A trial., fr: Un essai.}, source: After the dictionary}\n"
    found = reading(write_base(tmp_path, {**ONE_OF_EACH, "glossary.yml": term}))

    assert [words(one) for one in body_of(found, "glossary/", "fr").select("small [lang=en]")] == ["After the dictionary"]
    assert body_of(found, "glossary/").select("small [lang]") == []


def test_a_glossary_that_no_native_reader_has_checked_says_so_once(found: Reading) -> None:
    sentence = found.edition("fr").catalogue.text("No native reader has checked these entries yet.")

    assert body_of(found, "glossary/").select(".tp-notice") == []
    assert words(one(body_of(found, "glossary/", "fr"), ".tp-notice")) == sentence
    assert words(body_of(found, "glossary/", "fr")).count(sentence) == 1


def test_entries_that_a_native_reader_has_checked_say_so(tmp_path: Path) -> None:
    glossary = str(LISTS["glossary.yml"])
    checked = reading(write_base(tmp_path, {**ONE_OF_EACH, "glossary.yml": glossary + "try:\n  original: fr\n  labels: {fr: essai}\n  definitions: {fr: Un essai.}\n  review: {fr: native}\n"}))
    body, text = body_of(checked, "glossary/", "fr"), checked.edition("fr").catalogue.text

    assert words(one(body, ".tp-notice")) == text("A native reader has checked only the entries that say so.")
    assert [str(term["id"]) for term in body.select(".tp-term") if text("A native reader has checked this entry.") in words(term)] == ["try"]


def test_terms_under_one_letter_with_and_without_accent_have_different_places(tmp_path: Path) -> None:
    glossary = "".join(f"t{number}: {{labels: {{en: {label}}}, definitions: {{en: A.}}}}\n" for number, label in enumerate(("Ea", "Éb", "Ec", "Éd")))

    body = body_of(reading(write_base(tmp_path, {"glossary.yml": glossary})), "glossary/")

    names = [str(element["id"]) for element in body.select("[id]")]
    assert len(set(names)) == len(names)
    assert {str(link["href"]).removeprefix("#") for link in body.select("a[href^='#']")} <= set(names)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("tag", ["en", "lt"])
def test_a_catalogue_shows_every_record_of_its_kind_once(found: Reading, kind: object, tag: str) -> None:
    folder = str(getattr(kind, "folder", ""))
    links = [str(link["href"]) for link in body_of(found, f"{folder}/", tag).select(".tp-card__title a")]

    assert sorted(links) == sorted(f"../{path}/" for path in found.library.cards if path.startswith(f"{folder}/"))


def test_a_catalogue_says_how_many_records_there_are(found: Reading) -> None:
    assert words(one(body_of(found, "good_practices/"), ".tp-count")) == "2 records"
    assert words(one(body_of(found, "skills/"), ".tp-count")) == "1 record"


def test_an_empty_catalogue_invites_to_write_the_first_record(tmp_path: Path) -> None:
    body = body_of(reading(write_base(tmp_path)), "skills/")

    assert words(one(body, ".tp-empty")) == "Nothing is documented here yet."


def test_cards_of_a_catalogue_stand_newest_first(tmp_path: Path) -> None:
    dates = {"a": "2022", "b": "2023-10", "c": "2023-10-19", "d": None}
    files = {f"events/{name}/en.md": f"---\ntitle: {name}\n---\n" for name in dates} | {
        f"events/{name}/record.yml": "original: en\norigin: editorial\ndocumented: partial\n" + (f"start: {date}\n" if date else "") for name, date in dates.items()
    }

    assert [words(card) for card in body_of(reading(write_base(tmp_path, files)), "events/").select("h2, h3") if words(card) in dates] == ["c", "b", "a", "d"]


CARDS = {
    "good_practices/": ["The open door People come in when they like.", "Mixed", "Evidence : 4/5", "Ireland", "France"], "microtrainings/": ["1 h 30 min", "2 gestures", "Germany"],
    "events/": ["19 October 2023"], "trials/": ["19 October 2023"], "twg_conclusions/": ["September 2022"],
}


@pytest.mark.parametrize(("address", "told"), CARDS.items(), ids=CARDS)
def test_a_card_tells_what_helps_to_choose(found: Reading, address: str, told: list[str]) -> None:
    text = words(body_of(found, address)).replace("Evidence:", "Evidence :")

    assert [part for part in told if part not in text] == []


def test_a_card_in_another_language_says_which(found: Reading) -> None:
    french = body_of(found, "skills/", "fr")

    assert words(one(french, ".tp-lang")) == "anglais"
    assert body_of(found, "skills/").select(".tp-lang") == []


def test_a_record_that_is_documented_in_part_says_so_on_its_card(found: Reading) -> None:
    assert "Announced, not documented yet" in words(body_of(found, "good_practices/"))


FAULTY = {**ONE_OF_EACH, "events/kiel-2023/record.yml": "original: en\norigin: <nowhere>\ndocumented: announced\n"}


@pytest.mark.parametrize("tag", ["en", "fr"])
def test_in_a_preview_a_record_that_is_left_out_shows_its_faults(tmp_path: Path, tag: str) -> None:
    found = reading(write_base(tmp_path, FAULTY), is_preview=True)
    fault = next(one for one in found.diagnostics if one.code == "unknown-value")
    translate = found.edition(tag).catalogue.text
    assert fault.hint

    body = body_of(found, "events/kiel-2023/", tag)

    assert words(one(body, ".tp-faults li strong")) == " ".join(fault.message.text(translate).split())
    assert " ".join(fault.hint.text(translate).split()) in words(body)
    assert words(one(body, ".tp-faults code")) == "events/kiel-2023/record.yml:2:9"
    assert one(body_of(found, "events/", tag), ".tp-notice--fault a")["href"] == "../events/kiel-2023/"


def test_the_page_of_a_record_that_is_left_out_is_for_no_search_engine(tmp_path: Path) -> None:
    page = reading(write_base(tmp_path, FAULTY), is_preview=True).page("events/kiel-2023/", "en")

    assert page.is_fallback
