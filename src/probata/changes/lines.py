"""The lines of a document: paragraphs, headings, captions, attributions, and the paragraphs in cells, boxes and lists.

Each has a slot, which is its place among all of them, those without words included. Contents repeat headings and have
none. `rebuild.py` goes the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import assert_never

from probata.changes.atoms import printed
from probata.citation.marks import merge_citations, notes_from_citations
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
from probata.document.identity import Bearer, comes_from
from probata.document.inlines import CrossRef, Inlines, Text
from probata.document.origin import Origin
from probata.document.tree import Meta

_LEAD = Origin("program", "label")
"""Where what stands before a caption comes from, so that it is told from the caption."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, with its marks where the finished document has them."""

    slot: int
    parent: int
    """What tells the lines that stand directly in one thing, such as a cell, from others."""

    inlines: Inlines
    origin: Origin | None
    """The record and field that it comes from, as `comes_from` tells it."""

    text: str
    """What it prints."""

    lead: Inlines = ()
    """What is printed before a caption: its word and number."""

    takes_more: bool = True
    """Whether further paragraphs may follow it: headings, captions and attributions are one line."""

    is_further: bool = False
    """Whether it is such a further paragraph, and no block of the document yet."""

    is_changed: bool = False

    @property
    def with_lead(self) -> Inlines:
        """The line as it stands on the page, what the program prints before a caption included."""
        return (*self.lead, *self.inlines)


@dataclass(slots=True)
class Lines:
    """Goes through a document once and gives its lines."""

    meta: Meta
    mark_after: str
    """Punctuation that the marks of notes follow in the document's language."""

    is_wanted: Callable[[Block], bool]
    slots: count[int]
    parents: count[int]

    def of(self, blocks: Blocks, around: tuple[Bearer, ...] = ()) -> Iterator[Line]:
        """Give the lines of blocks that have words; `around` are what the blocks stand in, the innermost first."""
        parent = next(self.parents)
        for block in blocks:
            yield from self._block(block, around, parent)

    def _block(self, block: Block, around: tuple[Bearer, ...], parent: int) -> Iterator[Line]:
        match block:
            case Paragraph():
                yield from self._line(block.inlines, (block, *around), parent, self.is_wanted(block))
            case Heading():
                yield from self._fixed(block.inlines, block, around, parent)
            case ListBlock():
                for item in block.items:
                    yield from self.of(item, around)
            case Quote():
                yield from self.of(block.blocks, (block, *around))
                yield from self._fixed(block.attribution, block, around, parent)
            case Table():
                yield from self._fixed(block.caption, block, around, parent, "table")
                for row in (*block.header, *block.rows):
                    for cell in row.cells:
                        yield from self.of(cell.blocks, (row, block, *around))
            case Picture():
                yield from self._fixed(block.caption, block, around, parent, "figure")
            case Box():
                yield from self.of(block.blocks, around)
            case Contents() | PageBreak():
                return
            case _:
                assert_never(block)

    def _fixed(
        self, inlines: Inlines, block: Heading | Quote | Table | Picture, around: tuple[Bearer, ...], parent: int,
        word: str = "",
    ) -> Iterator[Line]:  # fmt: skip
        lead = self._lead(word, block.number) if isinstance(block, Table | Picture) and block.number else ()
        found = self._line(inlines, (block, *around), parent, self.is_wanted(block))
        yield from (replace(line, takes_more=False, lead=lead) for line in found)

    def _lead(self, word: str, number: int) -> Inlines:
        """Return `Table 3: `, whose number is a field in Word."""
        label, colon = Text(f"{self.meta.label(word)} ", _LEAD), Text(f"{self.meta.colon} ", _LEAD)
        return label, CrossRef("", text=str(number)), colon

    def _line(
        self, inlines: Inlines, around: tuple[Bearer | None, ...], parent: int, is_wanted: bool
    ) -> Iterator[Line]:
        slot = next(self.slots)
        if not is_wanted:
            return
        placed = notes_from_citations(merge_citations(inlines), self.mark_after)
        if text := printed(placed):
            yield Line(slot, parent, placed, comes_from(inlines, *around), text)


def lines_of(blocks: Blocks, meta: Meta, mark_after: str, is_wanted: Callable[[Block], bool]) -> tuple[Line, ...]:
    """Return the lines of a document that have words, as its finished Word file shows them."""
    return tuple(Lines(meta, mark_after, is_wanted, count(), count()).of(blocks))
