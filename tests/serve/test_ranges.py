import pytest

from tremplin.serve.ranges import Span, span_of


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("bytes=0-", Span(0, 1000)),
        ("bytes=200-299", Span(200, 300)),
        ("bytes=999-999", Span(999, 1000)),
        ("bytes=900-5000", Span(900, 1000)),
        ("bytes=-100", Span(900, 1000)),
        ("bytes=-5000", Span(0, 1000)),
        (" bytes = 5 - 9 ", Span(5, 10)),
    ],
)
def test_a_part_is_what_the_standard_says(header: str, span: Span) -> None:
    assert span_of(header, 1000) == span


@pytest.mark.parametrize("header", ["", "bytes=-", "bytes=5-2", "bytes=0-1,5-9", "items=0-1", "bytes=a-b"])
def test_what_makes_no_sense_asks_for_the_whole(header: str) -> None:
    assert span_of(header, 1000) is None


@pytest.mark.parametrize("header", ["bytes=1000-", "bytes=5000-6000", "bytes=-0"])
def test_a_part_after_the_end_is_refused(header: str) -> None:
    with pytest.raises(ValueError, match="bytes"):
        span_of(header, 1000)


def test_nothing_can_be_taken_from_an_empty_file() -> None:
    with pytest.raises(ValueError, match="bytes"):
        span_of("bytes=0-", 0)
