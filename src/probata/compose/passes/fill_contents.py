"""Fill the table of contents from the headings."""

from __future__ import annotations

from dataclasses import replace

from probata.document.blocks import Blocks, Contents, ContentsEntry, Heading
from probata.document.rebuild import without_notes


def fill_contents(blocks: Blocks) -> Blocks:
    """Fill every table of contents with the headings of the first level, notes left out."""
    entries = tuple(
        ContentsEntry(block.level, block.number, without_notes(block.inlines), block.id)
        for block in blocks
        if isinstance(block, Heading) and block.level == 1
    )
    return tuple(replace(block, entries=entries) if isinstance(block, Contents) else block for block in blocks)
