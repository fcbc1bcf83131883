"""What a document says in its own words: its blocks without quotations, their text without what is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.document.blocks import Block, Quote
from probata.document.walk import child_blocks, own_inlines, plain_text

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")


def own_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Give every block that is not a quotation, the outer before the inner."""
    for block in blocks:
        if not isinstance(block, Quote):
            yield block
            yield from own_blocks(child_blocks(block))


def own_text(block: Block) -> str:
    """Return the text of a block without notes and without what stands in quotation marks."""
    return _QUOTED.sub(" ", plain_text(own_inlines(block)))
