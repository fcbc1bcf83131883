"""Citations of items of the evidence schedule: `Council minutes [E6] 2–3`, `Directive 17 [E5, EX/1] cl 9`."""

from __future__ import annotations

from probata.citation.authority import cited_forms
from probata.citation.legal_writer import LegalWriter
from probata.citation.library import Library
from probata.citation.pinpoints import spaced
from probata.citation.place_parts import words_apart
from probata.document.inlines import CiteItem, Emph, Inlines, Text

_SOURCES = "document"
"""The class of places of what is no authority."""


def scheduled(item: CiteItem, library: Library, writer: LegalWriter) -> Inlines:
    """Return a short citation with the words behind it; without the name where the text says it."""
    item = words_apart(item)
    one = library.schedule.items[item.key]
    name = () if item.suppress_author and one.number else _name(item.key, library, writer)
    marks = f"[{', '.join((one.number, *one.marks))}]" if one.number else ""
    word = (*name, Text(f" {marks}" if name else marks)) if marks else name
    cited = writer.behind(word, place_of(item, library, writer))
    return (*cited, Text(spaced(item.suffix, behind_place=item.pinpoint is not None))) if item.suffix.strip() else cited


def short(item: CiteItem, library: Library, writer: LegalWriter) -> Inlines:
    """Return a citation for the text: of an item as notes have it, of an authority its name and place."""
    if item.key in library.schedule.items:
        return scheduled(item, library, writer)
    return writer.behind(_authority(item.key, library, writer), place_of(item, library, writer))


def place_of(item: CiteItem, library: Library, writer: LegalWriter) -> str:
    """Return the place that an item names, as the style writes it; empty for the whole."""
    return writer.place_in(_class(item.key, library), item.pinpoint)


def further_place(item: CiteItem, library: Library, writer: LegalWriter) -> Inlines:
    """Return another place in what was cited just before; nothing for the whole of it."""
    place = writer.place_beside(_class(item.key, library), item.pinpoint)
    return (Text(f", {place.lstrip(', ')}"),) if place else ()


def _name(key: str, library: Library, writer: LegalWriter) -> Inlines:
    if name := library.schedule.items[key].name:
        return (Text(name),)
    return _authority(key, library, writer)


def _authority(key: str, library: Library, writer: LegalWriter) -> Inlines:
    authority = library.authorities[key]
    names = writer.names(authority)
    return (Emph(names),) if cited_forms()[authority.form].group == "cases" else names


def _class(key: str, library: Library) -> str:
    authority = library.authorities.get(key)
    return cited_forms()[authority.form].pinpoints if authority else _SOURCES
