"""A single item below "…:" is no list: it runs on in the sentence that leads to it."""

from __future__ import annotations

from dataclasses import replace

from probata.document.blocks import Block, Blocks, Box, ListBlock, Paragraph, Quote, Role
from probata.document.inlines import Inlines, Text
from probata.document.walk import plain_text

_ENDS = ".!?…:;"
_CLOSED = "”’»)"
_VERBATIM = "statements/"
"""Records whose paragraphs are the words of a witness, which are printed as they stand."""


def run_on_lone_items(blocks: Blocks) -> Blocks:
    """Join each lettered paragraph that has no other beside it or below it to the paragraph before, that ends with `:`.

    What may be referred to, and the words of a witness, are left as they are.
    """
    made: list[Block] = []
    for place, block in enumerate(blocks):
        lead, after = made[-1] if made else None, blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, Paragraph) and isinstance(lead, Paragraph) and _is_lone(lead, block, after):
            made[-1] = replace(lead, inlines=(*lead.inlines, Text(" "), *_with_stop(block.inlines)))
        else:
            made.append(_inside(block))
    return tuple(made)


def _inside(block: Block) -> Block:
    match block:
        case Quote() | Box():
            return replace(block, blocks=run_on_lone_items(block.blocks))
        case ListBlock():
            return replace(block, items=tuple(map(run_on_lone_items, block.items)))
        case _:
            return block


def _is_lone(lead: Paragraph, item: Paragraph, after: Block | None) -> bool:
    is_item = item.role is Role.NUMBERED and item.level > 0 and not item.id
    is_led_to = lead.role in {Role.NUMBERED, Role.BODY} and lead.level < item.level
    has_more = isinstance(after, Paragraph) and after.role is Role.NUMBERED and after.level >= item.level
    is_verbatim = item.origin is not None and item.origin.record.startswith(_VERBATIM)
    ends = plain_text(lead.inlines).rstrip().endswith(":")
    return is_item and is_led_to and ends and not has_more and not is_verbatim


def _with_stop(inlines: Inlines) -> Inlines:
    said = plain_text(inlines).rstrip().rstrip(_CLOSED)
    return inlines if said.endswith(tuple(_ENDS)) else (*inlines, Text("."))
