"""The list of how the figures of a document were computed: those that it prints, and those they are computed from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from probata.compose.printer import Printer
from probata.compose.views.calculation import Calculation
from probata.document.blocks import Block, Blocks, Heading, ListBlock, Paragraph
from probata.document.inlines import Text
from probata.document.list_ids import CALCULATIONS
from probata.document.walk import inlines_in_order, walk_blocks
from probata.figures import Computed

_OF_FIGURES = "figures/"


def with_calculations(blocks: Blocks, done: Mapping[str, Computed], printer: Printer) -> Blocks:
    """Put the list where the template asks for it; the heading there goes where the list is empty.

    A number taken as it stands is not computed: its table shows it with its source.
    """
    if not any(_is_place(block) for block in walk_blocks(blocks)):
        return blocks
    used = _with_their_own(_printed(blocks), done)
    ours = (found for key, found in done.items() if key in used and found.is_ours)
    items = tuple((Paragraph(Calculation(found, done, printer).line),) for found in ours)
    made: list[Block] = []
    for block in blocks:
        if not _is_place(block):
            made.append(block)
        elif items:
            made.append(ListBlock(items))
        elif made and isinstance(made[-1], Heading):
            made.pop()
    return tuple(made)


def _printed(blocks: Blocks) -> set[str]:
    origins = (i.origin for i in inlines_in_order(blocks) if isinstance(i, Text) and i.origin)
    return {o.record.removeprefix(_OF_FIGURES) for o in origins if o.record.startswith(_OF_FIGURES)}


def _with_their_own(ids: Iterable[str], done: Mapping[str, Computed]) -> set[str]:
    """Return figures with those that they are computed from, near and far."""
    reached: set[str] = set()
    ahead = [key for key in ids if key in done]
    while ahead:
        key = ahead.pop()
        if key not in reached:
            reached.add(key)
            ahead.extend(taken.figure.id for taken in done[key].taken if taken.figure)
    return reached


def _is_place(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.id == CALCULATIONS
