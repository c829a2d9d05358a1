from tremplin.diagnostics import Diagnostic, Location, Severity, message
from tremplin.serve.panel import SHOWN, left_out, panels

FAULT = Diagnostic(
    "not-a-duration", Location("microtrainings/hygiene/record.yml", 3, 1), message("`{value}` is not a duration", value="long"), message("write `1h30`, `7h` or `45 min`"),
)
WARNING = Diagnostic("unknown-file", Location("skills/tact/notes.txt"), message("this file is not used"), severity=Severity.WARNING)
REFERENCE = Diagnostic("unknown-reference", Location("trials/first/record.yml", 2), message("there is no `{target}`", target="microtrainings/nothing"))
IN_A_LIST = Diagnostic("unknown-field", Location("partners.yml", 9), message("unknown field `{field}`", field="name"))


def test_a_panel_shows_place_message_and_hint_of_every_fault_in_each_language() -> None:
    shown = panels(("en", "fr"), [FAULT, WARNING], None)

    assert shown["en"]["title"] == "1 fault"
    assert shown["en"]["faults"] == [{"place": "microtrainings/hygiene/record.yml:3:1", "message": "`long` is not a duration", "hint": "write `1h30`, `7h` or `45 min`"}]
    assert shown["fr"]["faults"] == [{"place": "microtrainings/hygiene/record.yml:3:1", "message": "`long` n'est pas une durée", "hint": "écrivez `1h30`, `7h` ou `45 min`"}]
    assert (shown["fr"]["language"], shown["fr"]["direction"]) == ("fr", "ltr")


def test_warnings_alone_open_no_panel() -> None:
    assert panels(("en",), [WARNING], None) == {"en": {}}


def test_a_panel_tells_which_records_are_left_out() -> None:
    shown = panels(("en",), [FAULT, REFERENCE, IN_A_LIST], None)

    assert shown["en"]["leftOut"] == "2 records are left out because they have faults: microtrainings/hygiene and trials/first"


def test_a_fault_in_a_list_leaves_no_record_out() -> None:
    assert left_out([IN_A_LIST]) == []
    assert panels(("en",), [IN_A_LIST], None)["en"]["leftOut"] == ""


def test_a_build_that_was_stopped_comes_first() -> None:
    shown = panels(("en",), [FAULT], (message("the disk is full"), None))

    assert shown["en"]["title"] == "2 faults"
    assert shown["en"]["faults"][0] == {"place": "", "message": "the disk is full", "hint": ""}


def test_a_long_list_is_cut_and_says_so() -> None:
    shown = panels(("en",), [FAULT] * (SHOWN + 3), None)

    assert len(shown["en"]["faults"]) == SHOWN
    assert shown["en"]["title"] == f"{SHOWN + 3} faults"
    assert shown["en"]["more"] == "3 more; the terminal shows them all."
