"""Let every mark of an exhibit lead to the line of the list that describes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from probata.document.blocks import Block, Blocks, Cell, Paragraph, Row, Table
from probata.document.exhibit_anchor import exhibit_anchor
from probata.document.inlines import CrossRef, Inline, Inlines, Text
from probata.document.walk import inlines_in_order, map_blocks, map_children, plain_text


def link_exhibits(blocks: Blocks) -> Blocks:
    """Name the cell of a list of exhibits that holds a mark, and make a reference of the mark everywhere else.

    Known is a mark by its origin, the field `mark` of an exhibit; where no list shows it, it stays as it is.
    """
    named = tuple(_with_anchors(block) for block in blocks)
    listed = {anchor for block in named for anchor in _anchors(block)}
    return map_blocks(named, lambda inlines: _linked(inlines, listed)) if listed else blocks


def _with_anchors(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    return replace(block, rows=tuple(_row(row) for row in block.rows))


def _row(row: Row) -> Row:
    first, *others = row.cells
    return replace(row, cells=(_cell(first), *others))


def _cell(cell: Cell) -> Cell:
    block = cell.blocks[0] if len(cell.blocks) == 1 else None
    if not isinstance(block, Paragraph) or not (mark := _only_mark(block)):
        return cell
    return replace(cell, blocks=(replace(block, id=exhibit_anchor(mark)),))


def _only_mark(paragraph: Paragraph) -> str:
    """Return the mark that a paragraph holds and nothing else."""
    texts = [one for one in inlines_in_order((paragraph,)) if isinstance(one, Text)]
    return texts[0].text if len(texts) == 1 and _is_mark(texts[0]) and plain_text(paragraph.inlines) else ""


def _is_mark(inline: Inline) -> bool:
    origin = inline.origin if isinstance(inline, Text) else None
    return origin is not None and origin.record.startswith("exhibits/") and origin.field == "mark"


def _anchors(block: Block) -> Iterator[str]:
    for row in block.rows if isinstance(block, Table) else ():
        for inner in row.cells[0].blocks:
            if isinstance(inner, Paragraph) and _only_mark(inner):
                yield inner.id


def _linked(inlines: Inlines, listed: set[str]) -> Inlines:
    if len(inlines) == 1 and plain_text(inlines) and any(map(_is_mark, inlines_in_order((Paragraph(inlines),)))):
        return inlines  # the cell of a list that holds the mark itself
    return tuple(_one(inline, listed) for inline in inlines)


def _one(inline: Inline, listed: set[str]) -> Inline:
    if isinstance(inline, Text) and _is_mark(inline) and exhibit_anchor(inline.text) in listed:
        return CrossRef(exhibit_anchor(inline.text), "exhibit", inline.text)
    return map_children(inline, lambda inner: _linked(inner, listed))
