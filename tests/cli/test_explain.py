import pytest

from tests.cli.running import tremplin
from tremplin.rules import codes, explanation


@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained(code: str) -> None:
    result = tremplin("explain", code)

    assert (result.exit_code, result.output) == (0, f"{code}\n\n{explanation(code)}\n")


def test_without_a_code_all_are_listed_with_what_they_mean() -> None:
    lines = tremplin("explain").output.splitlines()

    assert [line.split()[0] for line in lines] == list(codes())
    assert [line for line in lines if len(line.split()) < 3] == []
    assert len({len(line) - len(line.split(maxsplit=1)[1]) for line in lines}) == 1


def test_a_code_that_is_misspelt_is_answered_with_the_right_one() -> None:
    result = tremplin("explain", "unknown-feild")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "error: there is no finding with the code `unknown-feild`\n  help: did you mean `unknown-field`?\n"


def test_a_code_may_be_typed_in_capitals() -> None:
    assert tremplin("explain", "PERIOD-ORDER").stdout == tremplin("explain", "period-order").stdout
