"""Ids of records do not leave the office: the anchors that a template makes of them get a form of their own.

An id may say what a document may not, such as the name of somebody who has not consented.
"""

from __future__ import annotations

from collections.abc import Collection

from probata.document.blocks import Blocks, Heading, Paragraph, Picture, Table
from probata.document.neutral_name import neutral_name
from probata.document.rename import renamed
from probata.document.walk import walk_blocks

_Anchored = Heading | Paragraph | Table | Picture


def neutral_anchors(blocks: Blocks, ids: Collection[str], kept: Collection[str] = ()) -> Blocks:
    """Return the blocks with every anchor that ends in a record's id, and the references to it, in a neutral form.

    `allegation-north-wing` becomes `allegation-` and a digest: the same in every build, and in every document; in the
    files that go out it is a number. Anchors in `kept`, which are names of sections, stay; so does a reference to what
    is not there, which is told as it stands.
    """
    anchors = {block.id for block in walk_blocks(blocks) if isinstance(block, _Anchored) and block.id}
    return renamed(blocks, {anchor: _neutral(anchor, ids) for anchor in anchors if anchor not in kept})


def _neutral(anchor: str, ids: Collection[str]) -> str:
    before, _, rest = anchor.partition("-")
    while rest:
        if rest in ids:
            return neutral_name(before, rest)
        step, _, rest = rest.partition("-")
        before = f"{before}-{step}"
    return anchor
