"""The names of anchors in a page that goes out: where they would stand for a record, they only count.

A digest of an id confirms the id to whoever guesses it, and an id may name a protected person.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from probata.document.blocks import Heading, Paragraph, Picture, Table
from probata.document.inlines import Note
from probata.document.neutral_name import before_digest
from probata.document.rename import renamed
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, walk_blocks


def with_counted_names(document: Document) -> Document:
    """Return the document with numbers, in the order of the text, in place of digests: `allegation-2`, note `14`.

    A number that a template gave to an anchor of its own is passed over.
    """
    notes = dict.fromkeys(inline.id for inline in inlines_in_order(document.blocks) if isinstance(inline, Note))
    counted = {id_: str(number) for number, id_ in enumerate(notes, 1)}
    return replace(document, blocks=renamed(document.blocks, _anchors(document), counted))


def _anchors(document: Document) -> dict[str, str]:
    named = (
        block.id for block in walk_blocks(document.blocks) if isinstance(block, Heading | Paragraph | Table | Picture)
    )
    anchors = dict.fromkeys(named)
    counts: Counter[str] = Counter()
    made: dict[str, str] = {}
    for anchor in anchors:
        if before := before_digest(anchor):
            counts[before] += 1
            while f"{before}-{counts[before]}" in anchors:
                counts[before] += 1
            made[anchor] = f"{before}-{counts[before]}"
    return made
