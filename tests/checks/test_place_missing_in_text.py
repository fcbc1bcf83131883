"""Long works that our texts cite without saying where in them."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.citations import place_missing_in_text

CASE = """
case: {title: Example}
sources:
  - {id: report, title: A report, type: report, held: held}
  - {id: letter, title: A letter, type: document, held: held}
  - {id: named, title: Another report, type: report, held: cited_in}
authorities: [{id: tarn, kind: judgment, name: Tarn, citation: Tarn}]
narrative:
  - {id: n, title: N, kind: KIND, text: "SAID"}
allegations:
  - {id: a, title: A, statement: S., particulars: "OWN"}
"""


def found(folder: Path, said: str, kind: str = "fact", own: str = "Nothing.") -> list[tuple[str, str]]:
    written = CASE.replace("SAID", said).replace("KIND", kind).replace("OWN", own)
    case, faults = load_example(folder, written)
    assert [in_ids(fault.message) for fault in faults] == []
    findings = run_checks(case, [place_missing_in_text])[0].findings
    assert {one.severity.label for one in findings} <= {"note"}
    return [(one.record, in_ids(one.message).split("`")[1]) for one in findings]


@each("kind", ["fact", "reported_allegation", "submission_of_fact", "context"])
def test_a_long_work_without_a_place_is_a_note_once_for_a_section(tmp_path: Path, kind: str) -> None:
    said = "They were beaten [@report; @tarn]. They were starved [@report]."

    assert found(tmp_path, said, kind) == [("narrative/n", "report"), ("narrative/n", "tarn")]


def test_particulars_are_read_too(tmp_path: Path) -> None:
    assert found(tmp_path, "Nothing.", own="They were beaten [@report].") == [("allegations/a", "report")]


@each(
    "said",
    [
        "They were beaten [@report, p. 4].",
        "They were beaten [@report, heading Methods].",
        "They were beaten [@letter].",
        "They were beaten [@named].",
        "They were beaten [@uncat].",
        "They were beaten [@report, p. 4], all of them [@report].",
        "It published its report [@report].",
        "The judgment is in force [@tarn].",
        "They were beaten.",
    ],
)
def test_a_place_a_short_work_and_the_work_as_a_whole_are_left_alone(tmp_path: Path, said: str) -> None:
    assert found(tmp_path, said) == []


def test_argument_and_assumptions_are_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, "They were beaten [@report].", "submission_of_law") == []
    assert found(tmp_path, "They were beaten [@report].", "assumption") == []
