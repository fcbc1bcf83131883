"""Which of many names a text may hold, found by its words and not by trying every name in every text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from probata.disclosure.addresses import SHORTEST_JOINED, addresses_in, plain_words
from probata.disclosure.as_read import as_read
from probata.disclosure.unspaced import UNSPACED

_WORD = re.compile(rf"[^\W_{UNSPACED}]+")
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]+")
_FIRST = re.compile(rf"[{UNSPACED}]{{1,2}}|[^\W_{UNSPACED}]+")
"""How a name begins: with a word, or with one or two letters of a script without blanks."""
_KEPT = 65_536
"""Words of which the plain form is kept."""


class NameIndex:
    """Gives, for a text, the persons of whom it may hold a name; more than it does, never fewer.

    A name in a text begins with a whole word. In an address, and in a script that is written without blanks, it may run
    into others: it is found there by its first letters.
    """

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """Note the first word of every name, and how it begins without its blanks."""
        self._order = {person: place for place, person in enumerate(names)}
        self._by_word: dict[str, set[str]] = {}
        self._by_run: dict[str, set[str]] = {}
        for person, forms in names.items():
            for form in map(as_read, forms):
                first = _FIRST.search(form)
                for key in (_plain(first[0]) if first else "", *plain_words(form)[:1]):
                    self._by_word.setdefault(key, set()).add(person)
                self._by_run.setdefault("".join(plain_words(form))[:SHORTEST_JOINED], set()).add(person)

    def persons_in(self, text: str) -> list[str]:
        """Return the persons whose names are worth looking for in a text, in the order in which they were given."""
        found = set(self._by_word.get("", ()))  # a name without a letter is looked for everywhere
        read = as_read(text)
        for word in (*_words_as_written(read), *_unspaced_beginnings(read)):
            found.update(self._by_word.get(word, ()))
        for address in addresses_in(text):
            words = plain_words(address)
            for word in words:
                found.update(self._by_word.get(word, ()))
            run = "".join(words)
            for start in range(len(run) - SHORTEST_JOINED + 1):
                found.update(self._by_run.get(run[start : start + SHORTEST_JOINED], ()))
        return sorted(found, key=self._order.__getitem__)


def _words_as_written(text: str) -> Iterator[str]:
    """Give the words of a text in small letters without accents; those that differ by case alone are one.

    The words are told apart as the text is written: taken apart first, an accent that stands alone would join two.
    """
    return (_plain(found[0]) for found in _WORD.finditer(text))


def _unspaced_beginnings(text: str) -> Iterator[str]:
    """Give each letter of a script without blanks, alone and with the next: any of them may begin a name."""
    for run in _UNSPACED_RUN.finditer(text):
        for start in range(len(run[0])):
            yield _plain(run[0][start])
            yield _plain(run[0][start : start + 2])


@lru_cache(_KEPT)
def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    letters = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return letters.casefold().replace("ı", "i")
