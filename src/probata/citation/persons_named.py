"""Letters, messages and interviews in citation styles that do not know whom they were sent to or who held them.

Such a style, as the Bluebook's of the collection, prints the sender and the year and nothing that tells a letter from
a book. It then gets a description for a title, as the manuals have it (Bluebook 17.1.3 and 17.2.3; OSCOLA 4, 3.4.11
and 3.4.12): `Letter from Ana Rill to the Council (May 13, 2022)`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from probata.citation.days import written_day
from probata.citation.elision import elided_text
from probata.citation.library import Library
from probata.citation.style import Style
from probata.citation.words import Words

Item = Mapping[str, Any]

_ASKED_FOR = {"personal_communication": "recipient", "interview": "interviewer"}
"""Kind of work → the variable by which a style shows that it knows such works."""
_PERSONS = frozenset({"author", "recipient", "interviewer"})
_KIND = "article"
"""The kind whose title styles print as it stands: no name of a book, site or film."""


def with_persons_named(library: Library, style: Style, words: Words) -> Library:
    """Describe the works that the style would not tell; a library without such works stays as it is."""
    lost = {key: source for key, source in library.sources.items() if source.get("author") and _is_lost(source, style)}
    if not lost:
        return library
    described = {key: _described(source, style, words) for key, source in lost.items()}
    return replace(library, sources={**library.sources, **described}, untitled=library.untitled | described.keys())


def _is_lost(source: Item, style: Style) -> bool:
    asked = _ASKED_FOR.get(str(source.get("type", "")))
    return asked is not None and re.search(rf'variable="[^"]*\b{asked}\b', style.csl) is None


def _described(source: Item, style: Style, words: Words) -> Item:
    """Return the work under a title that names its persons and the day."""
    form, other = ("interview", "interviewer") if source["type"] == "interview" else ("letter", "recipient")
    kind, senders, others = str(source.get("genre", "")), *(_names(source, role, words) for role in ("author", other))
    text = words.described[f"{form}_{other}" if others else form].format(kind=kind, sender=senders, other=others)
    text = elided_text(text) if words.language == "fr" else text
    title = f"{text}, {source['title']}" if source.get("title") else text
    days = [written_day(tuple(day), style.legal, words.language) for day in _days(source)]
    kept = {key: value for key, value in source.items() if key not in {*_PERSONS, "issued", "genre"}}
    dated = f"{title} ({'–'.join(days)})" if days else title
    return {**kept, "type": _KIND, "title": dated, "title-short": text}


def _days(source: Item) -> list[list[int]]:
    found: list[list[int]] = source.get("issued", {}).get("date-parts", [])
    return found


def _names(source: Item, role: str, words: Words) -> str:
    persons = (
        one.get("literal") or " ".join(part for part in (one.get("given"), one.get("family")) if part)
        for one in source.get(role, ())
    )
    *most, last = [name for name in persons if name] or [""]
    return words.described["and"].format(", ".join(most), last) if most else last
