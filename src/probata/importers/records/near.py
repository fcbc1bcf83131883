"""Records that may be one though they are called otherwise: one day of birth, and a name that is nearly the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from probata.importers.names import PARTICLES
from probata.importers.records.dates_said import dates_agree, when_said
from probata.importers.records.rules import rules_of
from probata.importers.records.said import names_in, texts_at

_ALIKE = 0.7
"""How alike two words of names must be: `aleksandr` and `alexander`, `mohammed` and `muhammad` are."""
_SHORTEST = 2
"""Letters of a word that is no initial."""


def are_near(kind: str, ours: Any, theirs: Any) -> bool:
    """Tell whether two records may be one by a date that both say and by their names.

    Where the date is one day, one word of their names is enough, in whatever order and transliteration; where it is
    less, every word of the shorter name must have its like in the other.
    """
    where = rules_of(kind).near
    days = [(one, other) for one in texts_at(kind, ours, where) for other in texts_at(kind, theirs, where)
            if where and dates_agree(one, other)]  # fmt: skip
    if not days:
        return False
    is_day = any(all(map(_is_day, both)) for both in days)
    return any(
        _alike(one, other) >= (1 if is_day else min(len(one), len(other)))
        for one in _names(kind, ours)
        for other in _names(kind, theirs)
    )


def _is_day(text: str) -> bool:
    """Tell whether a date is a day; the first of January is what registers write where they know the year alone."""
    when = when_said(text)
    return when is not None and when.first == when.last and (when.first.month, when.first.day) != (1, 1)


def _names(kind: str, plain: Any) -> Iterator[frozenset[str]]:
    """Give the words of each name, without accents, particles and initials."""
    for name in names_in(kind, plain):
        apart = unicodedata.normalize("NFKD", name.replace("'", ""))
        bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
        words = frozenset(re.findall(rf"\w{{{_SHORTEST},}}", bare)) - PARTICLES
        yield from [words] if words else []


def _alike(one: frozenset[str], other: frozenset[str]) -> int:
    """Return how many words of the shorter name have their like in the other."""
    shorter, longer = sorted((one, other), key=len)
    return sum(any(_is_like(word, known) for known in longer) for word in shorter)


def _is_like(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other).ratio() >= _ALIKE
