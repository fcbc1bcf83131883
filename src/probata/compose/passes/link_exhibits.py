"""Let every mark of an exhibit lead to the line of the list that describes it."""

from __future__ import annotations

from dataclasses import replace

from probata.document.blocks import Block, Blocks, Cell, Paragraph, Row, Table
from probata.document.exhibit_anchor import exhibit_anchor
from probata.document.inlines import CrossRef, Inline, Inlines, Text
from probata.document.rebuild import map_block, map_children
from probata.document.walk import inlines_in_order


def link_exhibits(blocks: Blocks) -> Blocks:
    """Name the first cell of a table that holds a mark alone, and make a reference of the mark everywhere else.

    Known is a mark by its origin, the field `mark` of an exhibit; where no list shows it, it stays as it is.
    """
    listed = _Listed()
    named = tuple(listed.name(block) for block in blocks)
    return tuple(listed.link(block) for block in named)


class _Listed:
    """The exhibits that lists show."""

    def __init__(self) -> None:
        self._anchors: set[str] = set()

    def name(self, block: Block) -> Block:
        """Name the cells of a list; a mark that two lists show is described by the first."""
        return replace(block, rows=tuple(self._row(row) for row in block.rows)) if isinstance(block, Table) else block

    def link(self, block: Block) -> Block:
        """Make references of marks, those in the named cells left out."""
        linked = map_block(block, self._linked)
        if not isinstance(block, Table) or not isinstance(linked, Table):
            return linked
        rows = zip(block.rows, linked.rows, strict=True)
        return replace(linked, rows=tuple(self._with_named_cell(before, after) for before, after in rows))

    def _row(self, row: Row) -> Row:
        if not row.cells:  # a table that has none of its columns
            return row
        first, *others = row.cells
        (block, *more) = first.blocks or (None,)
        mark = _only_mark(block) if isinstance(block, Paragraph) and not more else ""
        anchor = exhibit_anchor(mark)
        if not (mark and isinstance(block, Paragraph)) or anchor in self._anchors:
            return row
        self._anchors.add(anchor)
        return replace(row, cells=(replace(first, blocks=(replace(block, id=anchor),)), *others))

    def _with_named_cell(self, before: Row, after: Row) -> Row:
        is_named = bool(before.cells) and self._is_named(before.cells[0])
        return replace(after, cells=(before.cells[0], *after.cells[1:])) if is_named else after

    def _is_named(self, cell: Cell) -> bool:
        return any(isinstance(block, Paragraph) and block.id in self._anchors for block in cell.blocks)

    def _linked(self, inlines: Inlines) -> Inlines:
        return tuple(self._one(inline) for inline in inlines)

    def _one(self, inline: Inline) -> Inline:
        if isinstance(inline, Text) and _is_mark(inline) and (anchor := exhibit_anchor(inline.text)) in self._anchors:
            return CrossRef(anchor, "exhibit", inline.text)
        return map_children(inline, self._linked)


def _only_mark(paragraph: Paragraph) -> str:
    """Return the mark that a paragraph holds and nothing else."""
    texts = [one for one in inlines_in_order((paragraph,)) if isinstance(one, Text)]
    return texts[0].text if len(texts) == 1 and _is_mark(texts[0]) else ""


def _is_mark(text: Text) -> bool:
    return text.origin is not None and text.origin.record.startswith("exhibits/") and text.origin.field == "mark"
