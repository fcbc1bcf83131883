"""Dates and periods as English texts write them, in the British and the American form."""

from __future__ import annotations

from tests.each import each

from probata.checks.prose.times import times_in
from probata.model.dates import Point


@each(
    ("text", "told"),
    [
        ("From 3 May to 20 June 2022 they came.", "3 May to 20 June 2022"),
        ("From May 3 to June 20, 2022, they came.", "May 3 to June 20, 2022"),
        ("Between May 3 and June 20, 2022, they came.", "May 3 and June 20, 2022"),
        ("From May 3, 2022, to June 20, 2022, they came.", "May 3, 2022, to June 20, 2022"),
    ],
)
def test_a_period_of_two_months_is_read_in_either_form(text: str, told: str) -> None:
    (found,) = times_in(text)

    assert text[found.start : found.end] == told
    assert (found.first, found.last) == (Point(2022, 5, 3), Point(2022, 6, 20))


@each("text", ["On leave from 2 to 9 May 2022.", "On leave from May 2 to 9, 2022."])
def test_two_days_of_one_month_are_read_in_either_form(text: str) -> None:
    (found,) = times_in(text)

    assert (found.first, found.last) == (Point(2022, 5, 2), Point(2022, 5, 9))


@each(
    ("text", "years"),
    [("In 2021, and 2022 again.", [2021, 2022]), ("It had 12, and 2022 had more.", [2022]), ("May 3 men come?", [])],
)
def test_what_a_comma_parts_is_no_period(text: str, years: list[int]) -> None:
    assert [(found.first.year, found.last.year) for found in times_in(text)] == [(year, year) for year in years]
