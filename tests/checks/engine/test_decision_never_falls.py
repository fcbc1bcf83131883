"""A decision that would stand whatever is found later."""

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
decisions:
  - {id: d, check: CHECK, record: RECORD, decision: We stand by it, reason: So, author: Ada, date: 2024-06-01RESTS}
"""


def loaded(folder: Path, check: str, record: str, resting: str = "") -> CheckInput:
    text = CASE.replace("CHECK", check).replace("RECORD", record)
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
