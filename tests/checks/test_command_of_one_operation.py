"""Two bodies in command at once, and what is charged or counted after control had moved."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.command import control_moved_elsewhere, two_bodies_in_command

BODIES = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies:
  - {id: board, name: Board}
  - {id: police, name: Police}
  - {id: ministry, name: Ministry}
  - id: north
    name: North Prison
    relations: [{kind: control_moved_to, body: ministry, dates: MOVED}]
positions:
  - {id: chair, title: Chair, body: board}
  - {id: head, title: Head of North Prison, body: north}
  - {id: minister, title: Minister, body: ministry}
"""


def found_by(check: Check, folder: Path, records: str, moved: str = "2016-06") -> list[tuple[str, str]]:
    case, faults = load_example(folder, BODIES.replace("MOVED", moved) + records)
    assert faults == []
    return [(found.record, in_ids(found.message)) for found in run_checks(case, [check])[0].findings]


def commands(second: str, *more: str, event: str = "bodies: [north]") -> str:
    lines = "".join(f"  - {{{one}}}\n" for one in ("id: b, " + second, *more))
    return f"""
commands:
  - {{id: a, superior: board, subordinate: north, kind: command_de_jure, dates: 2014/..}}
{lines}
events: [{{id: e, kind: incident, title: E, {event}}}]
allegations: [{{id: x, title: T, statement: S., events: [e]}}]
"""


RIVAL = "superior: police, subordinate: north, kind: command_de_jure, dates: 2015/2018"


def test_two_bodies_in_command_of_one_that_acted_are_found(tmp_path: Path) -> None:
    assert found_by(two_bodies_in_command, tmp_path, commands(RIVAL)) == [
        ("commands/b", "`board` and `police` are both recorded in command of `north` at the same time")
    ]


@each(
    ("second", "more"),
    [
        (RIVAL.replace("command_de_jure", "oversight"), ()),
        (RIVAL.replace("command_de_jure", "command_de_facto"), ()),
        (RIVAL.replace("2015/2018", "2011/2014"), ()),
        (RIVAL.replace(", dates: 2015/2018", ""), ()),
        (RIVAL.replace("superior: police", "superior: head"), ()),
        (RIVAL.replace("superior: police", "superior: chair"), ()),
        (RIVAL, ("id: c, superior: police, subordinate: board, kind: command_de_jure, dates: 2010/2020",)),
    ],
    ids=["oversight", "in fact", "a year that they may share", "no dates", "own head", "post of the same", "above"],
)
def test_what_is_no_second_command_is_not_found(second: str, more: tuple[str, ...], tmp_path: Path) -> None:
    assert found_by(two_bodies_in_command, tmp_path, commands(second, *more)) == []


def test_a_body_that_acts_in_nothing_that_is_charged_is_left_alone(tmp_path: Path) -> None:
    records = commands(RIVAL, event="bodies: [ministry]")

    assert found_by(two_bodies_in_command, tmp_path, records) == []


@each(("over", "is_found"), [("the operations", True), ("trials", False)])
def test_two_bodies_in_command_of_one_thing_are_found_by_its_words(over: str, is_found: bool, tmp_path: Path) -> None:
    records = f"""
commands:
  - {{id: a, superior: chair, subordinate: board, kind: command_de_jure, dates: 2015/2017, over: all operations}}
  - {{id: b, superior: minister, subordinate: ministry, kind: command_de_jure, dates: 2015/2017, over: {over}}}
"""
    found = found_by(two_bodies_in_command, tmp_path, records)

    assert [record for record, _ in found] == ["commands/b"] * is_found


def charged(period: str, seat: str = "chair", label: str = "command", more: str = "") -> str:
    return f"""
roles: [{{id: r, person: p, seats: [{seat}], title: T, dates: 2015/2018, responsibility: {label}}}]
events: [{{id: e, kind: incident, title: E, bodies: [north]}}]
allegations: [{{id: x, title: T, statement: S., period: {period}, roles: [{{role: r}}], events: [e]}}]
{more}
"""


@each("period", ["2015-08/2016-07", "2016/2017", "2015/..", "2016-08"])
def test_command_charged_after_control_moved_is_found(period: str, tmp_path: Path) -> None:
    assert found_by(control_moved_elsewhere, tmp_path, charged(period)) == [
        (
            "allegations/x",
            f"command over `north` is alleged for `{period}`; control of it passed to `ministry` in `2016-06`",
        )
    ]


@each(
    ("period", "seat", "label", "moved"),
    [
        ("2015-08/2016-06", "chair", "command", "2016-06"),
        ("2016-08", "minister", "command", "2016-06"),
        ("2015/2017", "minister", "command", "2016-06"),
        ("2015/2017", "chair", "oversight", "2016-06"),
        ("2015/2017", "chair", "command", "~2016"),
        ("2016", "chair", "command", "2016-06"),
    ],
    ids=["until the move", "one month", "leads the new body", "oversight", "about then", "some day of the year"],
)
def test_what_does_not_surely_come_after_the_move_is_not_found(
    period: str, seat: str, label: str, moved: str, tmp_path: Path
) -> None:
    assert found_by(control_moved_elsewhere, tmp_path, charged(period, seat, label), moved) == []


def test_a_chain_to_the_new_body_keeps_command(tmp_path: Path) -> None:
    relation = "commands: [{id: c, superior: board, subordinate: ministry, kind: command_de_jure, dates: 2010/..}]"

    assert found_by(control_moved_elsewhere, tmp_path, charged("2015/2017", more=relation)) == []


def test_a_figure_that_counts_beyond_the_move_is_found_once(tmp_path: Path) -> None:
    more = """
datasets: [{id: d, title: D, file: d.csv, columns: [{id: year, title: Year}, {id: n, title: N}]}]
figures:
  - {id: f, title: F, operation: sum, of: [{dataset: d, column: n}], period: 2015/2017, ascribed_to: [r]}
  - {id: g, title: G, operation: sum, of: [{dataset: d, column: n}], period: 2015/2016-06, ascribed_to: [r]}
  - {id: h, title: H, operation: sum, of: [{dataset: d, column: n}], period: 2015/2017}
"""
    text = BODIES.replace("MOVED", "2016-06") + charged("2015/2016-06", more=more)
    case, _ = load_example(tmp_path, text, {"d.csv": "year,n\n2015,1\n"})
    found = run_checks(case, [control_moved_elsewhere])[0].findings

    assert [one.record for one in found] == ["figures/f"]
    assert "counts `2015/2017`" in in_ids(found[0].message)
