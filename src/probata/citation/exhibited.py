"""The mark of an exhibit behind the first citation of the source that it reproduces: `(exhibit JS/3)`."""

from __future__ import annotations

from dataclasses import replace

from probata.citation.library import Library
from probata.citation.words import Words
from probata.document.blocks import Blocks
from probata.document.exhibit_anchor import exhibit_anchor
from probata.document.inlines import CrossRef, Inline, Inlines, Text
from probata.document.walk import walk_blocks


def with_listed_exhibits(library: Library, blocks: Blocks) -> Library:
    """Keep the exhibits that a list of the document shows: a reader could not find another."""
    if not library.exhibits:
        return library
    ids = {getattr(block, "id", "") for block in walk_blocks(blocks)}
    listed = {key: tuple(m for m in marks if exhibit_anchor(m) in ids) for key, marks in library.exhibits.items()}
    return replace(library, exhibits={key: marks for key, marks in listed.items() if marks})


def exhibits_of(key: str, library: Library, words: Words) -> Inlines:
    """Return the marks of the exhibits of a source in brackets, each a live reference; empty where there are none."""
    before, after = words.exhibit.split("{}")
    parts: list[Inline] = []
    for mark in library.exhibits.get(key, ()):
        parts += [Text(f"{', ' if parts else ' ('}{before}"), CrossRef(exhibit_anchor(mark), "exhibit", mark)]
        parts += [Text(after)] if after else []
    return (*parts, Text(")")) if parts else ()
