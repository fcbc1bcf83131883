"""What is said of a date that is none: as it was typed, with every reading that it may have."""

from __future__ import annotations

import pytest

from probata.model.explain_date import help_on_date, message_on_date


def said(written: str) -> tuple[str, str]:
    return message_on_date(written, "otherwise"), help_on_date(written, "no form")


@pytest.mark.parametrize("written", ["?", "n/a", "-", "unknown", "TBC"])
def test_who_does_not_know_a_date_is_told_to_leave_it_out(written: str) -> None:
    message, help = said(written)
    assert message == f"`{written}` is no date"
    assert help.startswith("leave the field out where the date is not known")


@pytest.mark.parametrize(
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


def test_a_day_that_can_be_read_in_one_way_alone_is_read_so_in_both_readings() -> None:
    message, help = said("01/05/2022 - 31/12/2022")
    assert "ambiguous" in message
    assert help == "write `2022-05-01/2022-12-31` or `2022-01-05/2022-12-31`"


def test_two_dates_that_can_be_read_in_one_way_alone_are_offered_as_that() -> None:
    assert said("13/05/2022 - 31/12/2022") == ("otherwise", "write `2022-05-13/2022-12-31`")


def test_the_number_that_excel_keeps_for_a_day_is_told_as_that_day_and_not_taken_for_it() -> None:
    message, help = said("44682")
    assert message == "`44682` is no date; as Excel counts days, it is 1 May 2022"
    assert help == "write `2022-05-01` if that is the day"


@pytest.mark.parametrize("written", ["12345", "99999", "4468", "446820", "soon"])
def test_other_numbers_and_words_are_told_with_the_forms_of_dates(written: str) -> None:
    message, help = said(written)
    assert message == "otherwise"
    assert help.startswith("write 2015, 2015-08")
