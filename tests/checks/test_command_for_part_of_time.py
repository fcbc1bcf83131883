"""The chain of command through the whole time for which command is alleged."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.command import command_for_part_of_time
from probata.diagnostics import Diagnostic

CASE = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies:
  - {id: board, name: Prison Board}
  - {id: guard, name: Prison Guard}
  - {id: north, name: North Prison, relations: [{kind: part_of, body: guard, PART}]}
positions: [{id: chair, title: Chair, body: board}]
roles: [{id: r, person: p, seats: [chair], title: Chair, dates: HELD, responsibility: LABEL}]
commands: [{id: c, superior: board, subordinate: guard, kind: command_de_jure, dates: DATES}, MORE]
events: [{id: e, kind: incident, title: Beatings, bodies: [north], EVENT}]
allegations:
  - {id: a, title: Beatings, statement: Beaten., roles: [{role: r}], period: PERIOD, events: [e]}
"""
PERIOD = "2016-03-01/2016-12-31"


def found_in(folder: Path, **fields: str) -> tuple[Diagnostic, ...]:
    text = CASE
    given = {
        "PART": "", "HELD": "2015/2018", "LABEL": "command", "DATES": "2014/2020", "MORE": "", "EVENT": "",
        "PERIOD": PERIOD,
    }  # fmt: skip
    for name, value in {**given, **fields}.items():
        text = text.replace(f", {name}", f", {value}") if value else text.replace(f", {name}", "")
        text = text.replace(f": {name}", f": {value}")
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [command_for_part_of_time])[0].findings


OVERSIGHT = "{id: o, superior: board, subordinate: north, kind: oversight}"
LATER = "{id: d, superior: board, subordinate: guard, kind: command_de_jure, dates: 2016-07-01/..}"
LATER_BY_A_DAY = LATER.replace("2016-07-01", "2016-07-02")


@each(
    ("fields", "day"),
    [
        ({}, ""),
        ({"DATES": "2014/2016-06-30"}, "2016-07-01"),
        ({"DATES": "2016-06-30/.."}, "2016-03-01"),
        ({"DATES": "2014/2016-06-30", "PERIOD": "2016-03-01/2016-06-30"}, ""),
        ({"DATES": "2014/2016-06-30", "EVENT": "dates: 2016-03-01/2016-05-01"}, ""),
        ({"DATES": "2014/2016-06-30", "EVENT": "dates: 2016-03-01/.."}, "2016-07-01"),
        ({"DATES": "2014/2016-06-30", "HELD": "2015/2016-06-30"}, ""),
        ({"DATES": "2014/2016-06-30", "MORE": LATER}, ""),
        ({"DATES": "2014/2016-06-30", "MORE": LATER_BY_A_DAY}, "2016-07-01"),
        ({"DATES": "2014/2016-06-30", "MORE": OVERSIGHT}, "2016-07-01"),
        ({"DATES": "2014/2016"}, ""),
        ({"DATES": "{stated: 2014/2016-06-30, end_known: false}"}, ""),
        ({"DATES": "{stated: 2016-06-30/2018, start_known: false}"}, ""),
        ({"DATES": "{stated: 2014/2016-06-30, possible: 2014/2017}"}, ""),
        ({"PART": "dates: 2016-05-01/.."}, "2016-03-01"),
        ({"DATES": "2014/2015"}, ""),
        ({"DATES": "2014/2016-06-30", "PERIOD": "2016-03-01/.."}, ""),
        ({"DATES": "2014/2016-06-30", "PERIOD": "~2016"}, ""),
        ({"DATES": "2014/2016-06-30", "LABEL": "oversight"}, ""),
        ({"DATES": "2014/9999-12-31"}, ""),
    ],
)
def test_command_is_alleged_for_the_time_of_its_chain(fields: dict[str, str], day: str, tmp_path: Path) -> None:
    found = found_in(tmp_path, **fields)

    assert len(found) == bool(day)
    assert all(f"on `{day}` no chain of command reaches a body of `e`" in in_ids(one.message) for one in found)


def test_the_link_is_named_with_its_dates(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, DATES="2014/2016-06-30")

    assert tuple(map(in_ids, found.notes)) == (
        "the chain breaks at `c`, by which `guard` is under `board`: dated `2014/2016-06-30`, it ends before "
        "`2016-07-01`",
    )


def test_a_part_that_joined_later_is_named(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, PART="dates: 2016-05-01/..")

    assert "by which `north` is part of `guard`: dated `2016-05-01/..`, it begins after" in in_ids(found.notes[0])
