"""Leave out of a final document the paragraphs that would say no more than that nothing is recorded.

A cell of a form says so, because a reader looks for the field. A numbered paragraph that says it is an empty one.
"""

from __future__ import annotations

from dataclasses import replace

from probata.document.blocks import Block, Blocks, Box, Heading, ListBlock, Paragraph, Quote
from probata.document.inlines import Text
from probata.document.origin import Origin

NOTHING = Origin("nothing", "recorded")
"""Where the words come from that stand in a final document in place of a gap."""


def leave_out_nothing(blocks: Blocks) -> Blocks:
    """Return the blocks without such paragraphs, without lists emptied by that and headings left with nothing below."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            _drop_bare_headings(kept, block.level)
        if (found := _without(block)) is not None:
            kept.append(found)
    if len(kept) < len(blocks):
        _drop_bare_headings(kept, 1)
    return tuple(kept)


def _drop_bare_headings(kept: list[Block], level: int) -> None:
    while kept and isinstance(last := kept[-1], Heading) and last.level >= level:
        kept.pop()


def _without(block: Block) -> Block | None:
    match block:
        case Paragraph():
            texts = [inline for inline in block.inlines if isinstance(inline, Text) and inline.text.strip(" .:;")]
            others = any(not isinstance(inline, Text) for inline in block.inlines)
            says_nothing = bool(texts) and all(text.origin == NOTHING for text in texts) and not others
            return None if says_nothing else block
        case ListBlock():
            items = tuple(item for given in block.items if (item := leave_out_nothing(given)))
            return replace(block, items=items) if items else None
        case Quote() | Box():
            inner = leave_out_nothing(block.blocks)
            return replace(block, blocks=inner) if inner else None
        case _:
            return block
