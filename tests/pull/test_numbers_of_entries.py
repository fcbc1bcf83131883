"""Entries that come or go leave the numbers of their list in order, as they are written in the records."""

from __future__ import annotations

from tests.each import each

from probata.pull.entry_numbers import with_numbers_in_order
from probata.source.text_change import Edit, edited

LIST = "1. a\n2. b\n3. c\n\nWords.\n\n1. d\n2. e\n"


def put(text: str, *edits: tuple[str, str]) -> str:
    """Return a text in which each of some words, which stand in it once, became others, with its numbers in order."""
    found = [Edit(text.index(old), text.index(old) + len(old), new) for old, new in edits]
    return edited(text, with_numbers_in_order(text, found))


@each(
    ("edits", "becomes"),
    [
        ([("1. a", "1. a\n1. x\n1. y")], "1. a\n2. x\n3. y\n4. b\n5. c\n\nWords.\n\n1. d\n2. e\n"),
        ([("1. a", "1. a\n1. x"), ("3. c", "3. c\n1. y")], "1. a\n2. x\n3. b\n4. c\n5. y\n\nWords.\n\n1. d\n2. e\n"),
        ([("2. b\n", "")], "1. a\n2. c\n\nWords.\n\n1. d\n2. e\n"),
        ([("2. e", "2. e\n2. f")], "1. a\n2. b\n3. c\n\nWords.\n\n1. d\n2. e\n3. f\n"),
        ([("Words.", "Other words.")], "1. a\n2. b\n3. c\n\nOther words.\n\n1. d\n2. e\n"),
    ],
)
def test_new_entries_are_counted_on_and_those_below_them_too(edits: list[tuple[str, str]], becomes: str) -> None:
    assert put(LIST, *edits) == becomes


def test_the_first_entry_that_is_left_has_the_number_of_the_one_that_went() -> None:
    assert put("1. a\n2. b\n3. c", ("1. a\n", "")) == "1. b\n2. c"


def test_a_list_whose_numbers_never_counted_stays_as_it_is_written() -> None:
    assert put("1. a\n1. b", ("1. b", "1. b\n1. c")) == "1. a\n1. b\n1. c"


def test_a_new_list_counts() -> None:
    assert put("Words.", ("Words.", "Words.\n\n1. a\n1. b")) == "Words.\n\n1. a\n2. b"


def test_paragraphs_below_an_entry_part_no_list() -> None:
    assert put("1) a\n\n   more\n\n2) b", ("1) a", "1) a\n1) x")) == "1) a\n2) x\n\n   more\n\n3) b"


@each("indent", ["", "   "])
def test_years_that_begin_the_lines_of_a_paragraph_are_no_numbers_of_entries(indent: str) -> None:
    text = f"{'1. ' * bool(indent)}Held in\n{indent}2015. Freed in\n{indent}2016. Then he left."
    assert put(text, ("2015", "2014")) == text.replace("2015", "2014")


def test_a_list_is_counted_though_a_year_begins_a_line_of_its_words() -> None:
    assert put("1. in\n   2015. a\n2. b\n3. c", ("2. b\n", "")) == "1. in\n   2015. a\n2. c"


def test_edits_that_overlap_are_given_back_as_they_are() -> None:
    edits = [Edit(0, 4, "1. x\n1. y"), Edit(2, 6, "")]
    assert with_numbers_in_order("1. a\n2. b", edits) == edits
