"""Ids of records do not leave the office: the anchors that a template makes of them get a form of their own.

An id may say what a document may not, such as the name of somebody who has not consented.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import sha256

from probata.document.blocks import Block, Blocks, Box, Heading, ListBlock, Paragraph, Picture, Quote, Table
from probata.document.inlines import CrossRef, Inlines
from probata.document.walk import map_block, map_children, same_or_new, walk_blocks

_Anchored = Heading | Paragraph | Table | Picture
_LENGTH = 12
"""Digits of a digest that stand for an id: of a thousand records no two have the same."""


def neutral_anchors(blocks: Blocks, ids: Collection[str], kept: Collection[str] = ()) -> Blocks:
    """Return the blocks with every anchor that ends in a record's id, and the references to it, in a neutral form.

    `allegation-north-wing` becomes `allegation-` and a digest: the same in every build, and in every document. Anchors
    in `kept`, which are names of sections, stay; so does a reference to what is not there, which is told as it stands.
    """
    anchors = {block.id for block in walk_blocks(blocks) if isinstance(block, _Anchored) and block.id}
    new = {anchor: _neutral(anchor, ids) for anchor in anchors if anchor not in kept}

    def referring(inlines: Inlines) -> Inlines:
        changed = (
            replace(inline, target=new.get(inline.target, inline.target))
            if isinstance(inline, CrossRef)
            else map_children(inline, referring)
            for inline in inlines
        )
        return same_or_new(inlines, tuple(changed))

    return tuple(_renamed(map_block(block, referring), new) for block in blocks)


def _neutral(anchor: str, ids: Collection[str]) -> str:
    before, _, rest = anchor.partition("-")
    while rest:
        if rest in ids:
            return f"{before}-{sha256(rest.encode()).hexdigest()[:_LENGTH]}"
        step, _, rest = rest.partition("-")
        before = f"{before}-{step}"
    return anchor


def _renamed(block: Block, new: Mapping[str, str]) -> Block:
    match block:
        case Heading() | Paragraph() | Table() | Picture():
            name = new.get(block.id, block.id)
            return block if name == block.id else replace(block, id=name)
        case Quote() | Box():
            return replace(block, blocks=tuple(_renamed(inner, new) for inner in block.blocks))
        case ListBlock():
            items = tuple(tuple(_renamed(inner, new) for inner in item) for item in block.items)
            return replace(block, items=items)
        case _:
            return block
