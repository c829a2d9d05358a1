"""What pages show alike is made once, and stands rightly on each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bases import write_base
from tests.libraries import reading
from tests.pages.markup import one, parsed
from tests.records import ONE_OF_EACH
from tremplin.model.edition import Edition
from tremplin.pages.view import View

MODULE = "microtrainings/turn-a-key"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    base: Path = write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH)
    return reading(base).edition("en")


def test_a_card_leads_to_its_record_from_pages_of_any_depth(edition: Edition) -> None:
    for address in ("", "themes/", "themes/gardens/", "themes/homes/", "themes/"):
        card = parsed(View(edition, address).card_html(MODULE))
        assert one(card, "h3 a")["href"] == "../" * address.count("/") + f"{MODULE}/"


def test_a_card_that_is_shown_everywhere_keeps_what_one_page_says_of_it_to_that_page(edition: Edition) -> None:
    view = View(edition, "themes/gardens/")
    plain, named, marked = view.card_html(MODULE, with_kind=False), view.card_html(MODULE), view.card_html(MODULE, with_kind=False, found_by='theme:"gardens"')

    assert not parsed(plain).select(".tp-kind")
    assert parsed(named).select(".tp-kind")
    assert one(parsed(marked), "article")["data-facts"] == 'theme:"gardens"'
    assert view.card_html(MODULE, with_kind=False) == plain


def test_pages_of_one_depth_share_their_cards(edition: Edition) -> None:
    assert View(edition, "themes/gardens/").card_html(MODULE) is View(edition, "countries/de/").card_html(MODULE)
