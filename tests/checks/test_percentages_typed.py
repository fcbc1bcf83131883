"""Percentages typed in a text, against the shares that the case computes and the cells of its tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.figures import number_not_in_table, number_typed
from probata.checks.runner import run_checks

CASE = """
case: {title: Example, summary: 'TEXT'}
sources:
  - {id: bulletin, title: Bulletin, held: held}
  - {id: report, title: Report, held: held}
datasets:
  - id: admissions
    title: Admissions
    file: admissions.csv
    columns:
      - {key: month, type: date, heading: Month, key_column: true}
      - {key: north, heading: North Prison, unit: admissions}
      - {key: south, heading: South Prison, unit: admissions}
    citations: bulletin, p. 12
figures:
  - {id: may, title: Admissions in May, operation: value, of: [{dataset: admissions, column: north, rows: [2016-05]}]}
  - id: share
    title: Share of May in the admissions to North Prison
    operation: share
    of: [{figure: may}, {dataset: admissions, column: north}]
"""
TABLE = """\
month,north,south
2016-04,52,10
2016-05,137,60
2016-06,96,80
"""
"""The share of May is 48.07%."""


def found(folder: Path, text: str) -> list[tuple[str, str]]:
    case, faults = load_example(folder, CASE.replace("TEXT", text), {"admissions.csv": TABLE})
    assert faults == []
    runs = run_checks(case, [number_typed.CHECK, number_not_in_table.CHECK])
    return [(one.severity.value if one.severity else "", one.message) for run in runs for one in run.findings]


@pytest.mark.parametrize(
    ("written", "how"),
    [
        ("48.1%", "is the figure “Share of May in the admissions to North Prison” (`share`)"),
        ("48%", "is the figure “Share of May in the admissions to North Prison” (`share`), 48.1%, rounded"),
    ],
)
def test_a_percentage_that_is_a_figure_is_noted(tmp_path: Path, written: str, how: str) -> None:
    text = f"That month had {written} of the admissions [@bulletin, p. 12]."

    assert [message for _, message in found(tmp_path, text)] == [f"`{written}` is typed here, and {how}"]


@pytest.mark.parametrize("written", ["48.2%", "48.2 %", "48.9 per cent", "49 percent"])
def test_a_percentage_that_misses_a_figure_by_a_point_at_most_should_be_mended(tmp_path: Path, written: str) -> None:
    told = found(tmp_path, f"That month had {written} of the admissions [@bulletin, p. 12].")

    assert told == [("warning", f"`{written}` is typed here, and the figure “Share of May in the admissions to North "
                                "Prison” (`share`) is 48.1%")]  # fmt: skip


def test_a_percentage_with_swapped_digits_is_told_from_the_citation_of_its_paragraph(tmp_path: Path) -> None:
    told = found(tmp_path, "Many came [@bulletin, p. 12]. That month had 84.1% of the admissions.")

    assert [message.partition(" (")[2] for _, message in told] == ["`share`) is 48.1%, with two digits swapped"]


@pytest.mark.parametrize(
    "text",
    [
        "That month had 84.1% of the admissions [@report, p. 3].",
        "Some 84.1% of the guards were absent [@bulletin, p. 12].",
        "Admissions rose by 48.2% in that month [@bulletin, p. 12].",
        "That month had about 49% of the admissions [@report, p. 3].",
        # 60 of 150 admissions to South Prison, and 96 of 285 to North Prison.
        "In May there were 40% of the admissions at South Prison [@bulletin, p. 12].",
        "In June there were 33.7% of the admissions at North Prison [@bulletin, p. 12].",
        "In June there were 33.6% of the admissions at North Prison [@bulletin, p. 12].",
    ],
)
def test_another_share_or_a_rise_is_not_told(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_a_share_of_what_the_table_counts_that_its_numbers_do_not_give_is_noted(tmp_path: Path) -> None:
    told = found(tmp_path, "In May there were 71% of the admissions at South Prison [@bulletin, p. 12].")

    assert told == [("info", "the text gives `71%`, and no numbers of the table “Admissions” (`admissions`) come to "
                             "this share")]  # fmt: skip
