"""What share of a time lies in a tenure, as sure as the dates are."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.each import each

from probata.figures.shared_time import Extent, days_of, share_of
from probata.model.dates import When, parse_when


def lasting(text: str) -> Extent:
    return Extent(parse_when(text), parse_when(text))


def shared(time: str, tenure: str, by: str) -> tuple[int, int, int] | None:
    found = share_of(parse_when(time), lasting(tenure), by)
    return (found.least, found.most, found.whole) if found else None


@each(
    ("time", "tenure", "expected"),
    [
        ("2015", "2015-08/2017-04", (5, 5, 12)),  # August to December
        ("2016", "2015-08/2017-04", (12, 12, 12)),
        ("2017", "2015-08/2017-04", (4, 4, 12)),  # January to April
        ("2018", "2015-08/2017-04", (0, 0, 12)),
        ("2022-01/2022-09", "2015-08/2022-05", (5, 5, 9)),
        ("2017", "2017/2022", (1, 12, 12)),  # some time in 2017
        ("2017", "2017-07-10/2018-05", (5, 6, 12)),  # a part of July
        ("2017", "2015-08/2017-04-26", (3, 4, 12)),  # a part of April
        ("2017", "2015-08/2017-04-30", (4, 4, 12)),  # all of April
        ("2023", "2022-05/..", (0, 12, 12)),  # nothing says that it still lasts
        ("9999", "9999-02-01/9999-12-31", (11, 11, 12)),  # the last day of the calendar
        ("2015", "~2015-08/2017-04", (0, 5, 12)),  # about August makes no month sure
    ],
)
def test_months_are_counted_as_the_dates_are_meant(time: str, tenure: str, expected: tuple[int, int, int]) -> None:
    assert shared(time, tenure, "months") == expected


@each(
    ("time", "tenure", "expected"),
    [
        ("2015", "2015-08/2017-04", (123, 153, 365)),  # from 31 or from 1 August
        ("2015", "2015-08-01/2017-04-30", (153, 153, 365)),
        ("2016", "2015-08/2017-04", (366, 366, 366)),
        ("2018", "2015-08/2017-04", (0, 0, 365)),
    ],
)
def test_days_are_sure_only_where_the_dates_make_them_so(
    time: str, tenure: str, expected: tuple[int, int, int]
) -> None:
    assert shared(time, tenure, "days") == expected


@each("time", ["2015/..", "../2015"])
def test_a_time_without_an_end_has_no_shares(time: str) -> None:
    assert shared(time, "2015-08/2017-04", "months") is None
    assert days_of(parse_when(time)) is None


def test_stated_sure_days_go_before_the_stated_period() -> None:
    extent = Extent(parse_when("2015/2017"), parse_when("2015-10-01/2016-12-31"))
    found = share_of(parse_when("2015"), extent, "days")

    assert found is not None
    assert (found.least, found.most) == (92, 365)


POINTS = st.dates(min_value=date(1000, 1, 1))


@st.composite
def periods(draw: st.DrawFn) -> When:
    first, last = sorted((draw(POINTS), draw(POINTS)))
    forms = [st.sampled_from([d.isoformat(), d.isoformat()[:7], d.isoformat()[:4]]) for d in (first, last)]
    return parse_when(f"{draw(forms[0])}/{draw(forms[1])}")


@given(periods(), periods(), st.sampled_from(["months", "days"]))
def test_a_share_is_never_more_than_the_whole(time: When, tenure: When, by: str) -> None:
    found = share_of(time, Extent(tenure, tenure), by)

    assert found is not None
    assert 0 <= found.least <= found.most <= found.whole
    assert 0 <= found.low <= found.high <= 1
