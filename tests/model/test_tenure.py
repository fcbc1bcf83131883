"""How long a role was held, and how sure that is."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.model.dates import Answer, parse_when
from probata.model.role import Role
from probata.model.tenure import Tenure


def _tenure(**fields: Any) -> Tenure:
    return Tenure.model_validate(fields)


def _role(**fields: Any) -> Role:
    return Role.model_validate({"id": "r", "person": "p", "title": "t", **fields})


@each(
    ("day", "answer"),
    [
        ("2016-03-05", Answer.CERTAIN),
        ("2015-08-20", Answer.POSSIBLE),
        ("2015-07-31", Answer.NO),
        ("2017-04-02", Answer.POSSIBLE),
        ("2017-05-01", Answer.NO),
        ("2016", Answer.CERTAIN),
        ("2015", Answer.POSSIBLE),
    ],
)
def test_the_stated_period_makes_sure_of_what_lies_between_its_ends(day: str, answer: Answer) -> None:
    assert _tenure(stated="2015-08/2017-04").covers(parse_when(day)) is answer


def test_recorded_certain_and_possible_ends_stand_before_the_stated_ones() -> None:
    tenure = _tenure(stated="2015/2017", certain="2015-03-01/2017-02-28", possible="2014-12/2017-06")

    assert tenure.covers(parse_when("2015-03-01")) is Answer.CERTAIN
    assert tenure.covers(parse_when("2015-02-28")) is Answer.POSSIBLE
    assert tenure.covers(parse_when("2014-12-01")) is Answer.POSSIBLE
    assert tenure.covers(parse_when("2014-11-30")) is Answer.NO
    assert tenure.covers(parse_when("2017-07-01")) is Answer.NO


def test_days_that_are_only_possible_are_not_touched_for_certain() -> None:
    wide = _tenure(stated="2015-01/2016-06", possible="2014/2018")
    narrow = _tenure(stated="2014/2018", certain="2015-03-01/2016-02-28")

    assert wide.touches(parse_when("2017-03")) is Answer.POSSIBLE
    assert wide.touches(parse_when("2016-03")) is Answer.CERTAIN
    assert narrow.touches(parse_when("2016-06")) is Answer.POSSIBLE
    assert narrow.touches(parse_when("2016-01")) is Answer.CERTAIN
    assert narrow.touches(parse_when("2019")) is Answer.NO


def test_a_current_role_is_sure_up_to_its_as_of_date_only() -> None:
    role = _role(dates="2020-03-01/..", status="current", as_of="2024-06-30")

    assert role.covers(parse_when("2023")) is Answer.CERTAIN
    assert role.covers(parse_when("2024-06-30")) is Answer.CERTAIN
    assert role.covers(parse_when("2024-07-01")) is Answer.POSSIBLE
    assert role.covers(parse_when("2024-06-01/2024-07-01")) is Answer.POSSIBLE
    assert role.covers(parse_when("2020-02-28")) is Answer.NO


@each("status", ["ended", "unknown"])
def test_a_role_that_is_not_current_is_never_sure_after_its_beginning(status: str) -> None:
    role = _role(dates="2020-03-01/..", status=status, as_of="2024-06-30")

    assert role.covers(parse_when("2020-03-01")) is Answer.CERTAIN
    assert role.covers(parse_when("2021-01-01")) is Answer.POSSIBLE


def test_an_open_end_without_an_as_of_date_is_never_sure() -> None:
    assert _role(dates="2020-03-01/..", status="current").covers(parse_when("2021")) is Answer.POSSIBLE


def test_a_tenure_with_certain_days_does_not_cover_a_time_that_surely_goes_beyond_it() -> None:
    tenure = _tenure(stated="2021-03-04/2021-11-18", certain="2021-03-04/2021-11-18")

    assert tenure.covers(parse_when("2021-03-04/2022-06-20")) is Answer.NO
    assert tenure.covers(parse_when("2021-11")) is Answer.POSSIBLE
