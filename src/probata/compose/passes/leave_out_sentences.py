"""Leave out what a forum does not take: paragraphs of a kind of sentence that it does not accept."""

from __future__ import annotations

from collections.abc import Collection

from probata.compose.passes.leave_out import leave_out
from probata.document.blocks import Blocks, Paragraph


def leave_out_sentences(blocks: Blocks, accepted: Collection[str]) -> tuple[Blocks, tuple[Paragraph, ...]]:
    """Return the blocks without the paragraphs whose kind of sentence is not accepted, and those paragraphs.

    An empty `accepted` accepts every kind; a paragraph without a kind always stays.
    """
    if not accepted:
        return blocks, ()
    return leave_out(blocks, lambda paragraph: bool(paragraph.sentence) and paragraph.sentence not in accepted)
