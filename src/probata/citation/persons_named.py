"""Letters, messages and interviews of which a citation style does not say that they are such.

Some styles, as the Bluebook's of the collection, do not know whom a letter was sent to or who held an interview, and
print the sender and the year and nothing that tells a letter from a book. They get a description for a title, as the
manuals have it (Bluebook 17.1.3 and 17.2.3; OSCOLA 4, 3.4.11 and 3.4.12): `Letter from Ana Rill to the Council (May 13,
2022)`. Others, as Chicago, know an interview by who held it alone: where nobody is recorded, they get it for an author.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from probata.citation.legal_values import written_day
from probata.citation.library import Library
from probata.citation.names import elided_text
from probata.citation.printed import prints_at, prints_term
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
    sent = {key: one for key, one in library.sources.items() if one.get("type") in _ASKED_FOR and one.get("author")}
    unknown = {key: _described(one, style, words) for key, one in sent.items() if not _knows(style, one)}
    untold = {
        key: _named(one, style, words) for key, one in sent.items() if key not in unknown and _is_unstated(style, one)
    }
    if not unknown and not untold:
        return library
    sources = {**library.sources, **unknown, **untold}
    described = {key for key, one in sources.items() if one.get("title") and not library.sources[key].get("title")}
    return replace(library, sources=sources, untitled=library.untitled | unknown.keys() | described)


def _knows(style: Style, source: Item) -> bool:
    return re.search(rf'variable="[^"]*\b{_ASKED_FOR[source["type"]]}\b', style.csl) is not None


def _is_unstated(style: Style, source: Item) -> bool:
    """Tell whether a style that knows such works says nothing of this one, of which it lacks the other person."""
    kind, genre = source["type"], source.get("genre")
    if source.get(_ASKED_FOR[kind]) or prints_term(source, style.csl, "first", kind):
        return False
    return not prints_at(source, style.csl, "first", "genre") if genre else kind == "interview"


def _named(source: Item, style: Style, words: Words) -> Item:
    """Return the work with what it is before its author: the style then prints the rest, and later forms, as it does.

    Where later forms of a style say it themselves, what has no title has it for a title, which they print alone.
    """
    told = statements_on_persons(source, words)
    if source.get("title") or not prints_term(source, style.csl, "subsequent", source["type"]):
        return {**source, "author": [{"literal": told}]}
    return {**{key: value for key, value in source.items() if key not in _PERSONS}, "title": told}


def statements_on_persons(source: Item, words: Words) -> str:
    """Return what a work is, with its persons: `Letter from Ana Rill to the Council`."""
    form, other = ("interview", "interviewer") if source["type"] == "interview" else ("letter", "recipient")
    kind, senders, others = str(source.get("genre", "")), *(_names(source, role, words) for role in ("author", other))
    text = words.described[f"{form}_{other}" if others else form].format(kind=kind, sender=senders, other=others)
    return elided_text(text) if words.language == "fr" else text


def _described(source: Item, style: Style, words: Words) -> Item:
    """Return the work under a title that names its persons and the day."""
    text = statements_on_persons(source, words)
    title = f"{text}, {source['title']}" if source.get("title") else text
    days = [written_day(tuple(day), style.legal, words) for day in _days(source)]
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
