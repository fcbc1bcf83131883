"""Texts are found by a word that they have, in their order."""

from __future__ import annotations

from probata.checks.wording.writing import by_word, with_word_of

TEXTS = by_word((("The IGK came.", 1), ("Nobody came.", 2), ("IGK/4, of the IGK", 3)))


def test_of_many_texts_those_alone_are_searched_that_have_the_first_word() -> None:
    assert [kept for _, kept in with_word_of("IGK", TEXTS)] == [1, 3]
    assert [kept for _, kept in with_word_of("IGK-North", TEXTS)] == [1, 3]
    assert [kept for _, kept in with_word_of("GK", TEXTS)] == []


def test_letters_without_a_word_are_looked_for_in_all() -> None:
    assert [kept for _, kept in with_word_of("†", TEXTS)] == [1, 2, 3]
