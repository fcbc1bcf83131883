"""Leave paragraphs out of a document, and what stands empty without them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import assert_never

from probata.document.blocks import (
    Block,
    Blocks,
    Box,
    Contents,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from probata.document.inlines import Cite, Inlines, Note, Text
from probata.document.origin import NOTHING
from probata.document.rebuild import map_blocks, map_children

Goes = Callable[[Paragraph], bool]
"""Tells whether a paragraph is left out."""


def leave_out(blocks: Blocks, goes: Goes) -> tuple[Blocks, tuple[Paragraph, ...]]:
    """Return the blocks without the paragraphs that go, and those paragraphs.

    A list or quotation that is empty then goes too, and so does a heading that is left with nothing below it. Cells of
    tables stay as they are.
    """
    left_out: list[Paragraph] = []
    return _kept(blocks, goes, left_out), tuple(left_out)


def _kept(blocks: Blocks, goes: Goes, left_out: list[Paragraph]) -> Blocks:
    kept: list[Block] = []
    emptied = False
    for block in blocks:
        before = len(left_out)
        found = _without(block, goes, left_out)
        if isinstance(block, Heading) and emptied:
            _drop_bare_headings(kept, block.level)
            emptied = False
        emptied = emptied or len(left_out) > before
        if found is not None:
            kept.append(found)
    if emptied:
        _drop_bare_headings(kept, 1)
    return tuple(kept)


def _drop_bare_headings(kept: list[Block], level: int) -> None:
    """Drop the headings at the end that have nothing below them, down to the level of what follows."""
    while kept and isinstance(last := kept[-1], Heading) and last.level >= level:
        kept.pop()


def _without(block: Block, goes: Goes, left_out: list[Paragraph]) -> Block | None:
    match block:
        case Paragraph():
            if not goes(block):
                return block
            left_out.append(block)
            return None
        case ListBlock():
            items = tuple(item for given in block.items if (item := _kept(given, goes, left_out)))
            return replace(block, items=items) if items else None
        case Quote() | Box():
            inner = _kept(block.blocks, goes, left_out)
            return replace(block, blocks=inner) if inner else None
        case Heading() | Table() | Picture() | Contents() | PageBreak():
            return block
        case _:
            assert_never(block)


# Leave out of a final document the paragraphs that would say no more than that nothing is recorded.
# A cell of a form says so, because a reader looks for the field. A numbered paragraph that says it is an empty one.


def leave_out_nothing(blocks: Blocks) -> Blocks:
    """Return the blocks without such paragraphs, and without what stands empty then."""
    return leave_out(blocks, _says_nothing)[0]


def _says_nothing(paragraph: Paragraph) -> bool:
    if not all(isinstance(inline, Text) for inline in paragraph.inlines):
        return False
    said = [inline for inline in paragraph.inlines if isinstance(inline, Text) and inline.text.strip(" .:;")]
    return bool(said) and all(text.origin == NOTHING for text in said)


# Leave out what a forum does not take: paragraphs of a kind of sentence that it does not accept.


def leave_out_sentences(blocks: Blocks, accepted: Collection[str]) -> tuple[Blocks, tuple[Paragraph, ...]]:
    """Return the blocks without the paragraphs whose kind of sentence is not accepted, and those paragraphs.

    An empty `accepted` accepts every kind; a paragraph without a kind always stays.
    """
    if not accepted:
        return blocks, ()
    return leave_out(blocks, lambda paragraph: bool(paragraph.sentence) and paragraph.sentence not in accepted)


# Take the footnotes out of a document whose filing is to have none.


def without_footnotes(blocks: Blocks) -> Blocks:
    """Return the blocks without notes and citations; the words beside them stay as they are."""
    return map_blocks(blocks, _unnoted)


def _unnoted(inlines: Inlines) -> Inlines:
    kept = (inline for inline in inlines if not isinstance(inline, (Note, Cite)))
    return tuple(map_children(inline, _unnoted) for inline in kept)
