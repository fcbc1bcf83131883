"""The body cut into sections at its level-1 headings."""

from __future__ import annotations

from collections.abc import Iterator

from probata.document.blocks import Block, Blocks, Heading
from probata.document.inlines import Note
from probata.document.walk import inlines_in_order


def sections(blocks: Blocks) -> Iterator[Blocks]:
    """Give what stands before the first level-1 heading, then each such heading with all that follows it."""
    current: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and current:
            yield tuple(current)
            current = []
        current.append(block)
    if current:
        yield tuple(current)


def starts_with_heading(blocks: Blocks) -> bool:
    """Tell whether a part of `sections` is a section and not the front of the document."""
    first = blocks[0] if blocks else None
    return isinstance(first, Heading) and first.level == 1


def notes_in(blocks: Blocks) -> tuple[Note, ...]:
    """Return the notes in the order of their marks, as `inlines_in_order` gives it."""
    return tuple(inline for inline in inlines_in_order(blocks) if isinstance(inline, Note))
