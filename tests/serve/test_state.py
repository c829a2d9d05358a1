import threading

from tremplin.serve.state import Hub


def test_pages_and_styles_have_counts_of_their_own() -> None:
    hub = Hub()
    first = hub.state
    hub.tell({}, pages=True)
    second = hub.state
    hub.tell({}, styles=True)
    third = hub.state
    hub.tell({"en": {"title": "1 fault"}})

    assert second.pages > first.pages
    assert second.styles == first.styles
    assert third.pages == second.pages
    assert third.styles > second.styles
    assert (hub.state.pages, hub.state.styles) == (third.pages, third.styles)
    assert hub.state.number > third.number


def test_whoever_waits_is_woken_by_the_next_state() -> None:
    hub = Hub()
    before = hub.state.number
    threading.Timer(0.05, lambda: hub.tell({}, pages=True)).start()

    state = hub.after(before, 30)

    assert state is not None
    assert state.number > before


def test_without_news_the_present_state_comes_back() -> None:
    hub = Hub()

    assert hub.after(hub.state.number, 0.01) == hub.state


def test_at_the_end_everybody_may_go() -> None:
    hub = Hub()
    threading.Timer(0.05, hub.close).start()

    assert hub.after(hub.state.number, 30) is None


def test_a_language_that_the_site_does_not_speak_gets_the_default() -> None:
    hub = Hub()
    hub.tell({"fr": {"title": "1 erreur"}, "en": {"title": "1 fault"}})

    assert hub.state.panel("en") == {"title": "1 fault"}
    assert hub.state.panel("../x") == {"title": "1 erreur"}


def test_pages_of_an_earlier_server_see_that_this_is_another_one() -> None:
    first = Hub()
    first.tell({}, pages=True)

    assert first.state.pages > 1_000_000
