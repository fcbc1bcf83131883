"""A document with changes of every kind: words, paragraphs, notes, cells, rows, captions, headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle

from probata.document.blocks import Block, Blocks, Box, Heading, ListBlock, Paragraph, Role, Row, Table
from probata.document.inlines import Inline, Inlines, Note, Text
from probata.document.rebuild import map_children
from probata.document.tree import Document


def changed(document: Document, number: int) -> Document:
    """Return the document with that many changes, spread evenly over its paragraphs, headings and tables."""
    places = sum(1 for block in document.blocks if isinstance(block, Paragraph | Heading | Table | ListBlock | Box))
    return replace(document, blocks=tuple(_Changer(number, max(places // number, 1)).blocks(document.blocks)))


Change = Callable[[Paragraph, int], Blocks]


class _Changer:
    def __init__(self, number: int, step: int) -> None:
        self._left, self._step, self._met, self.made = number, step, 0, 0
        self._of_paragraphs = cycle(OF_PARAGRAPHS)
        self._of_tables = cycle(OF_TABLES)

    def blocks(self, blocks: Blocks) -> Iterator[Block]:
        """Give the blocks, every so many of them changed."""
        for block in blocks:
            self._met += isinstance(block, Paragraph | Heading | Table | ListBlock | Box)
            if (
                not self._left
                or self._met % self._step
                or not isinstance(block, Paragraph | Heading | Table | ListBlock)
            ):
                yield block
                continue
            self._left -= 1
            self.made += 1
            yield from self._change(block)

    def _change(self, block: Block) -> Blocks:
        match block:
            case Paragraph():
                return next(self._of_paragraphs)(block, self.made)
            case Heading():
                return (replace(block, inlines=_with_word(block.inlines, self.made)),)
            case Table():
                return (next(self._of_tables)(block, self.made),)
            case ListBlock(items=(first, *rest)):
                return (replace(block, items=(tuple(self._in_item(first)), *rest)),)
            case _:
                return (block,)

    def _in_item(self, item: Blocks) -> Iterator[Block]:
        for block in item:
            yield (
                replace(block, inlines=_with_word(block.inlines, self.made)) if isinstance(block, Paragraph) else block
            )


def _word(paragraph: Paragraph, number: int) -> Blocks:
    return (replace(paragraph, inlines=_with_word(paragraph.inlines, number)),)


def _longer(paragraph: Paragraph, number: int) -> Blocks:
    return (replace(paragraph, inlines=(*paragraph.inlines, Text(f" Added sentence {number}."))),)


def _removed(paragraph: Paragraph, number: int) -> Blocks:
    return ()


def _before(paragraph: Paragraph, number: int) -> Blocks:
    return (Paragraph((Text(f"A paragraph that is new, number {number}."),), Role.BODY), paragraph)


def _note_added(paragraph: Paragraph, number: int) -> Blocks:
    note = Note(f"added-{number}", (Paragraph((Text(f"A note that is new, number {number}."),)),))
    return (replace(paragraph, inlines=(*paragraph.inlines, note)),)


def _note_removed(paragraph: Paragraph, number: int) -> Blocks:
    notes = [inline for inline in paragraph.inlines if isinstance(inline, Note)]
    if not notes:
        return _word(paragraph, number)
    return (replace(paragraph, inlines=tuple(one for one in paragraph.inlines if one is not notes[0])),)


def _note_changed(paragraph: Paragraph, number: int) -> Blocks:
    def change(inline: Inline) -> Inline:
        if not isinstance(inline, Note) or not isinstance(inline.blocks[0], Paragraph):
            return inline
        first = replace(inline.blocks[0], inlines=_with_word(inline.blocks[0].inlines, number))
        return replace(inline, blocks=(first, *inline.blocks[1:]))

    inlines = tuple(change(one) for one in paragraph.inlines)
    return (replace(paragraph, inlines=inlines if inlines != paragraph.inlines else _with_word(inlines, number)),)


def _cell(table: Table, number: int) -> Table:
    row = table.rows[len(table.rows) // 2]
    first, *rest = row.cells
    blocks = tuple(
        replace(block, inlines=_with_word(block.inlines, number)) if isinstance(block, Paragraph) else block
        for block in first.blocks
    )
    return _with_rows(table, table.rows, replace(row, cells=(replace(first, blocks=blocks), *rest)))


def _with_rows(table: Table, rows: tuple[Row, ...], new: Row) -> Table:
    middle = len(rows) // 2
    return replace(table, rows=(*rows[:middle], new, *rows[middle + 1 :]))


def _row_removed(table: Table, number: int) -> Table:
    return replace(table, rows=table.rows[:-1]) if len(table.rows) > 1 else _cell(table, number)


def _row_added(table: Table, number: int) -> Table:
    row = table.rows[0]
    cells = tuple(replace(cell, blocks=(Paragraph((Text(f"New {number}"),)),)) for cell in row.cells)
    return replace(table, rows=(row, replace(row, cells=cells), *table.rows[1:]))


def _caption(table: Table, number: int) -> Table:
    return replace(table, caption=_with_word(table.caption, number)) if table.caption else _cell(table, number)


OF_PARAGRAPHS: tuple[Change, ...] = (_word, _note_changed, _longer, _note_removed, _removed, _note_added, _before)
OF_TABLES: tuple[Callable[[Table, int], Table], ...] = (_caption, _cell, _row_added, _row_removed)


def _with_word(inlines: Inlines, number: int) -> Inlines:
    """Put other words for the first long word of the text; a text without one gets the words at its end."""
    done = False

    def change(inside: Inlines) -> Inlines:
        nonlocal done
        made: list[Inline] = []
        for inline in inside:
            long = [word for word in inline.text.split() if len(word) > 4] if isinstance(inline, Text) else []
            if done:
                made.append(inline)
            elif isinstance(inline, Text) and long:
                done = True
                made.append(replace(inline, text=inline.text.replace(long[-1], f"other words {number}", 1)))
            else:
                made.append(inline if isinstance(inline, Note) else map_children(inline, change))
        return tuple(made)

    found = change(inlines)
    return found if done else (*found, Text(f" more words {number}"))
