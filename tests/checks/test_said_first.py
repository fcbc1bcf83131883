"""Ranks said of months, years and columns of a table, and shares of several columns."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks

CASE = """
case:
  title: Example
  summary: |
    SUMMARY
sources: [{id: bulletin, title: B}, {id: report, title: R}]
datasets:
  - id: admissions
    title: Admissions by month
    file: admissions.csv
    citations: bulletin, p. 1
    columns:
      - {key: month, heading: Month, type: date, key_column: true}
      - {key: north, heading: North Yard, type: number, unit: admissions}
      - {key: quay, heading: Quay Road, type: number, unit: admissions}
      - {key: total, heading: All, type: number, unit: admissions, rule: {operation: sum, columns: [north, quay]}}
  - id: requests
    title: Requests of relatives
    file: requests.csv
    citations: report, p. 1
    columns:
      - {key: month, heading: Month, type: date, key_column: true}
      - {key: all, heading: Requests, type: number, unit: requests,
         rule: {operation: sum, columns: [soon, later, never]}}
      - {key: soon, heading: Answered in time, type: number, unit: requests}
      - {key: later, heading: Answered later, type: number, unit: requests}
      - {key: never, heading: Not answered, type: number, unit: requests}
"""
FILES = {
    "admissions.csv": "month,north,quay,total\n2022-04,30,22,52\n2022-05,20,90,110\n2022-06,25,60,85\n2022-07,5,1,6\n",
    "requests.csv": "month,all,soon,later,never\n2022-04,10,2,1,7\n",
}


def found_by(check: Check, folder: Path, summary: str) -> list[str]:
    case, faults = load_example(folder, CASE.replace("SUMMARY", summary), FILES)
    assert [in_ids(fault.message) for fault in faults] == []
    return [in_ids(one.message) for one in run_checks(case, [check])[0].findings]


@each(
    ("said", "told"),
    [
        ("April had the highest number of admissions", "110 for `2022-05` and 52 for `2022-04` in `total`"),
        ("May had the highest number of admissions", ""),
        ("The highest number of admissions was in June 2022", "110 for `2022-05` and 85 for `2022-06` in `total`"),
        ("The highest number of admissions at North Yard was in April 2022", ""),
        ("The highest number of admissions at North Yard was in May 2022", "30 for `2022-04` and 20 for `2022-05`"),
        ("North Yard had the most admissions of all centres", "173 for `quay` and 80 for `north`"),
        ("Quay Road had the most admissions of all centres", ""),
        ("In April 2022 North Yard had the most admissions", ""),
        ("North Yard had the most serious admissions policy", ""),
        ("North Yard had the most visitors", ""),
        ("The lowest number of admissions was in May 2022", "6 for `2022-07` and 110 for `2022-05` in `total`"),
        ("The lowest number of admissions was in July 2022", ""),
        ("Quay Road had the fewest admissions", "80 for `north` and 173 for `quay`"),
        ("Admissions peaked in April 2022", "110 for `2022-05` and 52 for `2022-04` in `total`"),
        ("Admissions peaked in May 2022", ""),
        ("The number of admissions was highest in June", "110 for `2022-05` and 85 for `2022-06` in `total`"),
        ("The number of admissions was lowest in June", "6 for `2022-07` and 85 for `2022-06` in `total`"),
        ("Admissions were highest at North Yard", "173 for `quay` and 80 for `north`"),
        ("There were more admissions in April than in any other month", "110 for `2022-05` and 52 for `2022-04`"),
        ("There were more admissions in May than in any other month", ""),
        ("There were fewer admissions in May than in any other month", "6 for `2022-07` and 110 for `2022-05`"),
        ("April had more admissions than any other month", "110 for `2022-05` and 52 for `2022-04`"),
        ("Visitors peaked in April 2022", ""),
        ("June had the highest number of admissions of the second quarter", ""),
        ("June had the highest number of admissions since the closure", ""),
        ("After April, June had the highest number of admissions but one", ""),
        ("North Yard opened in 2019, and Quay Road had the highest number of admissions", ""),
    ],
)
def test_a_rank_is_compared_with_the_months_or_the_columns(said: str, told: str, tmp_path: Path) -> None:
    found = found_by(check_named("rank-word-against-table"), tmp_path, f"{said} [@bulletin, p. 1].")

    assert len(found) == bool(told)
    assert told in "".join(found)


@each(
    ("said", "is_found"),
    [
        ("The vast majority of the requests were answered", True),
        ("The vast majority of the requests were not answered", False),
        ("The vast majority of the requests were received", False),
        ("The vast majority of the requests were answered late or never", False),
    ],
)
def test_a_word_names_all_columns_that_begin_with_it(said: str, is_found: bool, tmp_path: Path) -> None:
    found = found_by(check_named("share-word-against-table"), tmp_path, f"{said} [@report, p. 1].")

    assert len(found) == is_found
    assert all("`soon, later` is 30% of `all`" in one for one in found)


def test_every_false_trend_of_a_text_is_told(tmp_path: Path) -> None:
    text = (
        "Admissions fell from April to May 2022 [@bulletin, p. 1].\n\n    "
        "Admissions rose from May to June 2022 [@bulletin, p. 1]."
    )
    found = found_by(check_named("trend-word-against-table"), tmp_path, text)

    assert [one.split("`")[1] for one in found] == ["fell", "rose"]
