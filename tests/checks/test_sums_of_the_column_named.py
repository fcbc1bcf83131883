"""A sum of neighbouring cells counts for the column and the row that a clause names, and no fault is told twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.figures import number_not_in_table, number_typed
from probata.checks.runner import run_checks

CASE = """
case: {title: Example, summary: 'TEXT'}
sources: [{id: report, title: Report, held: held}]
datasets:
  - id: requests
    title: Requests
    file: requests.csv
    columns:
      - {key: month, type: date, heading: Month, key_column: true}
      - {key: all, heading: Requests, rule: {operation: sum, columns: [soon, late, never]}}
      - {key: soon, heading: Answered within 30 days}
      - {key: late, heading: Answered later}
      - {key: never, heading: Not answered}
    citations: report, p. 58
"""
TABLE = """\
month,all,soon,late,never
2022-04,209,26,12,171
2022-05,150,34,21,95
2022-06,140,15,39,86
"""


def found(folder: Path, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    case, faults = load_example(folder, CASE.replace("TEXT", text), {"requests.csv": TABLE})
    assert faults == []
    runs = run_checks(case, [number_not_in_table.CHECK, number_typed.CHECK])
    return [(one.name, one.message, one.notes) for run in runs for one in run.findings if one.severity.value != "info"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Of 499 requests, 72 were answered within 30 days, and many never [@report, p. 58].",
         "the text gives `72` beside numbers of the table “Requests” (`requests`), which does not give it under "
         "“Answered within 30 days” (`soon`)"),
        ("There were 209 in April and 290 in June [@report, p. 58].",
         "the text gives `290` beside numbers of the table “Requests” (`requests`), which does not give it under "
         "`2022-06`"),
    ],
)  # fmt: skip
def test_a_sum_of_another_column_or_of_more_rows_is_no_support(tmp_path: Path, text: str, told: str) -> None:
    assert [message for _, message, _ in found(tmp_path, text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Of 499 requests, 75 were answered within 30 days, and 72 after that [@report, p. 58].",
        "There were 209 in April, and 290 in May and June [@report, p. 58].",
        "Of 499 requests, 9 in ten were answered within 30 days and 72 later [@report, p. 58].",
        "Of 499 requests, 147 were answered, 75 of them within 30 days [@report, p. 58].",
        "There were 209 in April, and 290 from May to June [@report, p. 58].",
    ],
)
def test_a_sum_of_the_column_or_of_the_rows_that_are_named_is(tmp_path: Path, text: str) -> None:
    assert [message for _, message, _ in found(tmp_path, text)] == []


def test_a_number_with_swapped_digits_is_told_once_with_the_one_that_it_misses(tmp_path: Path) -> None:
    told = found(tmp_path, "There were 290 in April and 150 in May [@report, p. 58].")

    assert [(name, notes) for name, _, notes in told] == [
        ("number-not-in-table", ("`all` of `2022-04` in `requests` is 209, with two digits swapped",))
    ]
