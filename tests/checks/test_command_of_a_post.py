"""Whether a post is told to command at all, and whether the chain stood on the day of the act."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.command import no_command_to_the_unit
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies:
  - {id: board, name: Prison Board}
  - {id: north, name: North Prison, relations: [PART]}
positions: [{id: clerk, title: Records clerk, body: board}]
roles: [{id: r, person: p, seats: [clerk], title: Clerk, dates: 2015/2018, responsibility: command}]
commands: [RELATIONS]
events: [{id: e, kind: incident, title: Beatings, dates: 2016-05-13, bodies: [UNIT]}]
allegations:
  - {id: a, title: Beatings, statement: Beaten., roles: [{role: r}], period: 2016-05-12/2016-06-03, events: [e]}
"""
POST = "{id: c, superior: clerk, subordinate: board, kind: command_de_jure, dates: 2014/2020}"
BOARD = "{id: d, superior: board, subordinate: north, kind: command_de_jure, dates: 2014/2020}"
PART = "{kind: part_of, body: board, dates: 2014/2020}"


def result_of(folder: Path, *relations: str, part: str = "", unit: str = "north") -> CheckResult:
    text = CASE.replace("RELATIONS", ", ".join(relations)).replace("PART", part).replace("UNIT", unit)
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [no_command_to_the_unit])[0]


def test_command_that_began_after_the_act_and_within_the_time_charged_is_none(tmp_path: Path) -> None:
    later = BOARD.replace("2014/2020", "2016-06-01/..")
    (found,) = result_of(tmp_path, POST, later).findings

    assert found.severity is Severity.WARNING
    assert "it begins after `2016-05-13`" in in_ids(found.notes[0])


@each("dates", ["2016-05-13/..", "2014/2016-05-13"])
def test_command_on_the_one_day_of_the_act_is_enough(dates: str, tmp_path: Path) -> None:
    assert result_of(tmp_path, POST, BOARD.replace("2014/2020", dates)).findings == ()


@each("unit", ["board", "north"])
def test_a_post_is_not_told_to_command_the_body_that_it_is_in(unit: str, tmp_path: Path) -> None:
    answer = result_of(tmp_path, BOARD, unit=unit)
    (found,) = answer.findings

    assert answer.outcome is Outcome.FAILED
    assert found.severity is Severity.INFO
    assert in_ids(found.message).endswith(
        "rests on command for `e`, and nothing recorded says that the post held commands `board`, the body of `clerk`"
    )


@each("unit", ["board", "north"])
def test_a_post_that_is_told_to_command_its_body_is_in_order(unit: str, tmp_path: Path) -> None:
    assert result_of(tmp_path, POST, BOARD, unit=unit).findings == ()


def test_a_post_that_reaches_the_unit_past_its_body_is_in_order(tmp_path: Path) -> None:
    straight = BOARD.replace("superior: board", "superior: clerk")

    assert result_of(tmp_path, straight).findings == ()


@each(
    ("post", "note"),
    [
        (POST.replace("command_de_jure", "administrative"), "from `clerk` to `board` it is `administrative`"),
        (POST.replace("2014/2020", "2017/2020"), "it begins after `2016-05-13`"),
    ],
)
def test_what_is_recorded_of_a_post_and_its_body_stands(post: str, note: str, tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, post, BOARD).findings

    assert found.severity is Severity.WARNING
    assert note in in_ids(found.notes[0])


OTHERWISE = BOARD.replace("command_de_jure", "coordination")


@each(
    ("relation", "is_found"),
    [
        (OTHERWISE, True),
        (OTHERWISE.replace(", dates: 2014/2020", ""), True),
        (OTHERWISE.replace("2014/2020", "2010/2012"), False),
        (OTHERWISE.replace("kind: coordination", "kind: command_de_jure, inferred: true"), False),
        (BOARD, False),
    ],
    ids=["otherwise", "without dates", "of another time", "our own reading", "command"],
)
def test_a_recorded_relation_outranks_that_one_is_part_of_the_other(
    relation: str, is_found: bool, tmp_path: Path
) -> None:
    found = result_of(tmp_path, POST, relation, part=PART).findings

    assert ["from `board` to `north` it is `coordination`" in in_ids(one.notes[0]) for one in found] == [
        True
    ] * is_found
