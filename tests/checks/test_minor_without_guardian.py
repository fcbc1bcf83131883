"""A consent of a child wants somebody who gave it."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.consents import minor_without_guardian
from probata.checks.tenures.sure_days import age_on
from probata.diagnostics import Severity
from probata.model.dates import parse_when

TEXT = """
case: {title: Example, AS_OF}
people: [{id: p, name: Witness A, BIRTH}, {id: m, name: Relative A}]
consents: [{id: c, person: p, forums: [uk-ghr], CONSENT}]
"""


def result_of(folder: Path, birth: str, consent: str, as_of: str = "as_of: 2026-01-01") -> CheckResult:
    text = TEXT.replace("BIRTH", birth).replace("CONSENT", consent).replace("AS_OF", as_of)
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [minor_without_guardian])[0]


BORN = "birth: {date: 2006-03-04}"


@each(
    ("birth", "consent", "outcome", "weights"),
    [
        (BORN, "obtained_on: 2024-03-03", Outcome.FAILED, [Severity.ERROR]),
        (BORN, "obtained_on: 2024-03-04", Outcome.PASSED, []),
        (BORN, "obtained_on: 2024-03", Outcome.FAILED, [Severity.INFO]),
        (BORN, "obtained_on: 2024-02", Outcome.FAILED, [Severity.ERROR]),
        (BORN, "obtained_on: ~2020", Outcome.FAILED, [Severity.INFO]),
        (BORN, "obtained_on: 2020, given_by: m", Outcome.PASSED, []),
        (BORN, "obtained_on: 2020, given_by: p", Outcome.FAILED, [Severity.ERROR]),
        (BORN, "obtained_on: 2020, status: refused", Outcome.NOT_APPLICABLE, []),
        ("birth: {date: 2006}", "obtained_on: 2024-06-01", Outcome.FAILED, [Severity.INFO]),
        ("birth: {date: 2006}", "obtained_on: 2025-01-01", Outcome.PASSED, []),
        ("birth: {date: 2006}", "obtained_on: 2023-12-31", Outcome.FAILED, [Severity.ERROR]),
        ("birth: {date: 2000, alternatives: [{date: 2008}]}", "obtained_on: 2024", Outcome.FAILED, [Severity.INFO]),
        ("birth: {date: ~2010}", "obtained_on: 2024", Outcome.FAILED, [Severity.INFO]),
        ("birth: {date: 2010}", "language: French", Outcome.FAILED, [Severity.ERROR]),
        ("birth: {date: 2000}", "language: French", Outcome.PASSED, []),
        ("gender: female", "obtained_on: 2020", Outcome.NOT_APPLICABLE, []),
    ],
)
def test_a_minor_does_not_consent_alone(
    birth: str, consent: str, outcome: Outcome, weights: list[Severity], tmp_path: Path
) -> None:
    result = result_of(tmp_path, birth, consent)

    assert result.outcome is outcome
    assert [one.severity for one in result.findings] == weights


def test_a_consent_without_a_day_in_a_case_without_one_is_not_looked_at(tmp_path: Path) -> None:
    assert result_of(tmp_path, BORN, "language: French", as_of="state: Ruritania").outcome is Outcome.NOT_APPLICABLE


def test_the_consent_of_a_minor_is_told_with_birth_and_day(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, BORN, "obtained_on: 2020-05").findings

    assert in_ids(found.message) == (
        "`p`, born `2006-03-04`, was under 18 on `2020-05`, and nobody else is recorded to have given consent `c`"
    )


@each(
    ("born", "day", "age"), [("2000-02-29", "2018-02-28", 17), ("2000-02-29", "2018-03-01", 18), ("2000", "1999", -1)]
)
def test_an_age_is_in_full_years(born: str, day: str, age: int) -> None:
    assert age_on(parse_when(born).first, parse_when(day).first) == age
