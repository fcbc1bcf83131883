"""Answers before their steps, rows newer than their source, admissions told as persons, limbs decided and argued."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.chronology import answer_before_request
from probata.checks.records.dates_of_sources import row_newer_than_source
from probata.checks.records.decisions import limbs_named

TABLE = """
case: {title: Example, language: LANG, summary: "SAID"}
sources: [{id: q1, title: One, issued: ISSUED}, {id: q2, title: Two, issued: 2022-07-29}]
figures:
  - {id: all, title: TITLE, operation: value, unit: UNIT, of: [{dataset: t, column: total, rows: [2022-05]}]}
datasets:
  - id: t
    title: T
    file: data/t.csv
    columns:
      - {key: month, heading: Month, type: date, key_column: true}
      - {key: total, heading: Total}
      - {key: source, heading: Source, type: source}
"""


def found(check: Check, folder: Path, text: str, rows: str = "2022-05,230,q2\n") -> list[str]:
    case, faults = load_example(folder, text, {"data/t.csv": f"month,total,source\n{rows}"})
    assert [in_ids(fault.message) for fault in faults] == []
    return [
        f"{one.severity.label}, {one.record}, line {one.span.line if one.span else 0}"
        for one in run_checks(case, [check])[0].findings
    ]


def table(
    said: str = "Nothing.", *, issued: str = "2022-04-29", unit: str = "admissions", language: str = "en-GB"
) -> str:
    filled = TABLE.replace("SAID", said).replace("ISSUED", issued).replace("TITLE", "All of May")
    return filled.replace("UNIT", unit).replace("LANG", language)


@each(
    ("date", "answer", "is_found"),
    [
        ("2022-05-18", "Returned on 1 May 2022", True),
        ("2023-06-27", "Judgment of 7 March 2023; directed to inquire", True),
        ("2022-05-18", "Returned on 1 June 2022", False),
        ("2022-05-18", "Returned on 18 May 2022", False),
        ("2022-05", "Returned on 1 May 2022", False),
        ("~2022-06", "Returned on 1 May 2022", False),
        ("2022-05-18", "By letter of 1 May 2022 and of 3 June 2022", False),
        ("2022-05-18", "None", False),
    ],
)
def test_an_answer_from_before_its_step_is_found(date: str, answer: str, is_found: bool, tmp_path: Path) -> None:
    text = f"case: {{title: Example}}\nsteps: [{{id: s, what: Complaint, date: {date}, answer: {answer}}}]\n"

    assert bool(found(answer_before_request, tmp_path, text)) is is_found


@each(
    ("rows", "issued", "places"),
    [
        ("2022-03,90,q1\n2022-05,230,q1\n", "2022-04-29", ["should fix, datasets/t, line 3"]),
        ("2022-03,90,q1\n2022-05,230,q2\n", "2022-04-29", []),
        ("2022-05,230,q1\n", "2022-05", []),
        ("2022-05,230,q1\n", "~2022-04", []),
    ],
)
def test_a_row_newer_than_its_source_is_found_in_its_line(
    rows: str, issued: str, places: list[str], tmp_path: Path
) -> None:
    assert found(row_newer_than_source, tmp_path, table(issued=issued), rows) == places


def test_a_further_letter_names_a_limb_of_the_same_number() -> None:
    assert limbs_named("Regulation 6(3)(b) and (f), and 22 U.S.C. 10101(2), are not relied on") == [
        "6(3)(b)",
        "6(3)(f)",
        "10101(2)",
    ]
    assert limbs_named("Nothing of 2015 is relied on") == []
