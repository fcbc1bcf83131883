"""A number that two sentences give of one thing from one page."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.figures import number_told_two_ways
from probata.checks.runner import run_checks

CASE = """
case: {title: Example, language: LANG}
sources: [{id: minutes, title: Minutes}, {id: report, title: Report}]
people:
  - {id: solvan, name: {family: Solvan, given: Ardel}}
  - {id: merrik, name: {family: Merrik, given: Tove}}
narrative:
  - {id: a, title: A, text: 'FIRST'}
  - {id: b, title: B, text: 'SECOND'}
"""


def found(folder: Path, first: str, second: str, language: str = "en-GB") -> list[str]:
    """Return the numbers that are found in two sections."""
    written = CASE.replace("FIRST", first).replace("SECOND", second).replace("LANG", language)
    case, faults = load_example(folder, written)
    assert [fault.message for fault in faults] == []
    return [one.message.split("`")[1] for one in run_checks(case, [number_told_two_ways.CHECK])[0].findings]


VOTE = "The council extended 61 cases of custody at the prison [@minutes, p. 3]."
BEATEN = "Of 27 former detainees, 21 describe beatings with a hose [@report, p. 19]."


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        (VOTE, "She voted to extend 71 cases of custody [@minutes, pp. 2-3].", "71 cases of custody"),
        (BEATEN, "In the report 12 describe beatings [@report, pp. 18-19].", "12 describe beatings"),
        (BEATEN, "Of 72 former detainees 21 describe beatings [@report, p. 19].", "72 former detainees 21"),
        (
            "The order obliges him to open an inquiry within 24 hours of a death [@minutes, p. 1].",
            "He was bound to open an inquiry within 48 hours [@minutes, p. 1].",
            "48 hours",
        ),
        (
            "A stay of forty-eight hours is allowed [@minutes, p. 1].",
            "The stay allowed is seventy-two hours [@minutes, p. 1].",
            "seventy-two hours",
        ),
        (VOTE.replace("61", "13"), VOTE.replace("61", "twelve"), "twelve cases of custody"),
        (VOTE, VOTE.replace("61", "twelve hundred"), "twelve hundred cases of"),
        (BEATEN, "In the report nine of the 27 describe beatings [@report, p. 19].", "nine of the 27"),
        (BEATEN, "In the report 12 of the 27 describe beatings [@report, p. 19].", "12 of the 27"),
        (
            BEATEN,
            "Of the twenty-eight former detainees, 21 describe beatings [@report, p. 19].",
            "twenty-eight former detainees",
        ),
        (VOTE + " She extended 61 cases of custody [@minutes, p. 3].", VOTE.replace("61", "16"), "16 cases of custody"),
    ],
)
def test_another_number_of_the_same_thing_from_the_same_page_is_found(
    tmp_path: Path, first: str, second: str, number: str
) -> None:
    assert found(tmp_path, first, second) == [number]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (VOTE, VOTE),
        (VOTE, "She voted to extend 71 cases of custody [@minutes, p. 4]."),
        (VOTE, "She voted to extend 71 cases of custody [@report, p. 3]."),
        (VOTE, "She voted to extend 71 cases of custody [@minutes]."),
        (VOTE, "The minutes of the council have 71 pages on the prison [@minutes, p. 3]."),
        (VOTE, "The council extended 71 further cases of custody [@minutes, p. 3]."),
        (VOTE, "The council extended about 60 cases of custody [@minutes, p. 3]."),
        (VOTE, "Of the cases of custody, 61 were extended, and 10 cases of custody ended [@minutes, p. 3]."),
        ("In May 61 cases of custody began [@minutes, p. 3].", "In June 71 cases of custody began [@minutes, p. 3]."),
        ("Ardel Solvan got 5 years of prison [@minutes, p. 3].", "Merrik got 7 years of prison [@minutes, p. 3]."),
        (BEATEN, "The report names 21 former detainees [@report, p. 19]."),
        (
            "Of 27 former detainees of Brann Street, 21 describe beatings [@report, p. 19].",
            "In 2023 the State held 40 detainees at Brann Street [@report, p. 19].",
        ),
        (BEATEN, "It counts 14 who describe standing [@report, p. 19]."),
        (VOTE, VOTE.replace("61", "sixty-one")),
        (VOTE, "The twelve cases of custody at the prison ended [@minutes, p. 3]."),
        (VOTE, "Ten to twelve cases of custody at the prison ended [@minutes, p. 3]."),
        (VOTE, "Two cases of custody at the prison ended [@minutes, p. 3]."),
        (VOTE, "Order twelve extended cases of custody at the prison [@minutes, p. 3]."),
        (VOTE, "Of sixty-one cases of custody the council extended twelve cases of custody [@minutes, p. 3]."),
        (BEATEN, "Two thirds of the former detainees describe beatings [@report, p. 19]."),
        ("They counted 30 % of the cases of custody [@minutes, p. 3].", VOTE),
    ],
)  # fmt: skip
def test_a_number_that_may_be_of_something_else_is_left_alone(tmp_path: Path, first: str, second: str) -> None:
    assert found(tmp_path, first, second) == []


@pytest.mark.parametrize(
    ("language", "first", "second", "number"),
    [
        (
            "fr",
            "Le conseil a prolongé 61 gardes à vue à la prison [@minutes, p. 3].",
            "Elle a voté la prolongation de 71 gardes à vue à la prison [@minutes, p. 3].",
            "71 gardes à vue",
        ),
        (
            "es",
            "El consejo prorrogó 61 casos de custodia [@minutes, p. 3].",
            "Votó para prorrogar 71 casos de custodia [@minutes, p. 3].",
            "71 casos de custodia",
        ),
    ],
)
def test_numbers_in_french_and_spanish_are_compared_too(
    tmp_path: Path, language: str, first: str, second: str, number: str
) -> None:
    assert found(tmp_path, first, second, language) == [number]


def test_the_number_that_fewer_sentences_give_is_found(tmp_path: Path) -> None:
    wrong = VOTE.replace("61", "71")

    assert found(tmp_path, wrong, f"{VOTE} {VOTE}") == ["71 cases of custody"]


ABOUT = """
case: {title: Example}
sources:
  - id: report
    title: Report
    author: [Harbour Watch]
    supports: SUPPORTS
