"""What the notes of a document say in our own words, as far as they are no reference to a work.

Read before citations are written: afterwards nothing tells our words from the title of what is cited.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.document.blocks import Blocks
from probata.document.inlines import Cite, Note
from probata.document.walk import inlines_in_order, own_inlines, plain_text, walk_blocks


def own_notes(blocks: Blocks) -> Iterator[str]:
    """Give the words of every free note, and those that stand before and after a reference inside its brackets."""
    for inline in inlines_in_order(blocks):
        match inline:
            case Note(blocks=inner):
                yield from (plain_text(own_inlines(block)) for block in walk_blocks(inner))
            case Cite(items=items):
                yield from (words for item in items for words in (item.prefix, item.suffix) if words)
            case _:
                continue
