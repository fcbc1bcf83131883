"""Works of others that are no source, since their law is known already: treaties, statutes, and our authorities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from probata.importers.same import of_text
from probata.law import Instrument
from probata.model.authority import Authority

_YEAR_BEHIND = re.compile(r"\W*\b(?:1[89]|20)\d\d\W*$")


@dataclass(frozen=True, slots=True)
class Law:
    """What a case can cite without a source: id, and where it stands, by title as it is compared."""

    by_title: Mapping[str, tuple[str, str]]

    def find(self, fields: Mapping[str, Any]) -> tuple[str, str] | None:
        """Return the id of the law that a work is, and where that stands; `None` where it is none.

        What a person has written is a book on it, whatever its title.
        """
        if any(isinstance(name, Mapping) for name in fields.get("author", ())):
            return None
        titles = (_of_title(str(fields[key])) for key in ("title", "translated_title", "short_title") if key in fields)
        return next((self.by_title[title] for title in titles if title in self.by_title), None)


NO_LAW = Law({})


def law_of(instruments: Iterable[Instrument], authorities: Iterable[Authority]) -> Law:
    """Return the law that is known; an authority of the case counts before an instrument of its title."""
    found = {
        _of_title(name): (one.id, "the catalogue of law")
        for one in instruments
        for name in (one.title, one.short, one.abbreviation, one.cited_title, one.known_as)
        if name
    }
    return Law(found | {_of_title(one.name): (one.id, "`authorities`") for one in authorities})


def _of_title(text: str) -> str:
    """Return a title without signs, an article before it, and the year behind it."""
    words = re.findall(r"\w+", _YEAR_BEHIND.sub("", of_text(text)))
    return " ".join(words[words[:1] == ["the"] :])
