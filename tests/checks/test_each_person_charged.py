"""Conduct against tenure where several are charged: each person by their own posts."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.responsibility import conduct_outside_tenure
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}, {id: tarn, name: Ada Tarn}]
bodies: [{id: prison, name: North Prison}, {id: council, name: Council of Sol}]
positions:
  - {id: governor, title: Governor of North Prison, body: prison}
  - {id: member, title: Member of the Council, body: council}
roles:
  - {id: w, person: wolk, seats: [governor], title: Governor, dates: 2020-01-01/2022-04-30}
  - {id: t, person: tarn, seats: [SEAT], title: Member, dates: TENURE}
events:
  - {id: refusal, kind: act, title: Refusal at the gate, dates: 2022-05-16, lead_bodies: [BODY]}
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: 2021-03-04/2022-06-20
    events: [refusal]
    roles: [{role: t, responsibility: command}, {role: w, responsibility: [{label: command OWN}]}]
"""


def found_with(
    folder: Path, seat: str = "member", tenure: str = "2020-01-01/2025-01-14", body: str = "prison", own: str = ""
) -> list[str]:
    text = CASE.replace("SEAT", seat).replace("TENURE", tenure).replace("BODY", body).replace(" OWN", own)
    case, faults = load_example(folder, text)
    assert [in_ids(fault.message) for fault in faults] == []
    findings = run_checks(case, [conduct_outside_tenure])[0].findings
    assert {one.severity for one in findings} <= {Severity.WARNING}
    return [in_ids(one.message) for one in findings]


def test_the_post_of_another_elsewhere_covers_nothing(tmp_path: Path) -> None:
    assert found_with(tmp_path) == [
        "no role of person `wolk` covers 1 May to 20 June 2022, and the period is `2021-03-04/2022-06-20`",
        "event `refusal`, dated `2022-05-16`, of a body of person `wolk` lies outside every "
        "role of this person that the allegation rests on",
    ]


def test_who_came_after_in_the_same_post_may_bear_the_rest(tmp_path: Path) -> None:
    assert found_with(tmp_path, seat="governor", tenure="2022-05-01/2023-01-01") == []


def test_an_event_of_another_body_is_not_looked_for_in_the_posts_of_this_one(tmp_path: Path) -> None:
    assert len(found_with(tmp_path, body="council")) == 1


@each("own", [", period: 2021-03-04/2022-04-30"])
def test_who_answers_for_a_period_of_their_own_answers_for_no_more(own: str, tmp_path: Path) -> None:
    assert found_with(tmp_path, own=own) == []
