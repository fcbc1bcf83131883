"""Command that rests on membership alone."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example

from probata.checks.engine.run import run_checks
from probata.checks.records.command import oversight_as_command

CASE = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2017}]
allegations: [{id: a, title: T, statement: S., roles: [{role: r, responsibility: GROUND}]}]
"""


def test_a_ground_that_rests_on_membership_is_told_once(tmp_path: Path) -> None:
    ground = "{label: command, link: member_of_deciding_body, stated: as a member he supervised it}"
    case, faults = load_example(tmp_path, CASE.replace("GROUND", ground))
    assert faults == []

    assert [one.record for one in run_checks(case, [oversight_as_command])[0].findings] == ["allegations/a"]
