import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.findings import FINDINGS
from tremplin import __version__
from tremplin.diagnostics import Diagnostic, Location, Severity, message
from tremplin.report import FORMATS, text
from tremplin.rules import codes, explanation

EXPECTED = Path(__file__).parent / "expected"
FRENCH = {"unknown field `{field}`": "champ inconnu : `{field}`", "did you mean `{name}`?": "`{name}`, peut-être ?"}
any_text = st.text(st.characters(codec="utf-8"), max_size=40)
any_finding = st.builds(
    lambda path, line, column, said, hint, severity: Diagnostic("some-code", Location(path, line, column), message("{said}", said=said), message("{hint}", hint=hint), severity),
    any_text.filter(bool), st.integers(1, 9999), st.integers(1, 999), any_text, any_text, st.sampled_from(Severity),
)
all_kinds_of_findings = st.lists(any_finding, max_size=4)


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_tells_place_code_message_and_hint(name: str) -> None:
    expected = (EXPECTED / f"{name}.txt").read_text(encoding="utf-8").replace("@VERSION@", __version__)

    assert FORMATS[name](FINDINGS, str) == expected


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_speaks_the_language_it_is_given(name: str) -> None:
    told = FORMATS[name](FINDINGS[:1], lambda sentence: FRENCH.get(sentence, sentence))

    assert "champ inconnu : `benefciaries`" in told
    assert "`beneficiaries`, peut-être ?" in told


def test_nothing_found_is_said_in_one_line() -> None:
    assert FORMATS["text"]((), str) == "Nothing to mend.\n"
    assert FORMATS["github"]((), str) == ""
    assert json.loads(FORMATS["json"]((), str)) == {"errors": 0, "warnings": 0, "notes": 0, "diagnostics": []}
    assert json.loads(FORMATS["sarif"]((), str))["runs"][0]["results"] == []


def test_colours_change_no_word() -> None:
    coloured = text.render(FINDINGS, colour=True)

    assert coloured != text.render(FINDINGS)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == text.render(FINDINGS)


@given(all_kinds_of_findings)
def test_whatever_a_record_says_each_finding_takes_two_lines_without_control_characters(findings: Sequence[Diagnostic]) -> None:
    lines = text.render(findings).split("\n")

    assert len(lines) == 2 * len(findings) + (3 if findings else 2)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e]", "".join(lines))


@given(any_finding)
def test_a_workflow_command_gives_back_what_was_put_in(finding: Diagnostic) -> None:
    told = FORMATS["github"]([finding], str)
    found = re.fullmatch(r"::(error|warning|notice) file=([^,:\r\n]*),line=(\d+),col=(\d+),title=some-code::([^\r\n]*)\n", told)

    assert found is not None
    assert _unescaped(found[2]) == finding.location.path
    assert (int(found[3]), int(found[4])) == (finding.location.line, finding.location.column)
    assert finding.hint is not None
    assert _unescaped(found[5]) == f"{finding.message.text()}\n{finding.hint.text()}"


def _unescaped(words: str) -> str:
    return words.replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


@pytest.mark.parametrize("code", codes())
def test_sarif_explains_every_code(code: str) -> None:
    log = json.loads(FORMATS["sarif"]([Diagnostic(code, Location("a.yml"), message("…"))], str))
    rule, result = log["runs"][0]["tool"]["driver"]["rules"][0], log["runs"][0]["results"][0]

    assert (rule["id"], result["ruleId"], result["ruleIndex"]) == (code, code, 0)
    assert rule["fullDescription"]["text"] == explanation(code)
    assert rule["shortDescription"]["text"] == (explanation(code) or "").splitlines()[0]


def test_sarif_lists_a_rule_once_and_points_to_it() -> None:
    run = json.loads(FORMATS["sarif"]([*FINDINGS, *FINDINGS], str))["runs"][0]
    names = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert names == sorted(set(names))
    assert [names[result["ruleIndex"]] for result in run["results"]] == [finding.code for finding in (*FINDINGS, *FINDINGS)]
