"""The time of a post in our texts against the record of the role."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks

CASE = """
case:
  title: Example
people:
  - {id: solvan, name: {family: Solvan, given: Ardel}, description: "DESCRIPTION"}
  - {id: merrik, name: {family: Merrik, given: Tove}}
roles:
  - id: deputy
    person: solvan
    title: Deputy
    dates: 2013-05/2015-02-28
  - id: head
    person: solvan
    title: Head of North Prison
    dates: {stated: 2015-03-01/2017-08-31, other_accounts: [{dates: 2015-04/2017-09}]}
  - {id: other, person: merrik, title: Judge, dates: 2015-03-01/2016-01-31}
allegations:
  - {id: a, title: T, statement: "STATEMENT"}
"""


def found(folder: Path, description: str = "A guard.", statement: str = "It is alleged.") -> list[tuple[str, str]]:
    case, faults = load_example(folder, CASE.replace("DESCRIPTION", description).replace("STATEMENT", statement))
    assert faults == []
    return [(one.record, in_ids(one.message)) for one in run_checks(case, [check_named("tenure-mismatch")])[0].findings]


@each(
    "text",
    [
        "From 1 March 2015 to 31 August 2017 he headed the prison.",
        "He headed the prison from March 2015 to August 2017.",
        "He headed the prison from April 2015 until September 2017.",
        "He held posts there from 3 May 2013 to 31 August 2017.",
        "He headed the prison from 1 January 2001 to 2 February 2002.",
        "He headed the prison from 2015 to 2016.",
        "He counts the persons beaten there from 1 March 2015 to 1 May 2016.",
        "He headed the prison, in which 90 died from 1 March 2015 to 1 May 2016.",
        "He headed the prison from 31 February 2015 to 45 August 2017.",
    ],
)
def test_what_agrees_or_tells_of_another_thing_is_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_where_nobody_is_named_nothing_is_compared(tmp_path: Path) -> None:
    assert found(tmp_path, statement="The head held the post from 1 March 2015 to 31 December 2016.") == []
