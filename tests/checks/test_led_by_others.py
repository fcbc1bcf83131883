"""Command that reaches who took part in an event, and not who led it."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.command import no_command_to_the_unit
from probata.diagnostics import Diagnostic, Severity

CASE = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies:
  - {id: police, name: Harbour Police}
  - {id: clinic, name: Sol Clinic}
  - {id: health, name: Ministry of Health}
positions: [{id: chief, title: Chief of the Harbour Police, body: police}]
roles: [{id: r, person: p, seats: [chief], title: Chief, dates: 2015/2018, responsibility: command}]
commands:
  - {id: own, superior: chief, subordinate: police, kind: command_de_jure, dates: 2014/2020}
  - RELATION
events:
  - {id: e, title: Sedation, dates: 2016-05-13, EVENT}
allegations:
  - {id: a, title: Sedation, statement: Sedated., roles: [{role: r}], period: 2016-05, events: [e]}
"""
OF_HEALTH = "{id: h, superior: health, subordinate: clinic, kind: administrative, dates: 2014/2020}"
LED = "kind: measure, lead_bodies: [clinic], bodies: [police]"


def found_by(folder: Path, relation: str, event: str) -> tuple[Diagnostic, ...]:
    case, faults = load_example(folder, CASE.replace("RELATION", relation).replace("EVENT", event))
    assert faults == []
    return run_checks(case, [no_command_to_the_unit])[0].findings


def test_an_event_led_by_a_body_under_another_is_found_though_the_unit_took_part(tmp_path: Path) -> None:
    (found,) = found_by(tmp_path, OF_HEALTH, LED)

    assert found.severity is Severity.WARNING
    assert in_ids(found.message) == (
        "allegation `a` rests on command for `e`; no recorded chain of command reaches `clinic`, said to have "
        "led it, but only who took part"
    )
    assert tuple(map(in_ids, found.notes)) == ("`clinic` stands under `health`",)


@each(
    ("relation", "event"),
    [
        (OF_HEALTH, "kind: measure, bodies: [clinic, police]"),
        (OF_HEALTH, "kind: measure, lead_bodies: [police], bodies: [clinic]"),
        (OF_HEALTH, "kind: measure, lead_bodies: [police, clinic]"),
        (OF_HEALTH, LED.replace("measure", "operation")),
        ("{id: c, superior: police, subordinate: clinic, kind: command_de_facto, dates: 2014/2020}", LED),
        ("{id: o, superior: clinic, subordinate: police, kind: oversight, dates: 2014/2020}", LED),
        ("{id: x, superior: health, subordinate: police, kind: administrative, dates: 2014/2020}", LED),
    ],
)
def test_who_led_under_the_post_or_over_it_or_under_nobody_known_is_no_gap(
    relation: str, event: str, tmp_path: Path
) -> None:
    assert found_by(tmp_path, relation, event) == ()
