"""Words of which one says more than another: standards of proof, ranks, words for numbers."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.prose.words import Words, any_of, languages_of, one_of, whole_words, word_list

# How high a standard of proof is, by the phrase of a forum or of an allegation: `words/standards.yaml`.


def is_lower(phrase: str) -> bool:
    """Tell whether a phrase is that of a standard by which nobody is found guilty; of an unknown one it does not."""
    return _is("lower", phrase)


def is_known(phrase: str) -> bool:
    """Tell whether it is known of a phrase how high its standard is."""
    return is_lower(phrase) or _is("of_guilt", phrase)


def _is(key: str, phrase: str) -> bool:
    """Tell whether a phrase, in whatever language with a list, is that of a standard."""
    return any(any_of("standards", key, language).search(phrase) for language in languages_of("standards"))


# Ranks of armed forces and police in texts and records: `words/ranks.yaml`.


@cache
def ranks(language: str) -> str:
    """Return a pattern for any rank of a language, the longer before the shorter."""
    return "|".join(word_list("ranks", language)["ranks"])


def ends_an_office(before: str, language: str) -> bool:
    """Tell whether the words before a rank make it the end of a title of office: “Attorney General”."""
    return re.search(rf"{any_of('ranks', 'offices', language).pattern}\s+$", before, re.IGNORECASE) is not None


def plain_rank(rank: str) -> str:
    """Return a rank in small letters without hyphens."""
    return " ".join(rank.replace("-", " ").casefold().split())


def ranks_in(text: str | None, language: str) -> set[str]:
    """Return the ranks in a text, such as a title."""
    pattern = rf"(?<![\w-])(?:{ranks(language)})(?!\w)"
    return {plain_rank(match[0]) for match in re.finditer(pattern, text or "", re.IGNORECASE)}


# Numbers in a word, such as "thousands", and the least that each can mean (`words/quantity.yaml`).

_NEAR = re.compile(r"(?:[^\S\n]*\n?[^\S\n]*[\w’'-]+){0,2}")
"""The words among which what is counted stands behind the number."""


def number_word(text: str, language: str = "en") -> tuple[re.Match[str], int] | None:
    """Return the largest number in a word of a text, with the least that it can mean; `None` where there is none.

    A language without a list has no such words.
    """
    if language not in languages_of("quantity") or not _any_number(language).search(text):
        return None
    found = ((pattern.search(text), least) for pattern, least in _number_words(language))
    return next(((match, least) for match, least in found if match), None)


def _any_number(language: str) -> Words:
    return one_of(tuple(entry["word"] for entry in word_list("quantity", language)["numbers"]))


@cache
def _number_words(language: str) -> tuple[tuple[Words, int], ...]:
    entries = word_list("quantity", language)["numbers"]
    return tuple((whole_words(entry["word"]), int(entry["least"])) for entry in entries)


def other_thing(text: str, end: int, language: str = "en") -> str:
    """Return the word right behind a number in a word by which it counts neither persons nor cases; empty for none."""
    if language not in languages_of("quantity"):
        return ""
    near = _NEAR.match(text, end)
    found = whole_words(str(word_list("quantity", language)["other_things"])).search(near[0]) if near else None
    return found[0] if found else ""
