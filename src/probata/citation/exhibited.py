"""The mark of an exhibit behind the first citation of the source that it reproduces: `(exhibit JS/3)`."""

from __future__ import annotations

from dataclasses import replace

from probata.citation.library import Library
from probata.citation.words import Words
from probata.document.blocks import Blocks
from probata.document.exhibit_anchor import exhibit_anchor
from probata.document.inlines import CrossRef, Inline, Inlines, Text
from probata.document.walk import walk_blocks


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
