"""Dates of known precision, as people type them, and what is said of one that is none."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from tests.each import each

from probata.diagnostics.message import Message
from probata.model.dates import PERIOD, Answer, OneDate, When, is_when, parse_when
from probata.model.explain_date import on_date
from probata.model.typed_dates import as_recorded

FAR_BACK, FAR = date(1900, 1, 1), date(2100, 1, 1)
"""Before and after every day that the generated dates name; they stand for "always" and "for ever"."""

DAYS = st.dates(date(2015, 1, 1), date(2016, 3, 31))
WRITTEN = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    st.sampled_from(["2015", "2016"]),
)
PERIODS = st.tuples(WRITTEN, WRITTEN).map("/".join).filter(is_when)
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
        ("2017/2015", "the end is before the beginning"),
        ("../..", "needs a beginning or an end"),
        ("21.08.2015", "not one of the forms"),
        ("15", "not one of the forms"),
        ("2015/2016/2017", "not one of the forms"),
        ("٢٠١٥", "not one of the forms"),
        ("", "not one of the forms"),
    ],
)
def test_what_is_no_date_says_why(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_when(written)


@given(st.integers(1000, 9999), st.integers(1, 12), st.integers(1, 31))
def test_every_day_of_the_calendar_is_read_and_no_other(year: int, month: int, day: int) -> None:
    written = f"{year:04}-{month:02}-{day:02}"

    assert is_when(written) is (day <= calendar.monthrange(year, month)[1])


@each(
    ("said", "recorded"),
    [
        ("Aug 2015 – Apr 2017", "2015-08/2017-04"),
        ("August 2015 to April 2017", "2015-08/2017-04"),
        ("from May 2022", "2022-05/.."),
        ("Aug 2015 - present", "2015-08/.."),
        ("until 3 March 2014", "../2014-03-03"),
        ("about 2014", "~2014"),
        ("21 Aug 2015", "2015-08-21"),
        ("August 21, 2015", "2015-08-21"),
        ("March 2021-Sept 2023", "2021-03/2023-09"),
        ("May to June 2022", "2022-05/2022-06"),
        ("between 2015 and 2017", "2015/2017"),
        ("2015-08/2017-04", "2015-08/2017-04"),
        ("2022-2024", "2022/2024"),
        ("May 2022 -", "2022-05/.."),
        ("1.5.2022", "2022-05-01"),
        ("1.5.2022 – 3.6.2022", "2022-05-01/2022-06-03"),
        ("May 2022 to date", "2022-05/.."),
        ("May 2022 onwards", "2022-05/.."),
        ("30 Apr-3 May 2022", "2022-04-30/2022-05-03"),
        ("21-Aug-2015", "2015-08-21"),
        ("3 – 9 March 2023", "2023-03-03/2023-03-09"),
        ("28 February – 3 March 2022", "2022-02-28/2022-03-03"),
        ("from 3rd to 9th March 2023", "2023-03-03/2023-03-09"),
        ("March 3-9, 2023", "2023-03-03/2023-03-09"),
        ("1.-3.5.2022", "2022-05-01/2022-05-03"),
        ("1.5. – 3.6.2022", "2022-05-01/2022-06-03"),
        ("Tue 14 – Thu 16 Feb 2023", "2023-02-14/2023-02-16"),
        ("14th of February, 2023", "2023-02-14"),
        ("Tuesday, 14 February 2023", "2023-02-14"),
        ("Feb 14 2023", "2023-02-14"),
        ("2023/2/14", "2023-02-14"),
        ("14\u00a0February\u00a02023", "2023-02-14"),
        ("in May 2022", "2022-05"),
        ("from May 2022 until further notice", "2022-05/.."),
        ("2015\u2010\u200a2017", "2015/2017"),
        ("on or about 3 May 2014", "~2014-05-03"),
        ("between on or about 3 May 2014 and on or about 9 May 2014", "~2014-05-03/~2014-05-09"),
    ],
)
def test_a_date_is_understood_as_it_is_typed(said: str, recorded: str) -> None:
    assert as_recorded(said) == recorded

    assert parse_when(recorded).text == recorded


@each(
    "said",
    [
        "3/4/2015",
        "soon",
        "Jan 2021 and May 2022",
        "28 – 3 March 2022",
        "28 December – 3 January 2022",
        "29-31 April 2022",
        "January 10, 2022 to 31, 2024",
        "30-31 Feb 2022",
        "mid-2014",
        "before 2012",
        "by May 2015",
        "to date",
        "03-04-2023",
        "5 – 2022",
        "x" * 5000,
        "32",
        "the spring of 2015",
        "31 June 2022",
        "-",
        "2022-24",
        "5 2014",
        "the 3rd, 2014",
        "on or 3 May 2014",
        "5, 2023",
        "9, 2023 – present",
        "Monday, 5 2023",
    ],
)
def test_what_may_mean_two_things_is_left_as_it_is(said: str) -> None:
    assert as_recorded(said) == said


def said(written: str) -> tuple[str, str]:
    fact, help = on_date(written, "no form", "otherwise")
    return Message(fact), Message(help)


@each(
    ("written", "message"),
    [
        ("31 June 2022", "June 2022 has 30 days"),
        ("from 30 Feb 2021 to May 2022", "February 2021 has 28 days"),
        ("31-Apr-2022", "April 2022 has 30 days"),
        ("0 May 2022", "May 2022 has 31 days"),
    ],
)
def test_a_day_that_there_is_not_is_told_as_it_was_typed(written: str, message: str) -> None:
    assert said(written)[0] == f"`{written}` is no date: {message}"


def test_two_dates_as_numbers_are_asked_for_with_both_readings() -> None:
    message, help = said("01/05/2022 - 04/06/2022")
    assert "ambiguous" in message
    assert help == "write `2022-05-01/2022-06-04` or `2022-01-05/2022-04-06`"


def test_two_dates_that_can_be_read_in_one_way_alone_are_offered_as_that() -> None:
    assert said("13/05/2022 - 31/12/2022") == ("otherwise", "write `2022-05-13/2022-12-31`")


def test_the_number_that_excel_keeps_for_a_day_is_told_as_that_day_and_not_taken_for_it() -> None:
    message, help = said("44682")
    assert message == "`44682` is no date; as Excel counts days, it is 1 May 2022"
    assert help == "write `2022-05-01` if that is the day"


@each(
    ("written", "fact", "help"),
    [
        ("Jan 2021 and May 2022", "these are two dates",
         "write `2021-01/2022-05` if it went on from the one to the other, or else the one that is meant"),
        ("3 and 4 March 2023", "these are two dates",
         "write `2023-03-03/2023-03-04` if it went on from the one to the other, or else the one that is meant"),
        ("Wed 14 Feb 2023", "14 February 2023 was a Tuesday", "write `2023-02-14`, if that is what is meant"),
        ("mid-2014", "`mid` is not understood",
         "write `2014`, or `../2014` until then, `2014/..` from then on, `~2014` about then"),
        ("before 1 March 2014", "`before` is not understood",
         "write `2014-03-01`, or `../2014-03-01` until then, `2014-03-01/..` from then on, `~2014-03-01` about then"),
        ("28 December – 3 January 2022", "the year of `28 December` is not said",
         "write year, month and day, as in `2022-05-01`"),
        ("Mon 5 2023", "the month of `Mon 5 2023` is not said", "write year, month and day, as in `2022-05-01`"),
        ("May 2014 – early 2015", "`early` is not understood",
         "write `2014-05/2015` if it went on from the one to the other, or else the one that is meant"),
        ("2015 – 2014", "the end is before the beginning", "write `2014/2015`"),
        ("2015, 2014", "these are two dates",
         "write `2014/2015` if it went on from the one to the other, or else the one that is meant"),
    ],
)  # fmt: skip
def test_what_is_not_understood_of_a_date_is_told_with_what_to_write(written: str, fact: str, help: str) -> None:
    assert said(written) == (f"`{written}` is no date: {fact}", help)


@given(st.text("0123456789-–/., abcdefjmnoprstuvy~?", max_size=30))
def test_whatever_is_typed_is_told_in_words_or_read(written: str) -> None:
    recorded = as_recorded(written)
    message, help = said(written)
    assert message.strip()
    assert help.strip()
    assert recorded == written.strip() or is_when(recorded) or "/" in recorded


@each(("written", "ends"), [("2022-05/2022-06", "`2022-05` or `2022-06`"), ("2022/..", "`2022`")])
def test_a_period_where_one_date_belongs_is_refused_with_its_ends(written: str, ends: str) -> None:
    reads = TypeAdapter(OneDate)
    assert reads.validate_python("2022-05-01").text == "2022-05-01"
    with pytest.raises(ValueError, match=PERIOD):
        reads.validate_python(written)
    assert Message(on_date(written, PERIOD)[0]) == f"`{written}` is a period, and one date is wanted here"
    assert Message(on_date(written, PERIOD)[1]) == f"write the one date that is meant: {ends}"


@each(
    "written",
    ["after 31 December 9999", "after 9999", "before 1000", "1.5.0999", "28 December – 3 January 1000", "by 5 2014",
     "5 2014 and 6 2015", "the 1990s", "2022-24", "1.5.22", "to date"],
)  # fmt: skip
def test_no_date_is_advised_that_no_record_takes(written: str) -> None:
    advised = re.findall(r"`([^`]+)`", said(written)[1])
    assert all(map(is_when, advised))
    assert advised or said(written)[1].startswith("write 2015, 2015-08")
