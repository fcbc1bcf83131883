"""What is said of a date that is none: as it was typed, with every reading that it may have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from tests.each import each

from probata.diagnostics.message import Message
from probata.model.dates import PERIOD, OneDate, is_when
from probata.model.explain_date import fact_on_date, help_on_date, message_on_date
from probata.model.typed_dates import as_recorded


def said(written: str) -> tuple[str, str]:
    return Message(message_on_date(written, "otherwise")), Message(help_on_date(written, "no form"))


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
        ("mid-2014", "which months are meant is not said",
         "write `2014`, or the months where they are known, as in `2014-05/2014-08`"),
        ("early May 2015", "which days are meant is not said",
         "write `2015-05`, or the days where they are known, as in `2015-05-01/2015-05-10`"),
        ("the spring of 2015", "a season has other months in the north of the world than in the south",
         "write `2015`, or the months where they are known, as in `2015-03/2015-05`"),
        ("Q1 2015", "a part of a year is told by its months", "write `2015-01/2015-03`"),
        ("the 1990s", "which years are meant is not said",
         "write the years if they are known, `~1995` for about then, or `1990/1999` for all of them"),
        ("before 2012", "how long before is not said",
         "write `../2011` if it went on until then, or leave the date out and say so in the text"),
        ("before 1 March 2014", "how long before is not said",
         "write `../2014-02-28` if it went on until then, or leave the date out and say so in the text"),
        ("after Dec 2015", "how long after is not said",
         "write `2016-01/..` if it went on from then, or leave the date out and say so in the text"),
        ("by May 2015", "whether it had begun or ended by then is not said",
         "write `../2015-05` if it had ended by then, or `2015-05/..` if it had begun"),
        ("until further notice", "it does not say from when", "write the beginning too, as in `2022-05/..`"),
        ("to date", "it does not say from when", "write the beginning too, as in `2022-05/..`"),
        ("28 December – 3 January 2022", "the year of `28 December` is not said",
         "write both years, as in `2021-12-28/2022-01-03`"),
        ("28 – 3 March 2022", "the month of `28` is not said", "write the month of both days"),
        ("5, 2023", "whether 5 is the month or the day is not said",
         "write `2023-05` if it is the month, and the month too if it is the day"),
        ("Mon 5 2023", "whether 5 is the month or the day is not said",
         "write `2023-05` if it is the month, and the month too if it is the day"),
        ("Mon 14, 2023", "the month is not said", "write the month too, or `2023` where it is not known"),
        ("2022-24", "the year `24` lacks two digits", "write `2022/2024`"),
        ("1.5.22", "a year has four digits", "write the month as a word and the whole year, as in 21 Aug 2015"),
        ("May 2014 – early 2015", "of `early 2015`, which months are meant is not said",
         "for `early 2015` write `2015`, or the months where they are known, as in `2015-01/2015-04`"),
        ("2015 – 2014", "the end is before the beginning", "write `2014/2015`"),
        ("2015, 2014", "these are two dates",
         "write `2014/2015` if it went on from the one to the other, or else the one that is meant"),
        ("3/4/2020/2021", "of `3/4/2020`, in one country it is 2020-04-03, in another 2020-03-04",
         "for `3/4/2020` write `2020-04-03` or `2020-03-04`"),
    ],
)  # fmt: skip
def test_what_a_date_leaves_open_is_told_with_what_to_write(written: str, fact: str, help: str) -> None:
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
    assert Message(fact_on_date(written, PERIOD)) == f"`{written}` is a period, and one date is wanted here"
    assert Message(help_on_date(written, PERIOD)) == f"write the one date that is meant: {ends}"


@each(
    "written",
    ["after 31 December 9999", "after Dec 9999", "after 9999", "before 1000", "before 1 Jan 1000", "1.5.0999",
     "28 December – 3 January 1000", "by 5 2014", "5 2014 and 6 2015"],
)  # fmt: skip
def test_no_date_is_advised_that_no_record_takes(written: str) -> None:
    assert said(written)[0] == "otherwise"
    assert said(written)[1].startswith("write 2015, 2015-08")
