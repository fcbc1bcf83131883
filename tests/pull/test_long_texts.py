"""Texts of odd signs without end: a record or a file of others may hold them, and no command waits for minutes."""

from __future__ import annotations

import time

from tests.each import each

from probata.pull.dates import _BEHIND
from probata.pull.source_words import IN_NOTES, WRITTEN, words_in
from probata.word.piece import MARK

LONGEST, SECONDS = 100_000, 2.0


@each("signs", ["{", "{{ a ", "^[", "[^a", "[@", "@", "[a"])
def test_signs_that_begin_a_thing_and_never_end_it_are_read_in_no_time(signs: str) -> None:
    text = "[" + signs * (LONGEST // len(signs))
    start = time.process_time()
    assert all(word.key != MARK for form in (IN_NOTES, WRITTEN) for word in words_in(text, form))
    assert time.process_time() - start < SECONDS


@each("signs", [" ", "( ", "() ", "("])
def test_what_stands_behind_a_date_is_looked_for_in_no_time(signs: str) -> None:
    start = time.process_time()
    assert _BEHIND.sub("", "2014 (as of 2015)" + signs * (LONGEST // len(signs)) + "x").endswith("x")
    assert _BEHIND.sub("", "2014  (as of 2015) ") == "2014"
    assert time.process_time() - start < SECONDS
