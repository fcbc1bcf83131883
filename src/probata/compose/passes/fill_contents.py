"""Fill the table of contents from the headings."""

from __future__ import annotations

from dataclasses import replace

from probata.document.blocks import Blocks, Contents, ContentsEntry, Heading
from probata.document.inlines import Cite, Inline, Inlines, Note
from probata.document.parts import with_parts
from probata.document.rebuild import map_children

DEEPEST = 2
"""Deepest level of headings that contents show."""


def fill_contents(blocks: Blocks) -> Blocks:
    """Fill every table of contents with the headings of its part of the document, notes left out."""
    entries: dict[str, list[ContentsEntry]] = {}
    for part, block in with_parts(blocks):
        if isinstance(block, Heading) and block.level <= DEEPEST:
            entry = ContentsEntry(block.level, block.number, without_notes(block.inlines), block.id)
            entries.setdefault(part, []).append(entry)
    return tuple(
        replace(block, entries=tuple(entries.get(part, ()))) if isinstance(block, Contents) else block
        for part, block in with_parts(blocks)
    )


def without_notes(inlines: Inlines) -> Inlines:
    """Return the inlines without notes and citations."""
    kept: list[Inline] = [inline for inline in inlines if not isinstance(inline, (Note, Cite))]
    return tuple(map_children(inline, without_notes) for inline in kept)
