"""How sources of the evidence schedule and exhibits are cited: `Council minutes [E6] 2–3`, `(exhibit JS/3)`."""

from __future__ import annotations

import re
from dataclasses import replace

from probata.citation.authority import cited_forms
from probata.citation.legal_writer import LegalWriter
from probata.citation.library import Library, Scheduled
from probata.citation.pinpoints import spaced
from probata.citation.place_parts import words_apart
from probata.citation.words import Words
from probata.document.anchors import bundle_address, exhibit_anchor
from probata.document.blocks import Blocks
from probata.document.inlines import CiteItem, CrossRef, Emph, Inline, Inlines, Link, Pinpoint, Text
from probata.document.walk import walk_blocks

# Citations of items of the evidence schedule: `Council minutes [E6] 2–3`, `Directive 17 [E5, EX/1] cl 9`.

_SOURCES = "document"
"""The class of places of what is no authority."""


def scheduled(item: CiteItem, library: Library, writer: LegalWriter) -> Inlines:
    """Return a short citation with the words behind it; without the name where the text says it."""
    item = words_apart(item)
    one = library.schedule.items[item.key]
    name = () if item.suppress_author and one.number else _name(item.key, library, writer)
    word = (*name, *marked(one, library, item.pinpoint, before=" " if name else "")) if one.number else name
    cited = writer.behind(word, place_of(item, library, writer))
    return (*cited, Text(spaced(item.suffix, behind_place=item.pinpoint is not None))) if item.suffix.strip() else cited


def marked(one: Scheduled, library: Library, place: Pinpoint | None, *, before: str = "", behind: str = "") -> Inlines:
    """Return the mark of an item in square brackets, between other words; for a bundle it is a link to the place."""
    mark = f"[{', '.join((one.number, *one.marks))}]"
    if not library.in_bundle:
        return (Text(f"{before}{mark}{behind}"),)
    page = re.match(r"\d+", place.value) if place and place.type == "page" else None
    linked = Link(bundle_address(one.number, page[0] if page else ""), (Text(mark),))
    return (*((Text(before),) if before else ()), linked, *((Text(behind),) if behind else ()))


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
    place = writer.place_next_to(_class(item.key, library), item.pinpoint)
    return (Text(f", {place.lstrip(', ')}"),) if place else ()


def _name(key: str, library: Library, writer: LegalWriter) -> Inlines:
    if name := library.schedule.items[key].name:
        return (Text(name),)
    return _authority(key, library, writer)


def _authority(key: str, library: Library, writer: LegalWriter) -> Inlines:
    authority = library.authorities.get(key)
    if authority is None:  # an unknown source, which is found where it is named
        return (Text(key),)
    names = writer.names(authority)
    return (Emph(names),) if cited_forms()[authority.form].group == "cases" else names


def _class(key: str, library: Library) -> str:
    authority = library.authorities.get(key)
    return cited_forms()[authority.form].pinpoints if authority else _SOURCES


# The mark of an exhibit behind the first citation of the source that it reproduces: `(exhibit JS/3)`.


def with_listed_exhibits(library: Library, blocks: Blocks, seen: Blocks) -> Library:
    """Keep the exhibits that a list in what is `seen` shows: a reader could not find another.

    Items of the evidence schedule keep their marks where any part of the document lists exhibits.
    """
    if not library.exhibits:
        return library
    ids = _ids(seen)
    listed = {key: tuple(m for m in marks if exhibit_anchor(m) in ids) for key, marks in library.exhibits.items()}
    library = replace(library, exhibits={key: marks for key, marks in listed.items() if marks})
    anchors = {exhibit_anchor(mark) for one in library.schedule.items.values() for mark in one.marks}
    return library if anchors & _ids(blocks) else replace(library, schedule=library.schedule.without_marks())


def _ids(blocks: Blocks) -> set[str]:
    return {getattr(block, "id", "") for block in walk_blocks(blocks)}


def exhibits_of(key: str, library: Library, words: Words) -> Inlines:
    """Return the marks of the exhibits of a source in brackets, each a live reference; empty where there are none."""
    before, after = words.exhibit.split("{}")
    parts: list[Inline] = []
    for mark in library.exhibits.get(key, ()):
        parts += [Text(f"{', ' if parts else ' ('}{before}"), CrossRef(exhibit_anchor(mark), "exhibit", mark)]
        parts += [Text(after)] if after else []
    return (*parts, Text(")")) if parts else ()
