"""Open roles and other accounts of their dates."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import run_checks
from probata.checks.records.tenure import open_role_without_as_of, role_dates_told_differently
from probata.diagnostics import Severity

TEXT = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
sources: [{id: yearbook}]
roles:
  - {id: r, person: p, title: Governor, ROLE}
"""


@each(
    ("role", "words"),
    [
        ("dates: 2015/..", "role `r` has an open end and its status is `ended`"),
        (
            "dates: 2015/.., status: unknown",
            "role `r` goes on, and no day is given for which that was true",
        ),
        (
            "dates: 2015/2016, status: current",
            "role `r` goes on, and no day is given for which that was true",
        ),
        ("dates: 2015/.., status: current, as_of: 2024-06-01", ""),
        ("dates: 2015/2016", ""),
        ("dates: ../2016", ""),
    ],
)
def test_a_role_that_goes_on_needs_a_day(role: str, words: str, tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, TEXT.replace("ROLE", role))
    found = run_checks(case, [open_role_without_as_of])[0].findings

    assert faults == []
    assert [in_ids(one.message) for one in found] == ([words] if words else [])


STALE = """
case: {title: Example, as_of: CASE}
people: [{id: p, name: Mara Wolk}]
roles:
  - {id: r, person: p, title: Governor, dates: 2015/.., status: current, as_of: ROLE}
  - {id: s, person: p, title: Chair, dates: 2015/2016}
allegations: [{id: a, title: A, statement: B., roles: [{role: CHARGED, responsibility: command}]}]
"""


def stale(case_day: str, role_day: str, charged: str = "r") -> str:
    return STALE.replace("CASE", case_day).replace("ROLE", role_day).replace("CHARGED", charged)


@each(
    ("case_day", "role_day", "is_found"),
    [
        ("2024-06-02", "2023-06-01", True),
        ("2024-06-01", "2023-06-01", False),
        ("2024-06", "2023-05", True),
        ("2024-06", "2023-06", False),
        ("2024", "2023", False),
        ("2025", "2023", True),
        ("2025-03-01", "2024-02-29", True),
        ("2024-06", "2030", False),
    ],
)
def test_the_day_of_an_open_role_is_no_more_than_a_year_before_that_of_the_case(
    case_day: str, role_day: str, is_found: bool, tmp_path: Path
) -> None:
    case, _ = load_example(tmp_path, stale(case_day, role_day))
    found = run_checks(case, [open_role_without_as_of])[0].findings

    assert [(one.record, one.severity) for one in found] == ([("roles/r", Severity.WARNING)] if is_found else [])


def test_an_old_status_is_told_with_both_days(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, stale("2024-06-02", "2023-06-01"))
    (found,) = run_checks(case, [open_role_without_as_of])[0].findings

    assert in_ids(found.message) == (
        "the status of role `r`, `current`, was true on `2023-06-01`, more than 12 months before the day "
        "of the case, `2024-06-02`"
    )


def test_an_old_status_of_a_role_on_which_nothing_rests_is_a_note(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, stale("2024-06-02", "2023-06-01", charged="s"))
    (found,) = run_checks(case, [open_role_without_as_of])[0].findings

    assert found.severity is Severity.INFO


@each(("case_day", "role_day"), [("~2025-08", "2023"), ("2025-08", "~2023")])
def test_between_days_of_which_one_is_approximate_the_months_cannot_be_told(
    case_day: str, role_day: str, tmp_path: Path
) -> None:
    case, _ = load_example(tmp_path, stale(case_day, role_day))
    result = run_checks(case, [open_role_without_as_of])[0]

    assert result.outcome is Outcome.FAILED
    assert [one.severity for one in result.findings] == [Severity.INFO]


def test_an_old_status_of_a_role_that_has_ended_is_left_alone(tmp_path: Path) -> None:
    ended = stale("2024-06-02", "2020").replace("2015/.., status: current", "2015/2019, status: ended")
    case, _ = load_example(tmp_path, ended)

    assert run_checks(case, [open_role_without_as_of])[0].findings == ()


def test_another_account_is_told_with_its_source(tmp_path: Path) -> None:
    role = (
        "dates: {stated: 2015-08/2017-04, other_accounts: [{dates: 2015-09/2017-04, citations: yearbook, note: table}]}"
    )
    case, _ = load_example(tmp_path, TEXT.replace("ROLE", role))
    (found,) = run_checks(case, [role_dates_told_differently])[0].findings

    assert in_ids(found.message) == "role `r` is dated `2015-08/2017-04` here and `2015-09/2017-04` elsewhere"
    assert tuple(map(in_ids, found.notes)) == ("`2015-09/2017-04` by `yearbook` (table)",)


def test_an_account_that_gives_the_same_dates_is_not_another(tmp_path: Path) -> None:
    role = "dates: {stated: 2015-08/2017-04, other_accounts: [{dates: ' 2015-08/2017-04'}]}"
    case, _ = load_example(tmp_path, TEXT.replace("ROLE", role))

    assert run_checks(case, [role_dates_told_differently])[0].findings == ()
