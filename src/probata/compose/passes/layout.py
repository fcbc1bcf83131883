"""Lists of a single item run on in their sentence; tall pictures go into an annex."""

from __future__ import annotations

from dataclasses import replace

from probata.document.anchors import SET_ASIDE, is_place, put_at
from probata.document.blocks import Block, Blocks, Heading, Paragraph, Picture, Role, Table
from probata.document.inlines import Inlines, Text
from probata.document.rebuild import map_inner
from probata.document.walk import plain_text

# A single item below "…:" is no list: it runs on in the sentence that leads to it.

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
            made.append(block if isinstance(block, Table) else map_inner(block, run_on_lone_items))
    return tuple(made)


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


# Tall pictures go into an annex: in running text each would leave the page before it half empty.


def set_aside_pictures(blocks: Blocks, tallest: float) -> Blocks:
    """Move the pictures of the sections that are higher than `tallest` millimetres to where the template asks for them.

    The parts of one picture, which have one id, stay together. Where the template asks for none, all stay. Where none
    is moved, the heading of that place goes. Pictures in annexes stay beside their tables.
    """
    if not any(is_place(block, SET_ASIDE) for block in blocks):
        return blocks
    end = next((n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.series == "annex"), 0)
    pictures = [block for block in blocks[:end] if isinstance(block, Picture)]
    tall = {id(picture) for picture in pictures if picture.height > tallest}
    named = {picture.id for picture in pictures if id(picture) in tall and picture.id}
    moved = tuple(picture for picture in pictures if id(picture) in tall or picture.id in named)
    return put_at(tuple(block for block in blocks if not any(block is one for one in moved)), SET_ASIDE, moved)
