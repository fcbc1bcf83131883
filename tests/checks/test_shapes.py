"""Texts that differ in their digits alone, and the patterns for which they are one."""

from __future__ import annotations

import re

import pytest

from probata.checks.texts.dates_in_text import times_in
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.saying import Wordings
from probata.checks.texts.sentences import Sentence, sentences_in
from probata.checks.texts.shapes import names_a_digit, shape_of
from probata.checks.texts.word_lists import Words, whole_words


def sentences(*texts: str) -> list[Sentence]:
    lines = [MarkdownText("events", f"event-{n}", ("description",), text) for n, text in enumerate(texts)]
    return [sentence for line in lines for sentence in sentences_in(line)]


def test_a_shape_keeps_all_but_which_digits_there_are() -> None:
    assert shape_of("Unit 47, on 2022-04-17: “§ 3”") == "Unit 00, on 0000-00-00: “§ 0”"


@pytest.mark.parametrize("pattern", [r"(?:1[89]|20)\d\d", "[1-9]", r"(\w)\1", r"(?P<a>\d)(?P=a)", r"\u0031"])
def test_an_expression_that_may_tell_digits_apart_is_known(pattern: str) -> None:
    assert names_a_digit(pattern)


@pytest.mark.parametrize("pattern", [r"\d{1,4}(?!\w)", r"[^\W\d_]{4,}", r"\u00a0", "(?:aged|old)"])
def test_an_expression_for_any_digit_tells_none_apart(pattern: str) -> None:
    assert not names_a_digit(pattern)


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


def test_words_are_told_right_of_more_texts_than_are_remembered() -> None:
    words = Words("held")
    texts = [f"{'a' * number} {'held' if number % 2 else 'moved'}" for number in range(2_500)]
    assert [words.search(text) is not None for text in texts] == [number % 2 == 1 for number in range(2_500)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("from May 3 to 9, 2022", ["2022-05-03"]),
        ("from May 3 to 9,\n 2022-based", ["2022-05-03"]),
        ("until 2022.", ["2022-01-01"]),
        ("on 2022-04-17", []),
        ("in file 12/2022/7", []),
    ],
)
def test_a_year_is_told_where_it_does_not_go_on_in_digits(text: str, told: list[str]) -> None:
    assert [time.first.first.isoformat() for time in times_in(text)] == told


@pytest.mark.parametrize("pattern", [r"Unit 4\d", r"Unit \d\d", r"\bmoved\b"])
def test_a_pattern_finds_the_same_sentences_as_its_search(pattern: str) -> None:
    wordings = Wordings(sentences("Unit 47 was moved.", "Unit 36 was moved.", "Unit 5 stayed.", "Unit 47 was moved."))
    found = list(wordings.saying(re.compile(pattern)))
    assert found
    assert found == list(wordings.saying(re.compile(pattern).search))
