"""The events of an allegation against its own period."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.chronology import event_outside_period

CASE = """
case: {title: Example}
people: [{id: solvan, name: Ardel Solvan}]
roles: [{id: head, person: solvan, title: Head of North Prison, dates: 2010/2020}]
events: [{id: raid, kind: KIND, title: Raid on the docks, dates: DATES, context_only: CONTEXT}]
allegations:
  - id: raids
    title: Raids
    statement: Homes were raided.
    period: PERIOD
    events: [raid]
    roles: [{role: head, responsibility: [{link: direct_superior, stated: He ordered them GROUND}]}]
"""


def answered(
    folder: Path, dates: str, period: str = "2016-01/2016-06", kind: str = "incident", context: str = "false",
    ground: str = "",
) -> CheckResult:  # fmt: skip
    text = CASE.replace("DATES", dates).replace("PERIOD", period).replace("KIND", kind).replace("CONTEXT", context)
    text = text.replace(" GROUND", f", period: {ground}" if ground else "").replace("    period: none\n", "")
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [event_outside_period])[0]


@each("dates", ["2016-03-01", "2016", "2015/2016-01", "2016-06/..", "../2016-02", "~2014", "2014/.."])
def test_an_event_that_may_lie_in_the_period_is_left_alone(tmp_path: Path, dates: str) -> None:
    assert answered(tmp_path, dates).findings == ()


@each(("dates", "side"), [("2014-05-03", "before"), ("../2015", "before"), ("2016-07/..", "after")])
def test_an_event_surely_before_or_after_the_period_is_found(tmp_path: Path, dates: str, side: str) -> None:
    (finding,) = answered(tmp_path, dates).findings

    assert (finding.record, finding.severity.value) == ("allegations/raids", "warning")
    assert in_ids(finding.message) == (
        f"event `raid`, dated `{dates}`, lies {side} the period of the allegation, `2016-01/2016-06`"
    )


def test_what_was_not_punished_is_earlier_than_the_failure(tmp_path: Path) -> None:
    failure = "2016-01/2016-06, conduct: [did_not_punish]"

    assert answered(tmp_path, "2014-05-03", ground=failure).findings == ()
    assert len(answered(tmp_path, "2017-05-03", ground=failure).findings) == 1


def test_a_reform_before_the_period_is_a_note(tmp_path: Path) -> None:
    assert [one.severity.value for one in answered(tmp_path, "2014", kind="reform").findings] == ["info"]


def test_what_is_context_or_in_the_time_of_a_ground_is_left_alone(tmp_path: Path) -> None:
    assert answered(tmp_path, "2014", context="true").outcome is Outcome.NOT_APPLICABLE
    assert answered(tmp_path, "2014-05-03", ground="2014").findings == ()


def test_of_an_allegation_without_a_period_it_cannot_be_told(tmp_path: Path) -> None:
    assert answered(tmp_path, "2014-05-03", period="none").outcome is Outcome.CANNOT_TELL
