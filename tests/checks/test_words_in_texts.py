"""Words and years are found where they stand, and nowhere else."""

from __future__ import annotations

from tests.each import each

from probata.checks.prose.times import times_in
from probata.checks.prose.words import whole_words


def test_words_that_name_a_number_are_found_in_the_texts_with_this_number_alone() -> None:
    words = whole_words("1st|first")
    assert words.search("the 1st unit")
    assert words.search("the 2st unit") is None
    assert words.search("the first unit of 2")


def test_words_are_found_where_they_stand_whatever_was_looked_through_before() -> None:
    words = whole_words("planned|fixed")
    assert words.search("Unit 1 was moved on 3 May") is None
    assert words.search("Unit 2 was moved on 4 May") is None
    found = [words.search(f"Unit {number} PLANNED it on 4 May") for number in (5, 67)]
    assert [match.span() if match else None for match in found] == [(7, 14), (8, 15)]


def test_words_at_the_beginning_and_end_of_a_text_are_whole_words() -> None:
    words = whole_words("in part")
    found = [text for text in ("in part", "It stands,\nin\npart", "in-part", "-in part") if words.search(text)]
    assert found == ["in part", "It stands,\nin\npart"]


@each(
    ("text", "told"),
    [
        ("from May 3 to 9, 2022", ["2022-05-03"]),
        ("until 2022.", ["2022-01-01"]),
        ("on 2022-04-17", []),
        ("in file 12/2022/7", []),
    ],
)
def test_a_year_is_told_where_it_does_not_go_on_in_digits(text: str, told: list[str]) -> None:
    assert [time.first.first.isoformat() for time in times_in(text)] == told
