"""Which days an organisation chart is drawn for where nobody chose one."""

from __future__ import annotations

from datetime import date
from typing import Any

from probata.model.event import Event
from probata.model.role import Role
from probata.pictures.organisation import days_of, telling_day


def _role(key: str, dates: Any) -> Role:
    return Role.model_validate({"id": key, "person": "p", "title": "T", "dates": dates})


def _event(dates: str, kind: str = "incident") -> Event:
    return Event.model_validate({"id": "e", "kind": kind, "title": "T", "dates": dates})


def test_the_day_of_the_first_incident_alleged_within_the_tenure_is_chosen() -> None:
    role = _role("a", "2021-02-01/2023-09-30")
    events = [
        _event("2022-05-16"),
        _event("2022-05-13/2022-05-14"),
        _event("2019-01-01"),
        _event("2021-12-01/..", "measure"),
    ]
    assert days_of([role], {"a": events}) == (date(2022, 5, 13),)


def test_of_several_days_that_of_the_posts_of_which_most_is_alleged_tells_most() -> None:
    roles = [_role("a", "2021-02-01/2023-09-30"), _role("c", "2020-03-04/2020-11-18")]
    assert telling_day(roles, {"a": [_event("2022-05-13")]}) == date(2022, 5, 13)
    assert telling_day(roles, {}) == date(2020, 3, 4)
    assert telling_day([], {}) is None


def test_a_role_on_no_sure_day_is_shown_on_its_first_possible_one() -> None:
    assert days_of([_role("a", "2022")], {}) == (date(2022, 1, 1),)
    assert days_of([_role("a", "../2022")], {}) == ()
