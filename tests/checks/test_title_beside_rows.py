"""The title of a figure against the rows and the column that it takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.figures import title_beside_rows
from probata.checks.runner import run_checks

CASE = """
case: {title: Example}
datasets:
  - id: t
    title: Table
    file: data/t.csv
    period: 2022-04/2022-06
    columns:
      - {key: month, heading: Month, type: date, key_column: true}
      - {key: north, heading: North Prison, type: number}
      - {key: quay, heading: Quay Road, type: number}
      - {key: total, heading: Admissions, type: number, rule: {operation: sum, columns: [north, quay]}}
    totals: [{column: north, key: declared, value: 285}]
figures:
  - id: f
    title: "TITLE"
    operation: OPERATION
    of: [{dataset: t, column: COLUMN, ROWS}MORE]
    translations: {fr: {title: "FRENCH"}}
"""
ROWS = "month,north,quay,total\n2022-04,52,31,83\n2022-05,137,64,201\n2022-06,96,58,154\n"
MAY = "rows: [2022-05]"
ALL = "rows: [2022-04, 2022-05, 2022-06]"


def found(folder: Path, title: str, rows: str, column: str = "north", operation: str = "sum", fr: str = "Rien") -> int:
    """Return how often the title of the figure is found."""
    more = ", {dataset: t, column: north, rows: [2022-06]}" if operation == "difference" else ""
    text = (
        CASE.replace("MORE", more)
        .replace("TITLE", title)
        .replace("ROWS", rows)
        .replace("COLUMN", column)
        .replace("FRENCH", fr)
    )
    case, faults = load_example(folder, text.replace("OPERATION", operation), {"data/t.csv": ROWS})
    assert [fault.message for fault in faults] == []
    return len(run_checks(case, [title_beside_rows.CHECK])[0].findings)


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Admitted in April 2022", MAY),
        ("Admitted in May 2021", MAY),
        ("Admitted in 2021", MAY),
        ("Admitted, April and May 2022", ALL),
        ("Admitted from April to July 2022", ALL),
        ("Admitted in the first half of 2022", ALL),
        ("Admitted in the third quarter of 2022", "total: declared"),
    ],
)
def test_a_title_of_another_time_is_found(tmp_path: Path, title: str, rows: str) -> None:
    assert found(tmp_path, title, rows) == 1


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Admitted in May 2022", MAY),
        ("Admitted in 2022", MAY),
        ("Admitted", MAY),
        ("Admitted, as the report of April 2022 prints it", MAY),
        ("Admitted in May 2022, as printed in June 2022", MAY),
        ("Admitted without those in May 2022", ALL),
        ("Admitted since April 2021", ALL),
        ("Admitted from April to June 2022", ALL),
        ("Admitted in the second quarter of 2022", ALL),
        ("Admitted in the second quarter of 2022", "total: declared"),
    ],
)
def test_a_title_of_the_time_of_the_rows_or_of_none_is_left_alone(tmp_path: Path, title: str, rows: str) -> None:
    assert found(tmp_path, title, rows) == 0


@pytest.mark.parametrize(
    ("title", "column", "count"),
    [
        ("Admitted at Quay Road", "north", 1),
        ("Admitted at Quay Road", "total", 1),
        ("Admitted at Quay Road", "quay", 0),
        ("Admissions at Quay Road", "quay", 0),
        ("Admissions", "quay", 0),
        ("Admitted at the prison", "north", 0),
        ("Admitted, not at Quay Road", "north", 0),
    ],
)
def test_a_title_names_the_column_that_its_figure_takes(tmp_path: Path, title: str, column: str, count: int) -> None:
    assert found(tmp_path, title, MAY, column) == count


def test_a_title_of_a_difference_may_name_what_it_is_set_beside(tmp_path: Path) -> None:
    assert found(tmp_path, "May less April 2022, as at Quay Road", MAY, operation="difference") == 0


def test_a_translation_is_found_where_the_title_itself_is_right(tmp_path: Path) -> None:
    assert found(tmp_path, "Admitted in May 2022", MAY, fr="Admis en avril 2022") == 1
    assert found(tmp_path, "Admitted in April 2022", MAY, fr="Admis en avril 2022") == 1
