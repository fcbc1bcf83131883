"""Every text that a page shows, with the record it came from."""

from __future__ import annotations

from collections.abc import Iterator

from probata.document.blocks import Block, Blocks, Box, Contents, ListBlock, PageBreak, Picture, Table
from probata.document.inlines import CrossRef, Gap, Inlines, Note, Text
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.document.walk import child_blocks, child_inlines, own_inlines, plain_text
from probata.writers.svg_source import texts_of

Sourced = tuple[str, Origin | None]


def texts(document: Document) -> Iterator[Sourced]:
    """Give each text once; one without an origin of its own takes that of what holds it."""
    meta = document.meta
    for line in (*meta.running, meta.short_title, *(word for _, word in meta.labels)):
        yield line, None
    yield from _of_blocks(document.blocks, None)


def _of_blocks(blocks: Blocks, outer: Origin | None) -> Iterator[Sourced]:
    for block in blocks:
        yield from _of_block(block, outer)


def _of_block(block: Block, outer: Origin | None) -> Iterator[Sourced]:
    origin = outer if isinstance(block, ListBlock | Box | Contents | PageBreak) else block.origin or outer
    yield from _of_inlines(own_inlines(block), origin)
    if isinstance(block, Table):
        for row in (*block.header, *block.rows):
            for cell in row.cells:
                yield from _of_blocks(cell.blocks, row.origin or origin)
    elif isinstance(block, Picture):
        yield from ((text, origin) for text in texts_of(block))
    elif isinstance(block, Contents):
        yield plain_text(block.title), origin
    else:
        yield from _of_blocks(child_blocks(block), origin)


def _of_inlines(inlines: Inlines, outer: Origin | None) -> Iterator[Sourced]:
    for inline in inlines:
        if isinstance(inline, Text | Gap):
            yield inline.text, inline.origin or outer
        elif isinstance(inline, CrossRef):
            yield inline.text, outer
        elif isinstance(inline, Note):
            yield from _of_blocks(inline.blocks, inline.origin or outer)
        else:
            yield from _of_inlines(child_inlines(inline), outer)