people: [{id: wolk, name: {family: Wolk, given: Mara}}]
events: [{id: night, kind: incident, title: Night of the Lamps}]
exhibits: [{id: mw1, mark: MW/1, description: the report, source: report}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    paragraphs: [{id: a, text: 'STATED', basis: own_knowledge, exhibits: [mw1]}]
quotations:
  - {id: said, speaker: {person: wolk}, text: 'QUOTED', quoted_in: report}
narrative:
  - {id: a, title: A, text: 'OURS'}
  - {id: b, title: B, text: 'ALSO'}
"""
NOTHING = {
    "SUPPORTS": "Accounts",
    "STATED": "I wrote it.",
    "QUOTED": "It was dark.",
    "OURS": "It rained.",
    "ALSO": "So.",
}
INTERVIEWED = "Harbour Watch interviewed 43 former detainees for its report [@report, p. 11]."
NIGHT = "On the Night of the Lamps guards moved 43 prisoners out of the hall."


def about(folder: Path, **texts: str) -> list[tuple[str, str, str]]:
    """Return record, weight and number of what is found where these texts stand in the case."""
    written = ABOUT
    for name, text in {**NOTHING, **{key.upper(): value for key, value in texts.items()}}.items():
        written = written.replace(name, text)
    case, faults = load_example(folder, written)
    assert [fault.message for fault in faults] == []
    findings = run_checks(case, [number_told_two_ways.CHECK])[0].findings
    return [(one.record, one.severity.label, one.message.split("`")[1]) for one in findings]


@pytest.mark.parametrize(
    "other",
    [
        {"stated": "In May we interviewed 34 former detainees."},
        {"quoted": "We interviewed 34 former detainees."},
        {"supports": "Interviews with 34 former detainees"},
    ],
)
def test_two_digits_swapped_against_a_statement_quotation_or_source_are_found_in_our_text(
    tmp_path: Path, other: dict[str, str]
) -> None:
    assert about(tmp_path, ours=INTERVIEWED, **other) == [("narrative/a", "should fix", "43 former detainees for")]


def test_two_digits_swapped_in_another_text_on_the_source_as_a_whole_are_found(tmp_path: Path) -> None:
    found = about(tmp_path, ours=INTERVIEWED, also="It rests on interviews with 34 former detainees [@report].")

    assert found == [("narrative/b", "should fix", "34 former detainees")]


def test_in_an_event_that_both_name_swapped_digits_are_found_and_another_number_is_a_note(tmp_path: Path) -> None:
    assert about(tmp_path, ours=NIGHT, also=NIGHT.replace("43", "34"))[0][1] == "should fix"
    assert about(tmp_path, ours=NIGHT, also=NIGHT.replace("43", "47"))[0][1] == "note"


def test_the_number_that_most_tell_stands_whoever_tells_it(tmp_path: Path) -> None:
    ours = INTERVIEWED.replace("43", "34")
    found = about(tmp_path, ours=ours, also=ours, stated="We interviewed 43 former detainees.")

    assert found == [("statements/wolk-1", "should fix", "43 former detainees")]


def test_swapped_digits_of_two_pages_are_a_note(tmp_path: Path) -> None:
    other = INTERVIEWED.replace("43", "34").replace("p. 11", "p. 12")

    assert [one[1] for one in about(tmp_path, ours=INTERVIEWED, also=other)] == ["note"]


def test_the_wholes_of_equal_parts_are_compared(tmp_path: Path) -> None:
    of_27 = "Of 27 former detainees, 21 describe beatings [@report, p. 19]."
    found = about(tmp_path, ours=of_27, also="In custody, 21 of the 72 describe beatings [@report, pp. 19-20].")

    assert found == [("narrative/b", "should fix", "72 describe beatings")]


@pytest.mark.parametrize(
    "other",
    [
        {"stated": "In May we interviewed 43 former detainees."},
        {"quoted": "We interviewed 37 witnesses."},
        {"quoted": "We interviewed about 34 former detainees."},
        {"also": "Harbour Watch interviewed 47 former detainees for its report [@report, p. 12]."},
        {"also": "Another group interviewed 34 former detainees for a book."},
        {"also": "In its report Harbour Watch interviewed 34 former detainees, 43 former detainees in all [@report]."},
        {"stated": "In the North Camp we interviewed 34 former guards."},
    ],
)
def test_what_another_text_tells_of_something_else_is_left_alone(tmp_path: Path, other: dict[str, str]) -> None:
    assert about(tmp_path, ours=INTERVIEWED, **other) == []


def test_a_statement_that_contradicts_ours_is_the_witness_to_correct(tmp_path: Path) -> None:
    ours = INTERVIEWED.replace("43", "34")
    written = ABOUT
    for name, text in (NOTHING | {"OURS": ours, "ALSO": ours, "STATED": "We interviewed 43 former detainees."}).items():
        written = written.replace(name, text)
    case, _ = load_example(tmp_path, written)
    (found,) = run_checks(case, [number_told_two_ways.CHECK])[0].findings

    assert found.help is not None
    assert found.help.endswith("words of a statement are the witness's to correct")
    assert "by the same source “Report” (`report`)" in found.message
