"""What writers keep on one page: a heading and what it announces, what is signed and the text above it."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from probata.document.blocks import Block, Blocks, Heading, PageBreak, Paragraph, Role
from probata.document.walk import plain_text

ABOVE: Final = frozenset(
    {Role.TITLE, Role.SUBTITLE, Role.COVER, Role.MARKING, Role.AUTHORITY_GROUP, Role.DECLARATION, Role.SIGNATURE}
)
"""Roles of paragraphs that stay with what follows."""

BELOW: Final = frozenset({Role.DECLARATION, Role.SIGNATURE, Role.TABLE_NOTE})
"""Roles of paragraphs that stay with what stands before them: a page with nothing but what is signed could be put to
another text, and a note with no table says nothing."""

ENTRIES: Final = frozenset({Role.BIBLIOGRAPHY, Role.AUTHORITY})
TOGETHER: Final = 3
"""Entries at the end of a list of sources that are not parted, so that none stands alone on a page."""


def stay_with_next(blocks: Blocks) -> list[bool]:
    """Tell of each block whether its last paragraph stays with the next block; the last, also of a page, never does."""
    return [_stays(block, blocks[place : place + TOGETHER]) for place, block in enumerate(blocks, 1)]


def _stays(block: Block, following: Blocks) -> bool:
    if not following or isinstance(following[0], PageBreak):
        return False
    below = next((one for one in following if not isinstance(one, Heading)), None)  # its headings belong to it
    entries = sum(1 for _ in takewhile(lambda one: role_of(one) in ENTRIES, (block, *following)))
    return _announces(block) or role_of(below) in BELOW or 1 < entries <= TOGETHER


def _announces(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return block.role in ABOVE or plain_text(block.inlines).rstrip().endswith(":")
    return isinstance(block, Heading)


def role_of(block: Block | None) -> Role | None:
    """Return the role of a paragraph, nothing for other blocks."""
    return block.role if isinstance(block, Paragraph) else None
