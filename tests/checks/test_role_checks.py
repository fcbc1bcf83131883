"""Open roles and other accounts of their dates."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.runner import run_checks
from probata.checks.time import open_role_without_as_of, role_dates_told_differently

TEXT = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
sources: [{id: yearbook}]
roles:
  - {id: r, person: p, title: Governor, ROLE}
"""


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("dates: 2015/..", "role “Governor” (`r`) has an open end and its status is `ended`"),
        (
            "dates: 2015/.., status: unknown",
            "role “Governor” (`r`) goes on, and no day is given for which that was true",
        ),
        (
            "dates: 2015/2016, status: current",
            "role “Governor” (`r`) goes on, and no day is given for which that was true",
        ),
        ("dates: 2015/.., status: current, as_of: 2024-06-01", ""),
        ("dates: 2015/2016", ""),
        ("dates: ../2016", ""),
    ],
)
def test_a_role_that_goes_on_needs_a_day(role: str, words: str, tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, TEXT.replace("ROLE", role))
    found = run_checks(case, [open_role_without_as_of.CHECK])[0].findings

    assert faults == []
    assert [one.message for one in found] == ([words] if words else [])


def test_another_account_is_told_with_its_source(tmp_path: Path) -> None:
    role = (
        "dates: {stated: 2015-08/2017-04, other_accounts: [{dates: 2015-09/2017-04, citations: yearbook, note: table}]}"
    )
    case, _ = load_example(tmp_path, TEXT.replace("ROLE", role))
    (found,) = run_checks(case, [role_dates_told_differently.CHECK])[0].findings

    assert found.message == "role “Governor” (`r`) is dated `2015-08/2017-04` here and `2015-09/2017-04` elsewhere"
    assert found.notes == ("2015-09/2017-04 by `yearbook` (table)",)


def test_an_account_that_gives_the_same_dates_is_not_another(tmp_path: Path) -> None:
    role = "dates: {stated: 2015-08/2017-04, other_accounts: [{dates: ' 2015-08/2017-04'}]}"
    case, _ = load_example(tmp_path, TEXT.replace("ROLE", role))

    assert run_checks(case, [role_dates_told_differently.CHECK])[0].findings == ()
