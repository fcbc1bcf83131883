"""Works of others that are no source, since their law is known already: treaties, statutes, and our authorities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from probata.importers.same import of_text
from probata.law import Instrument
from probata.model.authority import Authority

_YEAR_BEHIND = re.compile(r"\W*\b((?:1[89]|20)\d\d)\W*$")


@dataclass(frozen=True, slots=True)
class Law:
    """What a case can cite without a source: id, where it stands, and years behind its names, by title as compared."""

    by_title: Mapping[str, tuple[str, str, frozenset[str]]]

    def find(self, fields: Mapping[str, Any]) -> tuple[str, str] | None:
        """Return the id of the law that a work is, and where that stands; `None` where it is none.

        What a person has written is a book on it, whatever its title. Of one title with two years each is another law.
        """
        if any(isinstance(name, Mapping) for name in fields.get("author", ())):
            return None
        for key in ("title", "translated_title", "short_title"):
            title, year = _parts(str(fields.get(key, "")))
            name, where, years = self.by_title.get(title, ("", "", frozenset()))
            if name and (not year or not years or year in years):
                return name, where
        return None


NO_LAW = Law({})


def law_of(instruments: Iterable[Instrument], authorities: Iterable[Authority]) -> Law:
    """Return the law that is known; an authority of the case counts before an instrument of its title."""
    named = [
        (one.id, "the catalogue of law", (one.title, one.short, one.abbreviation, one.cited_title, one.known_as))
        for one in instruments
    ]
    found: dict[str, tuple[str, str, frozenset[str]]] = {}
    for name, where, said in [*named, *((one.id, "`authorities`", (one.name,)) for one in authorities)]:
        parts = [_parts(text) for text in said if text]
        years = frozenset(year for _, year in parts if year)
        found |= {title: (name, where, years) for title, _ in parts}
    return Law(found)


def _parts(text: str) -> tuple[str, str]:
    """Return a title without signs and an article before it, and the year behind it, if any."""
    year = _YEAR_BEHIND.search(text)
    words = re.findall(r"\w+", of_text(text[: year.start()] if year else text))
    return " ".join(words[words[:1] == ["the"] :]), year[1] if year else ""
