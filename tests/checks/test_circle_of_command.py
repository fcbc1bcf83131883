"""Circles of command and of parts, at one time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.command import circle_of_command
from probata.checks.tenures.circles import Link, circles
from probata.checks.tenures.sure_days import Days
from probata.diagnostics import Severity

BODIES = "bodies: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]"


def result_of(folder: Path, commands: str = "[]", bodies: str = BODIES) -> CheckResult:
    case, faults = load_example(folder, f"case: {{title: Example}}\n{bodies}\ncommands: {commands}\n")
    assert faults == []
    return run_checks(case, [circle_of_command])[0]


def over(above: str, below: str, dates: str = "2014/2020", kind: str = "command_de_jure", more: str = "") -> str:
    return f"{{id: {above}-{below}, superior: {above}, subordinate: {below}, kind: {kind}, dates: {dates}{more}}}"


@each(
    ("second", "is_found"),
    [
        (over("b", "a"), True),
        (over("b", "a", "2019-06/.."), True),
        (over("b", "a", "2016-01-01/2016-03-01"), True),
        ("{id: b-a, superior: b, subordinate: a, kind: command_de_jure}", True),
        (over("b", "a", "{stated: 2010/2014, certain: 2014-01-01/2015-06-30}"), True),
        (over("b", "a", "2010/2013"), False),
        (over("b", "a", "2010/2014"), False),
        (over("b", "a", "2020/2022"), False),
        (over("b", "a", "~2016/2018"), False),
        (over("b", "a", "{stated: 2010/.., end_known: false}"), False),
        (over("b", "a", kind="oversight"), False),
        (over("b", "a", more=", inferred: true"), False),
        (over("b", "c"), False),
    ],
)
def test_two_that_command_each_other_at_one_time_are_found(second: str, is_found: bool, tmp_path: Path) -> None:
    found = result_of(tmp_path, f"[{over('a', 'b')}, {second}]").findings

    assert [one.record for one in found] == (["commands/b-a"] if is_found else [])


def test_a_circle_of_three_is_told_with_each_link(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, f"[{over('a', 'b')}, {over('b', 'c')}, {over('c', 'a')}]").findings

    assert in_ids(found.message) == "`c` commands `a`, by relation `c-a`, and at the same time `a` stands over `c`"
    assert tuple(map(in_ids, found.notes)) == (
        "`a` commands `b`, by relation `a-b`",
        "`b` commands `c`, by relation `b-c`",
    )
    assert found.severity is Severity.WARNING


def test_a_circle_of_three_needs_one_day_of_all(tmp_path: Path) -> None:
    apart = f"[{over('a', 'b', '2014/2016')}, {over('b', 'c', '2015/2019')}, {over('c', 'a', '2018/2020')}]"

    assert result_of(tmp_path, apart).findings == ()


def test_by_law_and_in_fact_may_run_against_each_other(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, f"[{over('a', 'b')}, {over('b', 'a', kind='command_de_facto')}]").findings

    assert found.severity is Severity.INFO


def test_one_over_itself_is_a_circle(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, f"[{over('a', 'a')}]").findings

    assert in_ids(found.message) == "`a` is recorded over itself"


def test_two_circles_are_two_findings(tmp_path: Path) -> None:
    both = f"[{over('a', 'b')}, {over('b', 'a')}, {over('b', 'c')}, {over('c', 'b')}]"

    assert {one.record for one in result_of(tmp_path, both).findings} == {"commands/b-a", "commands/c-b"}


def test_two_bodies_that_are_part_of_each_other_are_found(tmp_path: Path) -> None:
    bodies = """
bodies:
  - {id: a, name: A, relations: [{kind: part_of, body: b}]}
  - {id: b, name: B, relations: [{kind: member_of, body: c}, {kind: part_of, body: a, dates: 2015/2017}]}
  - {id: c, name: C}
"""
    (found,) = result_of(tmp_path, bodies=bodies).findings

    assert found.record == "bodies/b"
    assert in_ids(found.message) == "`b` is part of `a`, and at the same time `a` is part of `b`"
    assert found.span is not None
    assert found.span.line == 5


def test_who_commands_may_be_part_of_what_is_commanded(tmp_path: Path) -> None:
    bodies = "bodies: [{id: a, name: Staff, relations: [{kind: part_of, body: b}]}, {id: b, name: Guard}]"

    assert result_of(tmp_path, f"[{over('a', 'b')}]", bodies).findings == ()


def test_a_case_without_a_chain_is_not_looked_at(tmp_path: Path) -> None:
    assert result_of(tmp_path).outcome is Outcome.NOT_APPLICABLE


def _link(above: int, below: int, days: Days = (date.min, date.max)) -> Link:
    return Link(f"n{above}", f"n{below}", "command_de_jure", ("commands", f"c{above}"), ("superior",), days)


def test_a_ring_of_very_many_is_one_circle_that_begins_at_its_last_link() -> None:
    number = 5000
    (ring,) = circles([_link(n, (n + 1) % number) for n in range(number)])

    assert len(ring) == number
    assert [link.above for link in ring[:2]] == [f"n{number - 1}", "n0"]


def test_a_ring_whose_links_follow_each_other_in_time_is_none() -> None:
    number = 300

    def year(n: int) -> Days:
        return date(1500 + n, 1, 1), date(1501 + n, 1, 1)

    assert list(circles([_link(n, (n + 1) % number, year(n)) for n in range(number)])) == []
