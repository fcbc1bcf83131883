"""Names in web addresses, where they stand without capitals, accents and blanks: `…/last-days-of-iven-sarrow`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from urllib.parse import unquote

ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)[^\s<>\"'”’]+")
"""A web address in a text."""
SHORTEST_JOINED = 7
"""Letters of a name that is looked for without its blanks; a shorter one may be part of any word."""


def addresses_in(text: str) -> Iterator[str]:
    """Give the web addresses of a text, with what they write in numbers as letters."""
    if _may_hold_address(text):
        yield from (unquote(found[0]) for found in ADDRESS.finditer(text))


def plain_words(text: str) -> list[str]:
    """Return the words of a text in small letters without accents and signs."""
    return _words(text).split()


def without_addresses(text: str, names: Collection[str], mark: str) -> str:
    """Return a text in which every address that holds one of the names is the mark, since half an address is none."""
    if not _may_hold_address(text):
        return text
    return ADDRESS.sub(lambda found: mark if _holds(found[0], names) else found[0], text)


def _may_hold_address(text: str) -> bool:
    return "://" in text or "www." in text


def _holds(address: str, names: Collection[str]) -> bool:
    words = _words(unquote(address))
    joined = words.replace(" ", "")
    for name in map(_words, names):
        run = name.replace(" ", "")
        if name.strip() and (name in words or (len(run) >= SHORTEST_JOINED and run in joined)):
            return True
    return False


def _words(text: str) -> str:
    """Return the words of a text in small letters without accents, each between blanks."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.sub(r"[\W_]+", " ", plain.casefold()).strip()
    return f" {words} "
