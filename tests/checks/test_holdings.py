"""Holdings of judgments against the sentences and the evidence that cite them, and holdings that nobody read."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.authorities import contention_beside_holdings, unverified_rule
from probata.diagnostics import Diagnostic

CASE = """
case: {title: Example}
authorities:
  - id: tarn
    kind: judgment
    name: Tarn
    citation: Tarn
    holdings: [{id: h, text: A prisoner died., paragraph: "14-16", verified: VERIFIED}]
allegations:
  - id: a
    title: T
    statement: It is alleged that guards murdered a prisoner.
    evidence: [{source: tarn, pinpoint: {type: paragraph, value: "14"}, supports: the death}]
"""
AT_14 = 'value: "14"'


def found(folder: Path, check: Check, case: str) -> tuple[Diagnostic, ...]:
    loaded, faults = load_example(folder, case.replace("VERIFIED", "true"))
    assert faults == []
    return run_checks(loaded, [check])[0].findings


def beside(folder: Path, case: str) -> list[tuple[str, str]]:
    findings = found(folder, contention_beside_holdings, case)
    assert {one.severity.label for one in findings} <= {"note"}
    return [(one.record, in_ids(one.message)) for one in findings]


def test_evidence_at_a_paragraph_without_a_holding_is_noted(tmp_path: Path) -> None:
    message = (
        "what is cited as evidence from `tarn` rests on its paragraph `90`, and its recorded holdings stand at `14-16`"
    )

    assert beside(tmp_path / "a", CASE.replace(AT_14, 'value: "90"')) == [("allegations/a", message)]
    assert beside(tmp_path / "b", CASE.replace(AT_14, 'value: "9-14"')) == []
    assert beside(tmp_path / "c", CASE.replace("type: paragraph, " + AT_14, 'type: page, value: "90"')) == []


@each("place", ["", ', paragraph: "9", verified: true'])
def test_a_judgment_whose_holdings_have_no_such_place_is_found_for_what_it_has(place: str, tmp_path: Path) -> None:
    case = CASE.replace(', paragraph: "14-16", verified: VERIFIED', place).replace(AT_14, 'value: "90"')

    assert [record for record, _ in beside(tmp_path, case)] == (["allegations/a"] if place else [])


def test_a_holding_that_was_not_read_in_the_judgment_is_noted(tmp_path: Path) -> None:
    read = found(tmp_path / "a", unverified_rule, CASE)
    unread = found(tmp_path / "b", unverified_rule, CASE.replace("VERIFIED", "false"))

    assert read == ()
    assert [(one.record, in_ids(one.message), one.severity.label) for one in unread] == [
        ("authorities/tarn", "of what is recorded as held in `tarn`, 1 was not read in it: `h`", "note")
    ]


def test_a_report_holds_nothing_that_must_be_read(tmp_path: Path) -> None:
    case = CASE.replace("VERIFIED", "false").replace("kind: judgment", "kind: un_report")

    assert found(tmp_path, unverified_rule, case) == ()
