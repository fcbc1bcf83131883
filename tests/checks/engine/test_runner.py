"""Running checks: answers, decisions, and a check that breaks off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.in_ids import in_ids

from probata.checks import Check, CheckInput, Finding, Outcome, findings_of, run_checks
from probata.diagnostics import Severity

ALLEGATION = """
case: {title: Example}
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten.}
"""
DECIDED = (
    ALLEGATION
    + """
decisions:
  - id: d
    check: allegation-without-role
    record: allegations/a
    decision: we print it as setting
    reason: it shows the conditions
    author: Ada Reyes
    date: 2024-06-01
"""
)


def breaks(case: CheckInput) -> Iterator[Finding]:
    yield case.finding("case", "example", "this was found before the check broke off", "look at it")
    raise KeyError("seats")


BROKEN = Check("STR999", "broken-on-purpose", Severity.WARNING, "case", breaks)


def test_a_check_that_breaks_off_is_named_and_the_others_run(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, ALLEGATION)
    broken, sound = run_checks(case, [BROKEN, check_named("allegation-without-role")])

    assert broken.outcome is Outcome.CANNOT_TELL
    assert [found.code for found in broken.findings] == ["STR999", "CHK900"]
    assert "`broken-on-purpose`" in broken.findings[1].message
    assert "KeyError" not in broken.findings[1].message
    assert broken.findings[1].notes == ("KeyError: 'seats'",)
    assert sound.outcome is Outcome.FAILED
    assert [found.name for found in sound.findings] == ["allegation-without-role"]


def test_a_decided_finding_is_a_note_that_tells_the_decision(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, DECIDED)
    (result,) = run_checks(case, [check_named("allegation-without-role")])

    (found,) = result.findings
    assert found.severity is Severity.INFO
    assert tuple(map(in_ids, found.notes)) == (
        "decided: we print it as setting", "reason: it shows the conditions", "by Ada Reyes, 2024-06-01",
    )  # fmt: skip


def test_a_decision_on_another_record_changes_nothing(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, DECIDED.replace("record: allegations/a", "record: allegations/b"))
    (result,) = run_checks(case, [check_named("allegation-without-role")])

    assert [found.severity for found in result.findings] == [Severity.ERROR]


def test_a_check_answers_not_applicable_where_there_is_nothing_to_check(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, "case: {title: Example}")
    (result,) = run_checks(case, [check_named("allegation-without-role")])

    assert result.outcome is Outcome.NOT_APPLICABLE
    assert result.findings == ()


def test_what_the_records_leave_open_and_is_told_counts_as_found(tmp_path: Path) -> None:
    text = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015-08/2017-04}]
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten., period: 2017-04-20,
     roles: [{role: r, responsibility: command}]}
"""
    case, _ = load_example(tmp_path, text)
    (result,) = run_checks(case, [check_named("conduct-outside-tenure")])

    assert result.outcome is Outcome.FAILED
    assert (result.answer.failed, result.answer.untold, result.answer.why()) == (1, 0, "")
    assert [found.severity for found in result.findings] == [Severity.WARNING]


def test_findings_come_heaviest_first(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, ALLEGATION.replace("title: Example", "title: Example, status: illustration"))
    weights = [found.severity.rank for found in findings_of(run_checks(case))]

    assert weights == sorted(weights)
    assert {0, 2} <= set(weights)
