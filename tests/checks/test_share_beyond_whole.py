"""Shares above 100% and below 0."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.shares import share_beyond_whole
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
datasets:
  - id: t
    title: Admissions
    file: t.csv
    columns:
      - {key: month, type: text, heading: Month, key_column: true}
      - {key: north, heading: North, unit: admissions}
      - {key: south, heading: South, unit: admissions}
      - {key: total, heading: All, unit: admissions, rule: {operation: sum, columns: [north, south]}}
      - {key: beds, heading: Beds, unit: beds}
    totals: [{column: north, key: declared, value: 100}]
figures:
  - {id: rise, title: Rise, operation: difference, of: [FIRST, SECOND]}
  - {id: share, title: Share, operation: share, of: [ENTRIES]}
"""
TABLE = """\
month,north,south,total,beds
April,30,20,50,10
May,80,20,100,10
"""
APRIL, MAY = ("{dataset: t, column: north, rows: [" + month + "]}" for month in ("April", "May"))
ALL = "{dataset: t, column: north}"


def found(folder: Path, entries: str, rise: tuple[str, str] = (APRIL, MAY)) -> list[tuple[Severity, str]]:
    text = CASE.replace("ENTRIES", entries).replace("FIRST", rise[0]).replace("SECOND", rise[1])
    case, faults = load_example(folder, text, {"t.csv": TABLE})
    assert faults == []
    told = run_checks(case, [share_beyond_whole])[0].findings
    return [(one.severity or Severity.WARNING, in_ids(one.message).partition("its ")[2]) for one in told]


@each(
    ("entries", "told"),
    [
        (f"{ALL}, {MAY}", "first entry comes to 110, and the second, of which it is the share, to 80"),
        (f"{ALL}, {{dataset: t, column: north, total: declared}}",
         "first entry comes to 110, and the second, of which it is the share, to 100"),
        ("{dataset: t, column: total, rows: [May]}, {dataset: t, column: north, rows: [May]}",
         "first entry comes to 100, and the second, of which it is the share, to 80"),
        (f"{{figure: rise}}, {ALL}", "first entry comes to -50, and the second, of which it is the share, to 110"),
    ],
)  # fmt: skip
def test_a_part_above_its_whole_or_below_nothing_should_be_mended(tmp_path: Path, entries: str, told: str) -> None:
    assert found(tmp_path, entries) == [(Severity.WARNING, told)]


def test_one_month_set_against_another_is_a_note(tmp_path: Path) -> None:
    assert [weight for weight, _ in found(tmp_path, f"{MAY}, {APRIL}")] == [Severity.INFO]


@each(
    "entries",
    [
        f"{MAY}, {ALL}",
        "{dataset: t, column: north, rows: [May]}, {dataset: t, column: beds, rows: [May]}",
        f"{{figure: rise}}, {MAY}",
        f"{{figure: rise}}, {APRIL}",
    ],
)
def test_a_share_of_other_things_and_a_fall_in_per_cent_are_left_alone(tmp_path: Path, entries: str) -> None:
    assert found(tmp_path, entries) == []
