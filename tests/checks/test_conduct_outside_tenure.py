"""Conduct against tenure: certain, possible, none, and what goes on beyond all roles."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.runner import run_checks
from probata.checks.time.conduct_outside_tenure import CHECK
from probata.diagnostics import Severity


def found_with(folder: Path, period: str, roles: list[str], more: str = "") -> list[tuple[Severity, str]]:
    records = "".join(f"  - {{id: r{n}, person: p, title: Governor, dates: {dates}, status: unknown}}\n"
                      for n, dates in enumerate(roles))  # fmt: skip
    named = ", ".join(f"{{role: r{n}, responsibility: command}}" for n in range(len(roles)))
    text = f"""
case: {{title: Example}}
people: [{{id: p, name: Mara Wolk}}]
roles:
{records}
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    {f"period: {period}" if period else ""}
    roles: [{named}]
{more}
"""
    case, faults = load_example(folder, text)
    assert faults == []
    (result,) = run_checks(case, [CHECK])
    return [(found.severity, found.message) for found in result.findings]


@pytest.mark.parametrize("period", ["2015-09", "2016", "2016-01/2016-12", "2017-04-01"])
def test_conduct_surely_within_the_role_is_not_found(period: str, tmp_path: Path) -> None:
    assert found_with(tmp_path, period, ["2015-08/2017-04"]) == []


@pytest.mark.parametrize("period", ["2015-07", "2017-05-01", "2018/2019"])
def test_conduct_surely_outside_the_role_must_be_fixed(period: str, tmp_path: Path) -> None:
    ((weight, message),) = found_with(tmp_path, period, ["2015-08/2017-04"])

    assert weight is Severity.ERROR
    assert message == f"the period `{period}` lies outside role “Governor” (`r0`), held `2015-08/2017-04`"


@pytest.mark.parametrize("period", ["2015-08-03", "2015", "2017-04-30", "~2017"])
def test_conduct_perhaps_within_the_role_should_be_fixed(period: str, tmp_path: Path) -> None:
    ((weight, message),) = found_with(tmp_path, period, ["2015-08/2017-04"])

    assert weight is Severity.WARNING
    assert "the dates leave open whether" in message


def test_a_period_that_begins_before_the_first_role_is_found_once(tmp_path: Path) -> None:
    ((weight, message),) = found_with(tmp_path, "2014/2018", ["2015-08/2017-04", "2017-04/.."])

    assert weight is Severity.WARNING
    assert message == (
        "part of the period `2014/2018` lies before the roles alleged, "
        "of which the first begins on 2015-08-01 at the earliest"
    )


def test_a_period_that_goes_on_after_the_last_role_is_found(tmp_path: Path) -> None:
    ((weight, message),) = found_with(tmp_path, "2016/2022-09", ["2015-08/2017-04"])

    assert weight is Severity.WARNING
    assert "the last ends on 2017-04-30 at the latest" in message


def test_a_role_that_is_current_was_surely_held_until_its_day(tmp_path: Path) -> None:
    text = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015-08/.., status: current, as_of: 2024-06-01}]
allegations:
  - {id: a, title: T, statement: S., period: 2016, roles: [{role: r, responsibility: command}]}
  - {id: b, title: T, statement: S., period: 2025, roles: [{role: r, responsibility: command}]}
"""
    case, _ = load_example(tmp_path, text)
    found = run_checks(case, [CHECK])[0].findings

    assert [(one.record, one.severity) for one in found] == [("allegations/b", Severity.WARNING)]


def test_a_role_that_is_only_possible_is_a_note_beside_one_that_is_certain(tmp_path: Path) -> None:
    ((weight, message),) = found_with(tmp_path, "2017-03", ["2016/2018", "2017/2018"])

    assert weight is Severity.INFO
    assert (
        message
        == "the dates leave open whether the period `2017-03` falls within role “Governor” (`r1`), held `2017/2018`"
    )


def test_an_event_outside_every_role_must_be_fixed(tmp_path: Path) -> None:
    events = "    events: [riot]\nevents: [{id: riot, kind: incident, title: Riot, dates: 2019-02}]"
    ((weight, message),) = found_with(tmp_path, "", ["2015-08/2017-04", "2017/2018"], events)

    assert weight is Severity.ERROR
    assert message == "event “Riot” (`riot`), dated `2019-02`, lies outside every role that the allegation rests on"


def test_an_event_that_is_context_only_is_not_found(tmp_path: Path) -> None:
    events = "    events: [riot]\nevents: [{id: riot, kind: incident, title: Riot, dates: 2019-02, context_only: true}]"
    assert found_with(tmp_path, "", ["2015-08/2017-04"], events) == []


def test_an_allegation_that_is_not_pursued_is_not_found(tmp_path: Path) -> None:
    assert found_with(tmp_path, "2019", ["2015-08/2017-04"], "    pursued: false") == []
