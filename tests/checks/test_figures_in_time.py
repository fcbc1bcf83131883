"""Rows and figures of another time: from before an operation, or outside the period of what they are cited for."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks import Check
from probata.checks.figures import figure_outside_period, row_before_operation
from probata.checks.runner import run_checks

CASE = """
case: {title: Example}
sources: [{id: early, title: E}, {id: late, title: L}, {id: both, title: B}]
events:
  - {id: water, kind: operation, title: Still Water, other_names: [Quiet Night], dates: BEGAN}
datasets:
  - id: returns
    title: Returns under TITLE by year
    file: returns.csv
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: n, heading: Returns}
      - {key: source, heading: Source, type: source}
allegations:
  - {id: a, title: T, statement: S., period: 2015-08/2017-04, evidence: [{source: SOURCE, supports: n}]}
"""
ROWS = "year,n,source\n2014,680,early\n2015,1023,both\n2018,1335,late\n2019,2041,both\n"


def found_by(
    check: Check, folder: Path, source: str = "both", title: str = "Still Water", began: str = "2015-04/.."
) -> list[str]:
    text = CASE.replace("SOURCE", source).replace("TITLE", title).replace("BEGAN", began)
    case, faults = load_example(folder, text, {"returns.csv": ROWS})
    assert [fault.message for fault in faults] == []
    return [one.message for one in run_checks(case, [check])[0].findings]


@pytest.mark.parametrize(
    ("title", "began", "is_found"),
    [
        ("Still Water", "2015-04/..", True),
        ("“quiet night”", "2015-04/..", True),
        ("Still Waters", "2015-04/..", False),
        ("Still Water", "2014-07-22/..", False),
        ("Still Water", "~2015/..", False),
    ],
)
def test_a_row_that_is_over_before_the_operation_began_is_found(
    title: str, began: str, is_found: bool, tmp_path: Path
) -> None:
    words = f"the row `2014` lies before `water`, which the title of the table names, began (`{began}`)"

    assert found_by(row_before_operation.CHECK, tmp_path, title=title, began=began) == ([words] if is_found else [])


@pytest.mark.parametrize(("source", "time"), [("late", "2018"), ("early", "2014"), ("both", "")])
def test_a_source_all_of_whose_rows_lie_outside_the_period_is_found(source: str, time: str, tmp_path: Path) -> None:
    words = f"the figures from `{source}` are of `{time}`, and allegation `a` is of `2015-08/2017-04`"

    assert found_by(figure_outside_period.CHECK, tmp_path, source) == ([words] if time else [])


def test_what_speaks_against_may_be_of_any_time(tmp_path: Path) -> None:
    assert found_by(figure_outside_period.CHECK, tmp_path, "late, against: true") == []
