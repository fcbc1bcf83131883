"""Tall pictures go into an annex: in running text each would leave the page before it half empty."""

from __future__ import annotations

from probata.document.blocks import Block, Blocks, Heading, Paragraph, Picture
from probata.document.list_ids import SET_ASIDE


def set_aside_pictures(blocks: Blocks, tallest: float) -> Blocks:
    """Move the pictures of the sections that are higher than `tallest` millimetres to where the template asks for them.

    The parts of one picture, which have one id, stay together. Where the template asks for none, all stay. Where none
    is moved, the heading of that place goes. Pictures in annexes stay beside their tables.
    """
    if not any(_is_place(block) for block in blocks):
        return blocks
    end = next((n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.series == "annex"), 0)
    pictures = [block for block in blocks[:end] if isinstance(block, Picture)]
    tall = {id(picture) for picture in pictures if picture.height > tallest}
    named = {picture.id for picture in pictures if id(picture) in tall and picture.id}
    moved = tuple(picture for picture in pictures if id(picture) in tall or picture.id in named)
    return _placed(blocks, moved)


def _placed(blocks: Blocks, moved: tuple[Picture, ...]) -> Blocks:
    made: list[Block] = []
    for block in blocks:
        if any(block is picture for picture in moved):
            continue
        if not _is_place(block):
            made.append(block)
        elif moved:
            made += moved
        elif made and isinstance(made[-1], Heading):
            made.pop()
    return tuple(made)


def _is_place(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.id == SET_ASIDE
