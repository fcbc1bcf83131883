"""Leave paragraphs out of a document, and what stands empty without them."""

from __future__ import annotations

from collections.abc import Callable
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
