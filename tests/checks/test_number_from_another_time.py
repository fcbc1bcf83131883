"""The time of numbers against that of what they are given for."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.chronology import number_from_another_time
from probata.diagnostics import Diagnostic, Severity

CASE = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
sources: [{id: s, title: Report, held: held}]
roles: [{id: r, person: p, title: Governor, dates: 2015-08/2017-04}]
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    period: COVERS
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: number, heading: Returns}]
figures:
  - {id: all, title: Returns, operation: sum, of: [{dataset: returns, column: number}], period: COVERS, ASCRIBED}
events: [{id: e, kind: incident, title: Beatings, dates: TIME, EVENT}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: TIME
    ALLEGED
"""
AFFECTED = "affected: {count: {value: 21, period: COVERS}}"
TABLE = "evidence: [{source: s, datasets: [returns]}]"
PARTICULARS = "particulars: There were {{ figure('all').number }} returns."
FIGURE = "{{ figure('all').number }} returns"
SUPPORTS = f'evidence: [{{source: s, supports: "{FIGURE}"}}]'
LIMB = f'limbs: [{{forum: uk-ghr, limb: "6(3)(a)", text: "{FIGURE}"}}]'
DESCRIBED = f'affected: {{description: "{FIGURE}"}}'
W, N = Severity.WARNING, Severity.INFO


def found_in(folder: Path, time: str, covers: str, **fields: str) -> tuple[Diagnostic, ...]:
    text = CASE
    for name in ("ASCRIBED", "EVENT", "ALLEGED"):
        value = fields.get(name, "")
        text = text.replace(f", {name}", f", {value}" if value else "").replace(name, value or "events: [e]")
    text = text.replace("TIME", time).replace("COVERS", covers)
    case, faults = load_example(folder, text, {"data/returns.csv": f"year,number\n{covers},1\n"})
    assert faults == []
    return run_checks(case, [number_from_another_time])[0].findings


@each(
    ("time", "covers", "field", "value", "weights"),
    [
        ("2016-03/2016-06", "2017-03/2017-06", "ALLEGED", AFFECTED, [W]),
        ("2016-03/2016-06", "2015", "ALLEGED", AFFECTED, [W]),
        ("2016-03/2016-06", "2016-03/2016-06", "ALLEGED", AFFECTED, []),
        ("2016-03/2016-06", "2016", "ALLEGED", AFFECTED, []),
        ("2016-03/2016-06", "2015/2016", "ALLEGED", AFFECTED, [N]),
        ("2016-03/2016-06", "2015-12/2016-06", "ALLEGED", AFFECTED, [N]),
        ("2016-03/2016-06", "~2017", "ALLEGED", AFFECTED, []),
        ("2016-03/..", "2018", "ALLEGED", AFFECTED, []),
        ("2016-03/2016-06", "2017", "ALLEGED", TABLE, [W]),
        ("2016-03/2016-06", "2014/2018", "ALLEGED", TABLE, []),
        ("2016-03/2016-06", "2017", "ALLEGED", PARTICULARS, [N]),
        ("2016-03/2016-06", "2014/2018", "ALLEGED", PARTICULARS, []),
        ("2016-03/2016-06", "2017", "ALLEGED", SUPPORTS, [N]),
        ("2016-03/2016-06", "2017", "ALLEGED", LIMB, [N]),
        ("2016-03/2016-06", "2017", "ALLEGED", DESCRIBED, [N]),
        ("2016-03/2016-06", "2017", "ALLEGED", f"{PARTICULARS}\n    {DESCRIBED}", [N]),
        ("2016-03/2016-06", "2017", "ALLEGED", f"{AFFECTED}\n    pursued: false", []),
        ("2016-03/2016-06", "2017", "EVENT", "count: {value: 21, period: COVERS}", [W]),
        ("2016-03/2016-06", "2016-02-01/2016-06", "EVENT", "count: {value: 21, period: COVERS}", [N]),
        ("2016-03/2016-06", "2016-04", "EVENT", "count: {value: 21, period: COVERS}", []),
        ("2016-03/2016-06", "2018", "ASCRIBED", "ascribed_to: [r]", [W]),
        ("2016-03/2016-06", "2015", "ASCRIBED", "ascribed_to: [r]", []),
        ("2016-03/2016-06", "2014/2018", "ASCRIBED", "ascribed_to: [r]", []),
    ],
)
def test_a_number_covers_the_time_that_it_is_given_for(
    time: str, covers: str, field: str, value: str, weights: list[Severity], tmp_path: Path
) -> None:
    found = found_in(tmp_path, time, covers, **{field: value})

    assert [one.severity for one in found] == weights


def test_both_times_are_told(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, "2016-03/2016-06", "2017", ALLEGED=AFFECTED)

    assert in_ids(found.message) == (
        "the count of those affected covers `2017`, and allegation `a` is of `2016-03/2016-06`: they share no day"
    )


ROWS = """
case: {title: Example}
sources: [{id: s, title: Report, held: held}]
datasets:
  - id: returns
    title: Returns
    file: data/rows.csv
    columns: [{key: year, heading: Year, type: date, covers: period}, {key: number, heading: Returns}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: 2019
    evidence: [{source: s, datasets: [returns], against: AGAINST}]
"""


def found_in_rows(folder: Path, *years: str, against: bool = False) -> list[str]:
    rows = "\n".join(("year,number", *(f"{year},21" for year in years)))
    text = ROWS.replace("AGAINST", str(against).lower())
    case, faults = load_example(folder, text, {"data/rows.csv": f"{rows}\n"})
    assert faults == []
    return [in_ids(one.message) for one in run_checks(case, [number_from_another_time])[0].findings]


def test_a_table_without_a_period_has_that_of_its_rows(tmp_path: Path) -> None:
    (message,) = found_in_rows(tmp_path, "2015", "2016")

    assert message == ("table `returns` covers `2015/2016`, and allegation `a` is of `2019`: they share no day")


@each("years", [("2015", "2019"), ("2015", "2020"), ("~2015",), ("2015/..",)])
def test_rows_that_may_touch_the_time_or_do_not_all_tell_theirs_are_left_alone(
    tmp_path: Path, years: tuple[str, ...]
) -> None:
    assert found_in_rows(tmp_path, *years) == []


def test_rows_that_speak_against_may_be_of_any_time(tmp_path: Path) -> None:
    assert found_in_rows(tmp_path, "2015", against=True) == []
