"""Words of the glossary in texts."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from tests.pages.markup import parsed
from tremplin.model.kinds.lists import Term
from tremplin.pages import terms
from tremplin.pages.prose import rendered
from tremplin.pages.terms import Finder, Finders, names_digest


def term(**fields: object) -> Term:
    return Term.model_validate({"labels": {"en": "x"}, "definitions": {"en": "x"}, **fields})


TERMS = {
    "micro-training": term(labels={"en": "micro-training", "fr": "micro-formation", "pl": "mikroszkolenie", "it": "micro-formazione", "lt": "mikromokymai", "de": "Mikroschulung"}),
    "training": term(labels={"en": "training"}, marked="false"),
    "ltu": term(labels={"en": "long-term unemployed", "pl": "osoba długotrwale bezrobotna"}, other_labels={"en": ["people far from work"]}, abbreviations={"en": ["LTU"]}),
    "validation": term(labels={"fr": "validation des acquis"}, abbreviations={"fr": ["VAE"]}),
}


def marks(html: str, tag: str = "en") -> list[tuple[str, str]]:
    """The words that are marked, and their terms."""
    found = parsed(Finder(TERMS, tag).marked(html, "../glossary/", set()))
    return [(link.get_text(), str(link["data-term"])) for link in found.select("a.tp-word")]


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "A micro-training for the long-term unemployed.", ["micro-training", "long-term unemployed"]), ("en", "Micro-trainings help.", ["Micro-trainings"]),
        ("en", "People far\nfrom work", ["People far\nfrom work"]), ("en", "a micro\u2011training, people far\u00a0from work", ["micro\u2011training", "people far\u00a0from work"]),
        ("en", "submicro-training, micro-trainingless", []), ("en", "LTU, but no ltus", ["LTU"]),
        ("en", "Training is not marked.", []), ("fr", "les micro-formations et la VAE", ["micro-formations", "VAE"]), ("fr", "la vae", []),
        ("pl", "W mikroszkoleniach osoby długotrwale bezrobotne uczą się.", ["mikroszkoleniach", "osoby długotrwale bezrobotne"]),
        ("it", "le micro-formazioni", ["micro-formazioni"]), ("lt", "per mikromokymus", ["mikromokymus"]), ("de", "in Mikroschulungen", ["Mikroschulungen"]), ("ro", "micro-training", []),
    ],
)
def test_words_are_found_in_the_forms_in_which_people_write_them(tag: str, text: str, found: list[str]) -> None:
    assert [word for word, _ in marks(f"<p>{text}</p>", tag)] == found


def test_only_the_first_use_on_a_page_is_marked() -> None:
    texts = [(Markup("<p>A micro-training, a micro-training.</p>"), "en"), (Markup("<p>Micro-training</p>"), "en")]

    assert [html.count("tp-word") for html in Finders(TERMS).marked(texts, "../glossary/")] == [1, 0]


def test_a_name_without_a_word_at_its_beginning_marks_nothing() -> None:
    odd = {"odd": term(labels={"en": " - --> odd"}, abbreviations={"en": ["- X", "-"]})}

    assert Finder(odd, "en").marked("<p>- X --> odd</p>", "", set()) == "<p>- X --> odd</p>"


def test_a_pattern_is_made_when_a_text_first_has_the_beginning_of_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def tolerant(text: str, _: str) -> str:
        made.append(text)
        return re.escape(text)

    monkeypatch.setattr(terms, "_tolerant", tolerant)
    finder = Finder(TERMS, "en")

    for text in ("<p>Nothing</p>", "<p>A microscope</p>", "<p>A microphone</p>"):
        finder.marked(text, "../glossary/", set())

    assert made == ["micro-training"]


def test_three_thousand_hits_make_one_mark() -> None:
    assert len(marks("<p>" + "micro-training " * 3000 + "</p>")) == 1


@pytest.mark.parametrize("html", ['<a href="/">micro-training</a>', "<code>LTU</code>", "<h3>LTU</h3>", '<img alt="micro-training">', '<p title="LTU">x</p>', "<pre><code>a LTU</code></pre>"])
def test_links_headings_code_and_attributes_are_left_alone(html: str) -> None:
    assert Finder(TERMS, "en").marked(html, "", set()) == html


@pytest.mark.parametrize(
    "text",
    ["![a &gt; LTU &lt;img src=x onerror=x()&gt;](media/a.png)", '[a](https://example.org "&gt; &lt;/a&gt; LTU &lt;img src=x onerror=x()&gt;")'],
    ids=["picture", "title"],
)
def test_what_looks_like_the_end_of_a_tag_in_an_attribute_ends_none(text: str) -> None:
    html = rendered(text, "skills/teamwork")

    marked = parsed(Finder(TERMS, "en").marked(html, "../glossary/", set()))

    assert not marked.select("[onerror], a.tp-word")
    assert marked == parsed(html)


def test_an_entity_is_no_word() -> None:
    finder = Finder({"quote": term(labels={"de": "Quote"}), "amp": term(labels={"de": "x"}, abbreviations={"de": ["amp"]})}, "de")

    assert finder.marked(rendered('Er sagt "ja" & geht.', "skills/teamwork"), "", set()) == "<p>Er sagt &quot;ja&quot; &amp; geht.</p>"
    assert "tp-word" in finder.marked("<p>Die Quote</p>", "", set())


def test_an_abbreviation_says_what_it_stands_for() -> None:
    assert '<abbr title="long-term unemployed">LTU</abbr>' in Finder(TERMS, "en").marked("<p>LTU</p>", "", set())


@given(st.lists(st.sampled_from(["micro-training", "LTU", "<", "&", "İ", "ß", " ", "x", "long-term unemployed"])).map(" ".join))
def test_nothing_but_links_is_added(text: str) -> None:
    html = f"<p>{escape(text)}</p>"

    assert re.sub(r"</?(?:a|abbr)\b[^>]*>", "", Finder(TERMS, "en").marked(html, "../glossary/", set())) == html


def test_names_change_the_pages_and_definitions_do_not() -> None:
    changed = {**TERMS, "ltu": TERMS["ltu"].model_copy(update={"definitions": {"en": "other"}})}
    renamed = {**TERMS, "ltu": TERMS["ltu"].model_copy(update={"labels": {"en": "other"}})}

    assert names_digest(changed) == names_digest(TERMS) != names_digest(renamed)


def test_thousands_of_names_that_begin_alike_take_seconds() -> None:
    alike = {f"door-{number}": term(labels={"en": f"door {number}"}) for number in range(5000)}
    finder, text = Finder(alike, "en"), "<p>" + "door y " * 50_000 + "</p>"
    started = time.process_time()

    assert finder.marked(text, "", set()) == text
    assert time.process_time() - started < 10, "seconds; trying every name at every place takes minutes"
