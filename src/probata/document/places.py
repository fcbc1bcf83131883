"""Where a document prints each record: the paragraphs by which a reader finds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.document.blocks import Block, Heading, Paragraph, Table
from probata.document.tree import BRIEF, Document
from probata.document.walk import inlines_in_order


def places_of_records(documents: Iterable[Document]) -> dict[str, tuple[str, ...]]:
    """Return the places of the parts of a filing that print each record, by record, in the order of print.

    A place is the number of a paragraph, `12` or `12 (a)`, with its notes, or of a table, `table 3`; text without a
    number has that of the heading above it. Of a part that is not the brief its name stands before it.
    """
    found: dict[str, dict[str, None]] = {}
    for document in documents:
        part = document.meta.part
        for place, block in _places(document.blocks):
            own = getattr(block, "origin", None)
            origins = (getattr(inline, "origin", None) for inline in inlines_in_order((block,)))
            for record in {origin.record for origin in (own, *origins) if origin}:
                found.setdefault(record, {})[place if part == BRIEF else f"{part} {place}"] = None
    return {record: tuple(places) for record, places in found.items()}


def _places(blocks: Iterable[Block]) -> Iterator[tuple[str, Block]]:
    place, numbered = "first page", ""
    for block in blocks:
        if isinstance(block, Heading):
            place = block.number or place
        elif isinstance(block, Paragraph) and block.number:
            numbered = numbered if block.level else block.number
            place = f"{numbered} {block.number}" if block.level else block.number
        yield f"table {block.number}" if isinstance(block, Table) and block.number else place, block
