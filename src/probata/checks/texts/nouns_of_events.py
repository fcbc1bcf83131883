"""By which noun an event is called without its name: `strike` for `Strike at the docks`, `operation` by its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.texts.marked_clauses import listed_words
from probata.checks.texts.recorded_names import fold_word
from probata.model.event import Event
from probata.model.language import primary

_SHORTEST = 4
"""Letters of a noun that is told from other words."""
_MOST = 3
"""Words of a noun: `hunger strike`."""


def nouns_of(event: Event, language: str) -> Iterator[str]:
    """Give the nouns of an event in small letters: what its titles in a language begin with, up to a preposition.

    A title without a preposition is a name, whose first word counts where it says of what kind the event is.
    """
    for title in _titles(event, language):
        before = re.split(rf"\s+(?:{listed_words('event_dates', 'named_behind', language)})\b", title, maxsplit=1)[0]
        words = before.casefold().split()
        if before != title and len(words) <= _MOST:
            noun = " ".join(words)
        else:
            first = next(iter(words), "")
            noun = first if fold_word(first)[:_SHORTEST] == event.kind[:_SHORTEST] else ""
        if len(noun) >= _SHORTEST:
            yield noun


def _titles(event: Event, language: str) -> Iterator[str]:
    """Give the title where its language is English, and the translations into a language."""
    if language == "en":
        yield event.title
    for tag, texts in event.translations.items():
        if primary(tag) == language and texts.get("title"):
            yield texts["title"]
