"""Dates of known precision: what they cover and share, held against every day that they may mean."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.each import each

from probata.model.dates import Answer, When, parse_when

FAR_BACK, FAR = date(1900, 1, 1), date(2100, 1, 1)
"""Before and after every day that the generated dates name; they stand for "always" and "for ever"."""

DAYS = st.dates(date(2015, 1, 1), date(2016, 3, 31))
WRITTEN = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    st.sampled_from(["2015", "2016"]),
)


def _readable(text: str) -> bool:
    try:
        parse_when(text)
    except ValueError:
        return False
    return True


PERIODS = st.tuples(WRITTEN, WRITTEN).map("/".join).filter(_readable)
OPEN = st.tuples(WRITTEN, st.booleans()).map(lambda made: f"{made[0]}/.." if made[1] else f"../{made[0]}")
DATES = st.one_of(WRITTEN, PERIODS, OPEN).map(parse_when)


def _turning_days(*whens: When) -> set[date]:
    """The days on which an answer can turn: first and last days of all ends, and the days beside them."""
    points = [point for when in whens for point in (when.start, when.end) if point]
    days = {day for point in points for day in (point.first, point.last)}
    return {day + timedelta(n) for day in days for n in (-1, 0, 1)} | {FAR_BACK, FAR}


def _meanings(when: When, days: set[date]) -> list[tuple[date, date]]:
    """What a date may mean, as a first and a last day: one day of a date, a stretch of a period."""
    if not when.is_period:
        return [(day, day) for day in days if when.first <= day <= when.last]
    starts = [day for day in days if when.start is None or when.start.first <= day <= when.start.last]
    ends = [day for day in days if when.end is None or when.end.first <= day <= when.end.last]
    return [(start, end) for start, end in product(starts, ends) if start <= end]


def _pairs(one: When, other: When) -> Iterator[tuple[tuple[date, date], tuple[date, date]]]:
    days = _turning_days(one, other)
    return product(_meanings(one, days), _meanings(other, days))


def _truth(holds: list[bool]) -> Answer:
    return Answer.CERTAIN if all(holds) else Answer.POSSIBLE if any(holds) else Answer.NO


@given(DATES, DATES)
@settings(max_examples=400, deadline=None)
def test_two_dates_share_a_day_exactly_as_their_days_do(one: When, other: When) -> None:
    truth = _truth([a[0] <= b[1] and b[0] <= a[1] for a, b in _pairs(one, other)])

    assert one.overlaps(other) == truth == other.overlaps(one)


@given(DATES, DATES)
@settings(max_examples=400, deadline=None)
def test_a_sure_answer_about_covering_is_never_wrong(one: When, other: When) -> None:
    truth = _truth([a[0] <= b[0] and b[1] <= a[1] for a, b in _pairs(one, other)])

    assert one.covers(other) in {truth, Answer.POSSIBLE}


@given(DATES)
@settings(max_examples=200, deadline=None)
def test_the_sure_days_lie_in_every_meaning(when: When) -> None:
    core = when.core
    if core is not None:
        assert all(first <= core[0] and core[1] <= last for first, last in _meanings(when, _turning_days(when)))


@each(
    ("written", "core"),
    [
        ("2015-08-21", (date(2015, 8, 21), date(2015, 8, 21))),
        ("2015-08", None),
        ("2015", None),
        ("~2015-08-21", None),
        ("2015-08/2017-04", (date(2015, 8, 31), date(2017, 4, 1))),
        ("2015-08/2015-08", None),
        ("2015/2015-12-31", (date(2015, 12, 31), date(2015, 12, 31))),
        ("2022-05/..", None),
        ("~2015/2017", (date(2015, 12, 31), date(2017, 1, 1))),
        ("2022-05-03/..", (date(2022, 5, 3), date(2022, 5, 3))),
        ("../2014-05", None),
        ("../2014-05-09", (date(2014, 5, 9), date(2014, 5, 9))),
    ],
)
def test_only_what_is_sure_counts_as_sure(written: str, core: tuple[date, date] | None) -> None:
    assert parse_when(written).core == core


@each(
    ("written", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-02", date(2015, 2, 1), date(2015, 2, 28)),
        ("2015-08-21", date(2015, 8, 21), date(2015, 8, 21)),
    ],
)
def test_a_date_spans_the_days_of_its_precision(written: str, first: date, last: date) -> None:
    when = parse_when(written)

    assert (when.first, when.last) == (first, last)
    assert when.is_period is False


@each(
    ("written", "reason"),
    [
        ("2015-13", "no such month"),
        ("2015-00", "no such month"),
        ("2015-02-29", "no such day"),
        ("2015-04-00", "no such day"),
        ("2017/2015", "the end is before the beginning"),
        ("../..", "needs a beginning or an end"),
        ("/", "needs a beginning or an end"),
        ("21.08.2015", "not one of the forms"),
        ("15", "not one of the forms"),
        ("2015-8", "not one of the forms"),
        ("2015/2016/2017", "not one of the forms"),
        ("٢٠١٥", "not one of the forms"),
        ("", "not one of the forms"),
        ("yesterday", "not one of the forms"),
    ],
)
def test_what_is_no_date_says_why(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_when(written)


@given(st.integers(1000, 9999), st.integers(1, 12), st.integers(1, 31))
def test_every_day_of_the_calendar_is_read_and_no_other(year: int, month: int, day: int) -> None:
    written = f"{year:04}-{month:02}-{day:02}"

    assert _readable(written) is (day <= calendar.monthrange(year, month)[1])
