"""What the words of a clause say of a number in it: the words by which a thing is known, and the names, kept apart.

By its names, months and years the same words are told of something else.
"""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.ladders import ladders
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_lists import Words, any_of, whole_words, word_list

WORD = re.compile(r"[^\W\d_]{4,}")
"""A word that may say what is counted."""
_NAME = re.compile(r"(?<![\w’'])[A-ZÀ-Þ][\w’'-]*|(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_CLAUSE = re.compile(r"[,;:—]\s|\.\s|\s[–-]\s|\[[^\[\]@]*@[^\[\]]*\]")
_STEM = 7
"""Letters by which two words are one: `describe` and `describes`, `detainee` and `detainees`."""


def clause_at(sentence: Sentence, start: int) -> tuple[str, int]:
    """Return the clause in which a number stands, and where it begins in its sentence."""
    ends = list(_CLAUSE.finditer(sentence.raw))
    first = max((match.end() for match in ends if match.end() <= start), default=0)
    last = min((match.start() for match in ends if match.start() > start), default=len(sentence.raw))
    return sentence.own[first:last], first


def words_without_names(clause: str, language: str) -> frozenset[str]:
    """Return the words of a clause, cut short; the capital of its first word makes no name."""
    return frozenset(words_in(_NAME.sub(" ", clause[:1].lower() + clause[1:]), language))


def words_in(text: str, language: str) -> dict[str, None]:
    """Return the words of a text that say something, cut short, in order."""
    empty = any_of("counted_things", "empty", language)
    found = (match[0].casefold() for match in WORD.finditer(text))
    return dict.fromkeys(_cut_short(word, language) for word in found if not empty.fullmatch(word))


@cache
def _cut_short(word: str, language: str) -> str:
    """Return the letters by which a word is known; words of one height on a ladder, “blows” and “beatings”, are one."""
    for ladder in ladders(language):
        for place, step in enumerate(ladder.steps):
            if step.fullmatch(word):
                return f"={ladder.about} {place}"
    return word[:_STEM].rstrip("s")


def names_in(clause: str, sentence: Sentence, *, is_first: bool) -> frozenset[str]:
    """Return the names, months and years of a clause, without the word that has its capital from the sentence."""
    found = [
        match for match in _NAME.finditer(clause) if not (is_first and not clause[: match.start()].strip(" *_“\n"))
    ]
    return frozenset(
        (
            *(match[0] for match in found),
            *(match[0].casefold() for match in _months(sentence.language).finditer(clause)),
        )
    )


@cache
def _months(language: str) -> Words:
    return whole_words("|".join(word_list("tenure", language)["months"]))
