"""Rows and figures of another time: from before an operation, or outside the period of what they are cited for."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.figures import figure_outside_period, minimum_rate_above_rows, stated_figures_overlap
from probata.checks.records.tables import row_before_operation

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
    assert [in_ids(fault.message) for fault in faults] == []
    return [in_ids(one.message) for one in run_checks(case, [check])[0].findings]


@each(
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

    assert found_by(row_before_operation, tmp_path, title=title, began=began) == ([words] if is_found else [])


@each(("source", "time"), [("late", "2018"), ("early", "2014"), ("both", "")])
def test_a_source_all_of_whose_rows_lie_outside_the_period_is_found(source: str, time: str, tmp_path: Path) -> None:
    words = f"the figures from `{source}` are of `{time}`, and allegation `a` is of `2015-08/2017-04`"

    assert found_by(figure_outside_period, tmp_path, source) == ([words] if time else [])


def test_what_speaks_against_may_be_of_any_time(tmp_path: Path) -> None:
    assert found_by(figure_outside_period, tmp_path, "late, against: true") == []


OF_TABLE = """
case: {title: Example}
sources: [{id: book, title: B}]
datasets:
  - id: returns
    title: Returns by year
    file: returns.csv
    citations: ["book, pp. 12-13"]
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: Returns, citations: COLUMN}]
allegations:
  - {id: a, title: T, statement: S., period: 2015-08/2017-04, evidence: ["EVIDENCE"]}
"""


@each(
    ("evidence", "column", "is_found"),
    [
        ("book, p. 12", "[]", True),
        ("book, pp. 12-13", "[]", True),
        ("book, p. 14", "[]", False),
        ("book, pp. 12-14", "[]", False),
        ("book", "[]", False),
        ("book, p. 20", '["book, p. 20"]', True),
    ],
)
def test_rows_without_a_source_are_taken_from_the_places_of_their_column_and_table(
    evidence: str, column: str, is_found: bool, tmp_path: Path
) -> None:
    text = OF_TABLE.replace("EVIDENCE", evidence).replace("COLUMN", column)
    case, faults = load_example(tmp_path, text, {"returns.csv": "year,n\n2018,1335\n2019,2041\n"})
    words = "the figures from `book` are of `2018` and `2019`, and allegation `a` is of `2015-08/2017-04`"
    findings = run_checks(case, [figure_outside_period])[0].findings

    assert faults == []
    assert [in_ids(one.message) for one in findings] == ([words] if is_found else [])


def test_a_table_with_a_row_in_the_period_is_left_alone(tmp_path: Path) -> None:
    text = OF_TABLE.replace("EVIDENCE", "book, p. 12").replace("COLUMN", "[]")
    case, faults = load_example(tmp_path, text, {"returns.csv": "year,n\n2016,680\n2019,2041\n"})

    assert faults == []
    assert run_checks(case, [figure_outside_period])[0].findings == ()


SINGLE = """
case: {title: Example}
events: [{id: stay, kind: measure, title: Protective stay}]
datasets:
  - id: stated
    title: Single figures
    file: stated.csv
    inclusions: INCLUSIONS
    columns:
      - {key: what, heading: What, type: text}
      - {key: n, heading: Number}
      - {key: unit, heading: Unit, type: text, covers: unit}
      - {key: when, heading: When, type: date, covers: period}
  - id: stays
    title: TITLE by year
    file: stays.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: Number, unit: persons}]
"""


def single(
    check: Check,
    folder: Path,
    rows: str,
    years: str = "2021,5006\n",
    title: str = "Protective stay",
    inclusions: str = "[]",
) -> list[tuple[str, str]]:
    text = SINGLE.replace("TITLE", title).replace("INCLUSIONS", inclusions)
    files = {"stated.csv": f"what,n,unit,when\n{rows}", "stays.csv": f"year,n\n{years}"}
    case, faults = load_example(folder, text, files)
    assert [in_ids(fault.message) for fault in faults] == []
    return [(one.severity.name, in_ids(one.message)) for one in run_checks(case, [check])[0].findings]


RATE = "In protective stay,16+,people a day,\n"


def test_a_minimum_by_day_is_compared_with_the_best_time_of_a_table(tmp_path: Path) -> None:
    assert single(minimum_rate_above_rows, tmp_path, RATE, "2020,4000\n2021,5006\n") == [
        ("WARNING", "a minimum of 16 a day is stated under `In protective stay`, and `n` of `stays` gives 13.72 a day "
                    "at most, in `2021`"),
    ]  # fmt: skip


@each(
    ("rows", "years", "title"),
    [
        (RATE, "2020,4000\n2021,5840\n", "Protective stay"),
        (RATE, "2020,~4000\n2021,5006\n", "Protective stay"),
        (RATE, "2021,5006\n", "Other"),
        (RATE.replace("people", "lawyers"), "2021,5006\n", "Protective stay"),
        (RATE.replace("16+", "16"), "2021,5006\n", "Protective stay"),
        (RATE.replace("people a day", "people"), "2021,5006\n", "Protective stay"),
    ],
)
def test_a_minimum_that_may_be_right_or_counts_something_else_is_left_alone(
    rows: str, years: str, title: str, tmp_path: Path
) -> None:
    assert single(minimum_rate_above_rows, tmp_path, rows, years, title) == []


def test_two_minimums_of_one_thing_are_put_side_by_side(tmp_path: Path) -> None:
    rows = RATE + "Protective stay in all,9000+,persons,2020/2021\n"

    assert single(minimum_rate_above_rows, tmp_path, rows, title="Other") == [
        ("INFO", "a minimum of 16 a day gives 11,696 in `2020/2021`, for which `Protective stay in all` states a "
                 "minimum of 9,000"),
    ]  # fmt: skip


PERSUADED = "Persuaded to return in 2021,210000,people,2021\n"


@each(
    ("other", "months"),
    [
        ("Persuaded to return until July,230000,individuals,2021-04/2022-07\n", 9),
        ("Persuaded to return until July,230000,individuals,2022/2022-07\n", 0),
        ("Persuaded to return in spring,30000,individuals,2021-04/2021-06\n", 0),
        ("Persuaded to return until July,230000,cases,2021-04/2022-07\n", 0),
        ("Charged abroad,230000,people,2021-04/2022-07\n", 0),
    ],
)
def test_two_rows_with_a_common_time_are_told(other: str, months: int, tmp_path: Path) -> None:
    found = single(stated_figures_overlap, tmp_path, PERSUADED + other)
    words = f"`Persuaded to return in 2021` and `Persuaded to return until July` have {months} months in common"

    assert found == ([("WARNING", words)] if months else [])


def test_an_overlap_that_is_recorded_is_a_note(tmp_path: Path) -> None:
    other = "Persuaded to return until July,230000,individuals,2021-04/2022-07\n"
    inclusions = "[{rows: [Persuaded to return in 2021], included_in: Persuaded to return until July, how: partly}]"
    (found,) = single(stated_figures_overlap, tmp_path, PERSUADED + other, inclusions=inclusions)

    assert found[0] == "INFO"
