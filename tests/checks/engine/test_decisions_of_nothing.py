"""Decisions that decide nothing any more, or would stand whatever is found."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import CheckInput
from probata.checks.engine.run import run_checks
from probata.diagnostics import Diagnostic, Severity

CASE = """
case:
  title: Example
  filings: [{id: submission, forum: uk-ghr}]
people: [{id: wolk, name: Mara Wolk}]
allegations: [{id: beatings, title: Beatings, statement: Prisoners were beaten.}]
MORE
decisions:
  - {id: d, check: CHECK, record: RECORD, decision: We stand by it, reason: So, author: Ada Reyes, date: 2024-06-01}
"""


def decided(folder: Path, check: str, record: str, more: str = "") -> list[str]:
    text = CASE.replace("CHECK", check).replace("RECORD", record).replace("MORE", more)
    case, _ = load_example(folder, text)
    return [in_ids(one.message) for one in run_checks(case, [check_named("decision-without-finding")])[0].findings]


@each(
    ("check", "record"),
    [
        ("allegation-without-evidence", "allegations/beatings"),
        ("required-field-missing", "filings/submission"),
        ("section-missing", "filings/submission"),
    ],
)
def test_a_decision_on_what_is_found_in_records_or_documents_stands(check: str, record: str, tmp_path: Path) -> None:
    assert decided(tmp_path, check, record) == []


@each(
    ("check", "record"),
    [
        ("accuser-cites-itself", "allegations/beatings"),
        ("too-many-words", "filings/submission"),
        ("exhibit-not-listed", "people/wolk"),
    ],
)
def test_a_decision_on_what_is_not_found_is_told(check: str, record: str, tmp_path: Path) -> None:
    assert decided(tmp_path, check, record) == [f"decision `d` is on `{check}` of `{record}`, which is not found now"]


@each(
    ("check", "record"),
    [
        ("no-such-check", "allegations/beatings"),
        ("accuser-cites-itself", "allegations/no-such"),
        ("decision-without-finding", "decisions/d"),
    ],
)
def test_what_another_check_tells_of_a_decision_is_not_told_twice(check: str, record: str, tmp_path: Path) -> None:
    assert decided(tmp_path, check, record) == []


def test_nothing_is_said_while_a_part_of_the_case_cannot_be_read(tmp_path: Path) -> None:
    assert decided(tmp_path, "accuser-cites-itself", "allegations/beatings", "roles: [{id: r, person: wolk}]") == []


CASE_NEVER = """
case:
  title: Example
  filings: [{id: submission, forum: uk-ghr}]
people: [{id: wolk, name: Mara Wolk}]
allegations: [{id: beatings, title: Beatings, statement: Prisoners were beaten.}]
decisions:
  - {id: d, check: CHECK, record: RECORD, decision: We stand by it, reason: So, author: Ada, date: 2024-06-01RESTS}
"""


def loaded(folder: Path, check: str, record: str, resting: str = "") -> CheckInput:
    text = CASE_NEVER.replace("CHECK", check).replace("RECORD", record)
    case, _ = load_example(folder, text.replace("RESTS", f", rests_on: [{resting}]" if resting else ""))
    return case


def found(case: CheckInput) -> tuple[Diagnostic, ...]:
    return run_checks(case, [check_named("decision-never-falls")])[0].findings


@each(
    ("check", "record"),
    [("allegation-without-evidence", "allegations/beatings"), ("section-missing", "filings/submission")],
)
def test_a_decision_written_without_what_it_rests_on_is_a_note(check: str, record: str, tmp_path: Path) -> None:
    (one,) = found(loaded(tmp_path, check, record))

    assert (one.severity, one.record) == (Severity.INFO, "decisions/d")
    assert in_ids(one.message) == f"decision `d` records nothing on which it rests, so no change of `{record}` ends it"
    assert "`probata decide`" in (one.help or "")
