"""Words as data: the lists in `words/` that texts are compared with; and what is read of a wording, kept by it.

A further word is a line in its file, and no Python. Every pattern is a regular expression without regard to case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, ParamSpec, TypeVar, cast

from probata.source.node import to_plain
from probata.source.yaml_reader import read_yaml


class WordListError(Exception):
    """A list is missing or faulty. The lists ship with the program, so this is a fault of ours."""


LANGUAGES = ("en", "fr", "es")
"""Languages in which there are lists, English first."""


@cache
def languages_of(name: str) -> tuple[str, ...]:
    """Return the languages that have a list of this name."""
    return tuple(language for language in LANGUAGES if _file(name, language).is_file())


def _file(name: str, language: str) -> Traversable:
    return files("probata.checks").joinpath("words", f"{name}.yaml" if language == "en" else f"{name}.{language}.yaml")


@cache
def word_list(name: str, language: str = "en") -> Mapping[str, Any]:
    """Return the list `words/<name>.yaml`, or that of another language, `words/<name>.fr.yaml`; scalars as strings.

    Raises `WordListError` where it is missing or faulty.
    """
    file = _file(name, language)
    node, findings = read_yaml(file.read_text("utf-8"), file.name)
    data = to_plain(node) if node is not None and not findings else None
    if not isinstance(data, dict):
        raise WordListError(f"{file.name}: {findings[0].message if findings else 'it holds no keys'}")
    return data


class Words:
    """A pattern without regard to case that quickly tells of a text in which it does not match.

    An expression that minds the case is two or three times as fast, so the text is looked through in small letters
    first. Most texts hold none of the words.
    """

    __slots__ = ("_exact", "_small", "finditer", "fullmatch", "match", "pattern", "sub")

    def __init__(self, pattern: str, somewhere: str = "") -> None:
        """Compile it, and once more in small letters; what stands behind a backslash keeps its letter.

        `somewhere` matches in every text in which it does, and only there, and is faster.
        """
        self._exact = re.compile(pattern, re.IGNORECASE)
        self._small = re.compile(re.sub(r"(?<!\\)[^\W\d_]", lambda found: found[0].lower(), somewhere or pattern))
        self.pattern = pattern
        self.match, self.fullmatch = self._exact.match, self._exact.fullmatch
        self.finditer, self.sub = self._exact.finditer, self._exact.sub

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self._exact.search(text) if self._small.search(text.lower()) else None


@cache
def any_of(name: str, key: str, language: str = "en") -> Words:
    """Return a pattern for any of the words under a key of a list, whole words without regard to case."""
    return whole_words("|".join(word_list(name, language)[key]))


@cache
def one_of(patterns: tuple[str, ...]) -> Words:
    """Return a pattern that matches in a text where any of several does, to pass over the texts in which none does."""
    return whole_words("|".join(f"(?:{pattern})" for pattern in patterns))


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
