"""Numbers in the text, and computed counts, against the table from which they are said to come."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks

CASE = """
case: {title: Example}
sources:
  - {id: bulletin, title: Bulletin, held: held}
  - {id: report, title: Report, held: held}
datasets:
  - id: admissions
    title: Admissions
    file: admissions.csv
    columns:
      - {key: month, type: date, heading: Month, key_column: true}
      - {key: persons, heading: Persons}
      - {key: source, type: source, heading: Source}
    totals: [{column: persons, value: 1285, citations: "bulletin, p. 13"}]
    citations: report
events:
  - {id: e, kind: measure, title: Custody, count: COUNT}
allegations:
  - {id: a, title: T, statement: S., particulars: 'TEXT'}
"""
TABLE = """\
month,persons,source
2016-04,52,"bulletin, p. 12"
2016-05,1137,"bulletin, p. 12"
2016-06,96,"bulletin, p. 12"
"""


def found(folder: Path, text: str = "Nothing.", count: str = "3") -> list[tuple[str, str]]:
    written = CASE.replace("TEXT", text).replace("COUNT", count)
    case, faults = load_example(folder, written, {"admissions.csv": TABLE})
    assert faults == []
    return [
        (one.record, in_ids(one.message)) for one in run_checks(case, [check_named("number-not-in-table")])[0].findings
    ]


@each(
    "text",
    [
        "There were 52 in April, 1,137 in May and 96 in June [@bulletin, p. 12].",
        "There were 1,285 in all, 1233 of them in May and June [@bulletin, pp. 12-13].",
        "There were 52 in April, within 30 days of 12 April 2016 and by 25 per cent more [@bulletin, p. 12].",
        "By clause 17 and under Directive 19 there were 52 in April, 4 of them twice [@bulletin, p. 12].",
        "There were 173 [@bulletin, p. 12].",
        "There were 52 in April and 173 in May [@bulletin, p. 14].",
        "There were 52 in April and 173 in May [@bulletin, pp. 11-12].",
        "There were 52 in April and 173 in May [@bulletin].",
        "There were 52 in April and 173 in May [@report, p. 3].",
        "There were 52 in April and 173 in May [@bulletin, p. 12; @report, p. 3].",
        "There were 52 in April and 173 in May.",
        "There were 52 in April, 400 of the 1,137 in May at night [@bulletin, p. 12].",
        "They held 158, of 28 women and 130 men.",
        "They held 355 people, of which 15 women and 20 men died.",
        "They held about 158 persons: 28 women and 120 men.",
    ],
)
def test_what_the_table_gives_or_another_place_may_give_is_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@each(
    "text",
    [
        "They held 158, of 28 women and 120 men.",
        "In all 158 (28 women and 120 men) were held.",
        "They held 158 persons: 28 women, 10 boys and 121 men.",
    ],
)
def test_a_number_that_its_own_parts_do_not_come_to_is_found(tmp_path: Path, text: str) -> None:
    assert len(found(tmp_path, text)) == 1
