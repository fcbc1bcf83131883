"""Which blocks stay on the page of what follows them."""

from __future__ import annotations

from typing import Final

from probata.document.blocks import Block, Blocks, Heading, PageBreak, Paragraph, Role
from probata.document.lead_in import is_lead_in

ABOVE: Final = frozenset(
    {Role.TITLE, Role.SUBTITLE, Role.COVER, Role.MARKING, Role.AUTHORITY_GROUP, Role.DECLARATION, Role.SIGNATURE}
)
"""Roles of paragraphs that stay with what follows."""

BELOW: Final = frozenset({Role.DECLARATION, Role.SIGNATURE})
"""Roles of paragraphs that stay with what stands before them: a page with nothing but what is signed could be put to
another text."""

TOGETHER: Final = 3
"""Entries at the end of a list of sources that are not parted, so that none stands alone on a page."""


def stay_with_next(blocks: Blocks) -> list[bool]:
    """Tell of each block whether it stays with the next one; the last, also of a page, never does."""
    found: list[bool] = []
    entries = 0
    for number in reversed(range(len(blocks))):
        block, following = blocks[number], blocks[number + 1 : number + 3]
        entries = entries + 1 if _role(block) is Role.BIBLIOGRAPHY else 0
        stays = isinstance(block, Heading) or _is_announcement(block) or _holds_back(following)
        is_last = not following or isinstance(following[0], PageBreak)
        found.append(not is_last and (stays or 1 < entries <= TOGETHER))
    return found[::-1]


def _is_announcement(block: Block) -> bool:
    return isinstance(block, Paragraph) and (block.role in ABOVE or is_lead_in(block.inlines))


def _holds_back(following: Blocks) -> bool:
    """Tell whether what follows is drawn to what stands before it, as a heading is by the declaration below it."""
    first = following[0] if following else None
    if isinstance(first, Heading):
        return any(_role(block) is Role.DECLARATION for block in following[1:])
    return _role(first) in BELOW


def _role(block: Block | None) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None
