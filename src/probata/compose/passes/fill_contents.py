"""Fill the table of contents from the headings."""

from __future__ import annotations

from dataclasses import replace

from probata.document.blocks import Blocks, Contents, ContentsEntry, Heading
from probata.document.parts import with_parts
from probata.document.rebuild import without_notes


def fill_contents(blocks: Blocks) -> Blocks:
    """Fill every table of contents with the headings of the first level in its part of the document, without notes."""
    entries: dict[str, list[ContentsEntry]] = {}
    for part, block in with_parts(blocks):
        if isinstance(block, Heading) and block.level == 1:
            entry = ContentsEntry(block.level, block.number, without_notes(block.inlines), block.id)
            entries.setdefault(part, []).append(entry)
    return tuple(
        replace(block, entries=tuple(entries.get(part, ()))) if isinstance(block, Contents) else block
        for part, block in with_parts(blocks)
    )
