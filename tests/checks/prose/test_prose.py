"""What texts and titles claim, against the records: one line for each frame, found and left alone."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each

from probata.checks import discover
from probata.checks.engine.run import run_checks

CASE = """
case: {title: Example, as_of: 2024-01-01, summary: "TEXT"}
people:
  - {id: ortega, name: {given: Luis Alberto, family: Ortega}, birth: {date: 1960-04-02}, description: "LIFE"}
authorities:
  - {id: law, kind: statute, name: Law on Public Order, number: Law 872, citation: Law 872, date: 2014-02-03}
bodies: [{id: police, name: National Police, founded: {value: 1990}}]
positions: [{id: chief, title: Chief of the National Police, body: police}]
roles:
  - id: chief-2016
    person: ortega
    title: Chief of the National Police
    seats: [{position: chief}]
    dates: 2016-03-01/2018-06-30
events:
  - {id: raid, kind: incident, title: "TITLE", dates: 2017-07-17}
  - {id: square, kind: operation, title: Operation Clean Square, dates: 2017-07-01/2017-07-31}
"""
EMPTY = {"TEXT": "Nothing.", "LIFE": "Chief.", "TITLE": "Raid on the square"}


def found(folder: Path, name: str, where: str, words: str) -> list[str]:
    text = CASE
    for key, empty in EMPTY.items():
        text = text.replace(key, words if key == where else empty)
    case, faults = load_example(folder, text)
    assert [fault.message for fault in faults] == []
    return [one.severity.label for one in run_checks(case, [check_named(name)])[0].findings]


@each(
    ("name", "where", "words", "weights"),
    [
        ("account-mismatch", "TITLE", "Raid of 27 July on the square", ["should fix"]),
        ("account-mismatch", "TITLE", "Raid on the square, 17 June 2017", ["should fix"]),
        ("account-mismatch", "TITLE", "Raid on the square (17 July)", []),
        ("account-mismatch", "TITLE", "Raid on the square, closed again from 18 July", []),
        ("account-mismatch", "TITLE", "Raid after the decree of 3 May 2016", []),
        ("event-date-mismatch", "TEXT", "Operation Clean Square began on 1 August 2017.", ["should fix"]),
        ("event-date-mismatch", "TEXT", "Before Operation Clean Square began, on 3 May 2016 they came.", []),
        ("event-date-mismatch", "TEXT", "The report on Operation Clean Square of May 2018 says so.", []),
        ("event-date-mismatch", "TEXT", "The National Police was founded in 1991.", ["should fix"]),
        ("event-date-mismatch", "TEXT", "Law 872 was adopted on 3 February 2015.", ["should fix"]),
        ("birth-date-mismatch", "LIFE", "Chief of the National Police, born on 4 February 1960.", ["should fix"]),
        ("tenure-mismatch", "LIFE", "Chief of the National Police from 2014 to June 2018.", ["should fix"]),
        ("tenure-mismatch", "LIFE", "Deputy Chief of the National Police from 2012 to 2014.", []),
        ("impossible-date", "TEXT", "They left on 31 June 2017.", ["should fix"]),
        ("relative-time-word", "TEXT", "In the last week of the operation the square was closed.", []),
        ("name-spelled-two-ways", "TEXT", "Law 827 was applied.", ["should fix"]),
        ("name-spelled-two-ways", "TEXT", "Law 827 was applied, and Law 872 too.", []),
        ("name-spelled-two-ways", "TEXT", "Luis Ortega came.", ["note"]),
        ("name-spelled-two-ways", "TEXT", "Luis Alberto Ortega and Mr Ortega came.", []),
        ("verdict-word", "TEXT", "Luis Alberto Ortega denied that he was “a torturer”.", []),
        ("number-not-in-table", "TEXT", "They held 158, of 28 women and 130 men, and 355, of which 15 boys.", []),
    ],
)
def test_a_claim_is_found_where_the_records_say_something_else(
    name: str, where: str, words: str, weights: list[str], tmp_path: Path
) -> None:
    assert found(tmp_path, name, where, words) == weights


def test_nothing_that_is_read_from_prose_must_be_fixed() -> None:
    checks = [one.check for one in discover() if ".checks.prose." in one.check.run.__module__]

    assert {check.severity.label for check in checks} == {"should fix", "note"}
    assert [check.name for check in checks if check.raised] == []
