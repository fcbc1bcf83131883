"""Citations of items of the evidence schedule: `Council minutes [E6] 2–3`, `Directive 17 [E5, EX/1] cl 9`."""

from __future__ import annotations

from probata.citation.authority import cited_forms
from probata.citation.legal_writer import LegalWriter
from probata.citation.library import Library
from probata.citation.pinpoints import spaced
from probata.citation.place_parts import words_apart
from probata.document.exhibit_anchor import exhibit_anchor
from probata.document.inlines import CiteItem, CrossRef, Emph, Inline, Inlines, Text

_SOURCES = "document"
"""The class of places of what is no authority."""


def scheduled(item: CiteItem, library: Library, writer: LegalWriter) -> Inlines:
    """Return a short citation with the words behind it; without the name where the text says it."""
    item = words_apart(item)
    name = () if item.suppress_author else (*_name(item.key, library, writer), Text(" "))
    word = (*name, Text("["), *_mark(item.key, library), Text("]"))
    cited = writer.behind(word, writer.place_in(_class(item.key, library), item.pinpoint))
    return (*cited, Text(spaced(item.suffix))) if item.suffix.strip() else cited


def further_place(item: CiteItem, library: Library, writer: LegalWriter) -> Inlines:
    """Return another place in what was cited just before."""
    place = writer.place_beside(_class(item.key, library), item.pinpoint)
    return (Text(f", {place.lstrip(', ')}"),)


def _name(key: str, library: Library, writer: LegalWriter) -> Inlines:
    if name := library.schedule.items[key].name:
        return (Text(name),)
    authority = library.authorities[key]
    names = writer.names(authority)
    return (Emph(names),) if cited_forms()[authority.form].group == "cases" else names


def _mark(key: str, library: Library) -> Inlines:
    """Return the number with the marks of exhibits; each leads to its line where that is in the same document."""
    one, anchors = library.schedule.items[key], library.schedule.anchors
    parts: list[Inline] = [CrossRef(one.anchor, text=one.number) if one.anchor in anchors else Text(one.number)]
    for mark in one.marks:
        is_here = (anchor := exhibit_anchor(mark)) in anchors
        parts += [Text(", "), CrossRef(anchor, "exhibit", mark) if is_here else Text(mark)]
    return tuple(parts)


def _class(key: str, library: Library) -> str:
    authority = library.authorities.get(key)
    return cited_forms()[authority.form].pinpoints if authority else _SOURCES
