"""Words as data: the lists in `words/` that texts are compared with; and what is read of a wording, kept by it.

A further word is a line in its file, and no Python. Every pattern is a regular expression without regard to case.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any, ParamSpec, TypeVar, cast

from probata.source.shipped import shipped_yaml

LANGUAGES = ("en", "fr", "es")
"""Languages in which there are lists, English first."""


@cache
def languages_of(name: str) -> tuple[str, ...]:
    """Return the languages that have a list of this name."""
    folder = files("probata.checks").joinpath("words")
    return tuple(language for language in LANGUAGES if folder.joinpath(_file(name, language)).is_file())


def _file(name: str, language: str) -> str:
    return f"{name}.yaml" if language == "en" else f"{name}.{language}.yaml"


@cache
def word_list(name: str, language: str = "en") -> Mapping[str, Any]:
    """Return the list `words/<name>.yaml`, or that of another language, `words/<name>.fr.yaml`; scalars as strings."""
    return cast("Mapping[str, Any]", shipped_yaml("checks", "words", _file(name, language)))


_TEXTS = 2_000
"""Texts that are known of one pattern: more than a case of some hundred records has."""


class Words:
    """A pattern without regard to case that quickly tells of a text in which it does not match.

    An expression that minds the case is two or three times as fast, so the text is looked through in small letters
    first. Most texts hold none of the words.
    """

    def __init__(self, pattern: str, somewhere: str = "") -> None:
        """Take it; `somewhere` matches in every text in which it does, and only there, and is faster."""
        self.pattern = pattern
        self._somewhere = somewhere or pattern
        self._without: set[str] = set()

    # Each is compiled when it is first asked for: of most patterns no text holds a word.

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE)

    @cached_property
    def _small(self) -> re.Pattern[str]:
        """The pattern in small letters; what stands behind a backslash keeps its letter."""
        return re.compile(re.sub(r"(?<!\\)[^\W\d_]", lambda found: found[0].lower(), self._somewhere))

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text; a text without one is known, for whoever checks a case again."""
        if text in self._without:
            return None
        if self._small.search(text.lower()):
            return self._exact.search(text)
        if len(self._without) < _TEXTS:
            self._without.add(text)
        return None

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match with which a text begins."""
        return self._exact.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is the whole text."""
        return self._exact.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Give all matches in a text, or in a part of it."""
        return self._exact.finditer(text, start, end)

    def sub(self, put: str, text: str) -> str:
        """Return a text with something in place of each match."""
        return self._exact.sub(put, text)


@cache
def any_of(name: str, key: str, language: str = "en") -> Words:
    """Return a pattern for any of the words under a key of a list, whole words without regard to case."""
    return whole_words("|".join(word_list(name, language)[key]))


@cache
def one_of(patterns: tuple[str, ...]) -> Words:
    """Return a pattern that matches in a text where any of several does, to pass over the texts in which none does."""
    return whole_words("|".join(f"(?:{pattern})" for pattern in patterns))


@cache
def whole_words(pattern: str) -> Words:
    """Return a pattern that begins and ends between words; a space in it stands for any white space."""
    spaced = re.sub(r" (?![^\[]*\])", r"\\s+", pattern)
    words = rf"(?:{spaced})(?![\w-])"
    # What must not stand before them is looked for at each letter; what may stand there, where it stands alone.
    return Words(rf"(?<![\w-]){words}", rf"(?:^|[^\w-]){words}")


P = ParamSpec("P")
T = TypeVar("T")

_WORDINGS = 200_000
"""More than a case of 50,000 records has. A cache that is too small for a case finds nothing in it again, since each
check goes through all texts in the same order."""


def by_wording(read: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function reads of each text; it looks at its arguments alone, and what it returns never changes."""
    return cast("Callable[P, T]", lru_cache(maxsize=_WORDINGS)(read))
