"""What a table says of what it counts, and as of which day."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.tables import unit_or_day_missing

CASE = """
case: {title: Example}
sources: [{id: dated, title: A, issued: 2019}, {id: undated, title: B}]
datasets:
  - id: d
    title: D
    file: data/d.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: All, type: TYPEUNIT}OTHER]
    MORE
"""
UNIT = ", unit: persons"
DAY = "as_of: 2019"
NO_UNIT = "table `d` does not say what it counts in “All” (`n`)"
NO_DAY = "table `d` does not say as of which day its numbers are"


def found(folder: Path, unit: str, more: str, kind: str = "number", other: str = "") -> list[str]:
    text = CASE.replace("UNIT", unit).replace("MORE", more).replace("TYPE", kind).replace("OTHER", other)
    heading = "year,n,what" if other else "year,n"
    case, faults = load_example(folder, text, {"data/d.csv": f"{heading}\n2018,5{',persons' if other else ''}\n"})
    assert faults == []
    findings = run_checks(case, [unit_or_day_missing])[0].findings
    assert {one.severity.label for one in findings} <= {"note"}
    return [in_ids(one.message) for one in findings]


@each(
    ("unit", "more", "told"),
    [
        ("", "note: x", [NO_UNIT, NO_DAY]),
        (UNIT, "note: x", [NO_DAY]),
        ("", DAY, [NO_UNIT]),
        (UNIT, DAY, []),
        (UNIT, "citations: dated", []),
        (UNIT, "citations: undated", [NO_DAY]),
        (UNIT, "period: 2018", [NO_DAY]),
        (", hidden: true", "note: x", []),
    ],
)
def test_a_table_of_numbers_says_what_it_counts_and_as_of_which_day(
    tmp_path: Path, unit: str, more: str, told: list[str]
) -> None:
    assert found(tmp_path, unit, more) == told


def test_a_column_that_says_row_by_row_what_is_counted_is_enough(tmp_path: Path) -> None:
    assert found(tmp_path, "", DAY, other=", {key: what, heading: What, type: text, covers: unit}") == []


def test_percentages_have_their_unit_with_them(tmp_path: Path) -> None:
    assert found(tmp_path, "", "note: x", kind="percent") == []
