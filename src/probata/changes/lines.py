"""The lines of a document that a change may be of: all but pictures and contents, which repeat headings.

Each has a slot, which is its place among all of them, those without words included. What changes some of them goes
the same way as `document/printed.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar, assert_never

from probata.changes.atoms import printed
from probata.citation.numbering import merge_citations, notes_from_citations
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
from probata.document.identity import comes_from
from probata.document.inlines import CrossRef, Inlines, Text
from probata.document.origin import Origin
from probata.document.printed import TreeLine, lines_in
from probata.document.rebuild import map_inner, same_or_new
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


def lines_of(blocks: Blocks, meta: Meta, mark_after: str, is_wanted: Callable[[TreeLine], bool]) -> tuple[Line, ...]:
    """Return the lines of a document that have words, as its finished Word file shows them.

    `mark_after` is the punctuation that the marks of notes follow in the document's language.
    """
    words = (line for line in lines_in(blocks) if line.part not in ("picture", "contents"))
    found = (_line(slot, line, meta, mark_after) for slot, line in enumerate(words) if is_wanted(line))
    return tuple(line for line in found if line.text)


def _line(slot: int, line: TreeLine, meta: Meta, mark_after: str) -> Line:
    placed = notes_from_citations(merge_citations(line.inlines), mark_after)
    is_paragraph = line.part == "paragraph"
    return Line(slot, line.parent, placed, line.origin, printed(placed), _lead(line, meta), takes_more=is_paragraph)


def _lead(line: TreeLine, meta: Meta) -> Inlines:
    """Return what stands before a caption, `Table 3: `; its number is a field in Word."""
    block = line.block
    if line.part != "caption" or not isinstance(block, Table | Picture) or not block.number:
        return ()
    label = Text(f"{meta.label('table' if isinstance(block, Table) else 'figure')} ", _LEAD)
    return label, CrossRef("", text=str(block.number)), Text(f"{meta.colon} ", _LEAD)


# A document with some of its lines changed. What does not change is the same object afterwards.

C = TypeVar("C", Table, Picture)
P = TypeVar("P", Paragraph, Heading)

Edits = Mapping[int, Sequence[Line]]
"""Slot → the lines that stand there now: none where it is left out, several where paragraphs were added."""


@dataclass(slots=True)
class Rebuilder:
    """Goes through the blocks as `lines_of` does, and puts in what was changed."""

    edits: Edits
    added: Mapping[int, Origin]
    """Slot → the change that added paragraphs there."""

    slots: count[int]

    def blocks(self, blocks: Blocks) -> Blocks:
        """Return the blocks with the changes in them; a container that holds nothing any more is left out."""
        return same_or_new(blocks, tuple(made for block in blocks for made in self._block(block)))

    def _block(self, block: Block) -> Blocks:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Heading():
                return tuple(_changed(block, inlines) for inlines in self._fixed(block.inlines))
            case ListBlock():
                items = same_or_new(block.items, tuple(made for item in block.items for made in self._item(item)))
                kept = block if items is block.items else replace(block, items=items)
                return (kept,) if items or not block.items else ()
            case Quote():
                return self._quote(block)
            case Table():
                return (map_inner(self._captioned(block), self.blocks),)
            case Picture():
                return (self._captioned(block),)
            case Box():
                inner = self.blocks(block.blocks)
                boxed = block if inner is block.blocks else replace(block, blocks=inner)
                return (boxed,) if inner or not block.blocks else ()
            case Contents() | PageBreak():
                return (block,)
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph) -> tuple[Paragraph, ...]:
        slot = next(self.slots)
        if slot not in self.edits:
            return (block,)
        further = replace(block, id="", number="", origin=self.added.get(slot, block.origin))
        return tuple(
            replace(further, inlines=line.inlines) if line.is_further
            else _changed(block, line.inlines) if line.is_changed else block
            for line in self.edits[slot]
        )  # fmt: skip

    def _fixed(self, inlines: Inlines) -> Iterator[Inlines]:
        slot = next(self.slots)
        yield from (line.inlines for line in self.edits[slot]) if slot in self.edits else (inlines,)

    def _item(self, item: Blocks) -> Iterator[Blocks]:
        """Give an item of a list, and one more for each paragraph added at its end: a list goes on as a list."""
        made = [self._block(block) for block in item]
        if item and isinstance(item[-1], Paragraph):
            *before, last = made
            first = (*(block for blocks in before for block in blocks), *last[:1])
            yield from (one for one in (first, *((block,) for block in last[1:])) if one)
        elif not item or (inner := tuple(block for blocks in made for block in blocks)):
            yield same_or_new(item, inner) if item else item

    def _quote(self, block: Quote) -> Blocks:
        inner = self.blocks(block.blocks)
        attribution = next(self._fixed(block.attribution), ())
        if not inner and not attribution:
            return ()
        is_same = inner is block.blocks and attribution is block.attribution
        return (block if is_same else replace(block, blocks=inner, attribution=attribution),)

    def _captioned(self, block: C) -> C:
        caption = next(self._fixed(block.caption), ())
        if caption is block.caption:
            return block
        return replace(block, caption=caption, origin=block.origin or comes_from(block.caption))


def _changed(block: P, inlines: Inlines) -> P:
    """Return a block with other words; what its texts said of where it comes from is said by the block from now on."""
    if inlines is block.inlines:
        return block
    return replace(block, inlines=inlines, origin=block.origin or comes_from(block.inlines))
