"""Sources whose whole title is printed again in later notes, though it is long: a short title would serve there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from probata.citation.library import Library
from probata.citation.unit import Unit
from probata.document.inlines import Inlines
from probata.document.walk import plain_text

_LONGEST = 6
"""Words of a title that is no burden in a later note; manuals say that a long one is shortened and not from where on.

Chicago 14.30 has up to four words for the short title itself. Unverified: read in nobody's account.
"""


def long_titles_again(
    units: Sequence[Unit], texts: Sequence[Sequence[Inlines]], library: Library, csl: str
) -> Iterator[str]:
    """Give each source whose later citations print its long title whole, once; `texts` is what is printed.

    One with a short title, or without any, is never given, and none is in a style that prints no short titles. Where
    notes begin again, each part is looked at by itself.
    """
    if not _SHORT.search(csl):
        return
    long = {key: title for key in library.sources if (title := _long_title(library, key))}
    found: dict[str, None] = {}
    for unit, written in zip(units, texts, strict=True):
        seen: set[str] = set()
        for (_, asked), text in zip(unit.asked(), written, strict=True):
            keys = {reference.key for reference in asked.references} if asked.shown else set()
            for key in sorted(keys & seen & long.keys()):
                found |= {key: None} if long[key] in _letters(plain_text(text)) else {}
            seen |= keys
    yield from found


def long_names(library: Library) -> Iterator[str]:
    """Give each source that has no short title and that the evidence schedule and every note call by many words."""
    for key, one in library.schedule.items.items():
        has_none = key in library.sources and not library.sources[key].get("title-short")
        if has_none and len(re.findall(r"[^\W_]+", one.name)) > _LONGEST:
            yield key


def first_words(library: Library, key: str) -> str:
    """Return the words with which a long title begins, as a proposal: up to a mark, and no more than five."""
    item = library.schedule.items.get(key)
    title = str(library.sources[key].get("title", "") or (item.name if item else ""))
    words = re.split(r"\s*[:;(\[]|\s[-–—]\s", title, maxsplit=1)[0].split()[:_PROPOSED]
    while len(words) > 1 and len(words[-1]) <= _LITTLE:
        words.pop()
    return " ".join(words).strip(",.‘“«")


_PROPOSED = 5
_LITTLE = 3
"""Letters of a word with which no short title ends: an article, a preposition."""
_SHORT = re.compile(r'variable="title"[^>]*form="short"|form="short"[^>]*variable="title"|variable="title-short"')
"""How a CSL style asks for a short title."""


def _long_title(library: Library, key: str) -> str:
    """Return a title in letters that has more words than it should; else nothing."""
    source = library.sources[key]
    title = str(source.get("title", ""))
    is_own = key not in library.untitled and not source.get("title-short")
    return _letters(title) if is_own and len(re.findall(r"[^\W_]+", title)) > _LONGEST else ""


def _letters(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
