"""A document as lines of print: what each says, and which record every character of it comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Final, Literal, assert_never

from probata.diagnostics.value import value
from probata.document.anchors import EVIDENCE_SCHEDULE, MATRIX
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
    Role,
    Row,
    Table,
)
from probata.document.identity import Bearer, comes_from
from probata.document.inlines import CrossRef, Gap, Inline, Inlines, LineBreak, Note, NoteRef, Text
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.document.walk import child_inlines, inlines_in_order, walk_blocks

# The lines of a tree in the order of print, whatever they say: one walk for all who read or change what is printed.
# A line is a paragraph, a heading, a caption, a picture, the name below a quotation, or the title of the contents.
# Those in cells, boxes, quotations and lists are lines too.

Part = Literal["paragraph", "heading", "attribution", "caption", "picture", "contents"]


@dataclass(frozen=True, slots=True)
class TreeLine:
    """One line, with nothing in it where its part of the block has no words."""

    part: Part
    block: Paragraph | Heading | Quote | Table | Picture | Contents
    """The block that it is, or a part of."""

    inlines: Inlines
    around: tuple[Bearer, ...]
    """The block and what that stands in, the innermost first; none for the contents, which repeat headings."""

    parent: int
    """What tells the lines that stand directly in one thing, such as a cell, from others."""

    @property
    def origin(self) -> Origin | None:
        """The record and field that it comes from, as `comes_from` tells it."""
        return comes_from(self.inlines, *self.around) if self.around else None


def lines_in(blocks: Blocks) -> Iterator[TreeLine]:
    """Give the lines of blocks, those without words included; contents without entries have a title without words."""
    return _lines(blocks, (), count())


def _lines(blocks: Blocks, around: tuple[Bearer, ...], parents: count[int]) -> Iterator[TreeLine]:
    parent = next(parents)
    for block in blocks:
        yield from _of_block(block, around, parent, parents)


def _of_block(block: Block, around: tuple[Bearer, ...], parent: int, parents: count[int]) -> Iterator[TreeLine]:
    match block:
        case Paragraph() | Heading():
            part: Part = "paragraph" if isinstance(block, Paragraph) else "heading"
            yield TreeLine(part, block, block.inlines, (block, *around), parent)
        case ListBlock():
            for item in block.items:
                yield from _lines(item, around, parents)
        case Quote():
            yield from _lines(block.blocks, (block, *around), parents)
            yield TreeLine("attribution", block, block.attribution, (block, *around), parent)
        case Table():
            yield TreeLine("caption", block, block.caption, (block, *around), parent)
            yield from _of_rows(block, around, parents)
        case Picture():
            yield TreeLine("picture", block, (), (block,), parent)
            yield TreeLine("caption", block, block.caption, (block, *around), parent)
        case Box():
            yield from _lines(block.blocks, around, parents)
        case Contents():
            yield TreeLine("contents", block, block.title if block.entries else (), (), parent)
        case PageBreak():
            return
        case _:
            assert_never(block)


def _of_rows(table: Table, around: tuple[Bearer, ...], parents: count[int]) -> Iterator[TreeLine]:
    for row in (*table.header, *table.rows):
        for cell in row.cells:
            yield from _lines(cell.blocks, (row, table, *around), parents)


MARK: Final = "￼"
"""Stands for what is no text: the mark of a note, a reference, a number that a program counts, a picture."""

ENTRIES: Final = frozenset({Role.AUTHORITY, Role.BIBLIOGRAPHY})
"""Paragraphs whose words the citation stage writes."""

_NAMED: Final = (Paragraph, Heading, Table, Picture)


@value()
class Stretch:
    """Characters of one origin, or one thing that is no text; `origin` is `None` where a template says them."""

    text: str
    origin: Origin | None = None
    inline: Inline | None = None
    """The inline that a `MARK` stands for; `None` for text and for what the program counts."""


@value()
class PrintedLine:
    """What one paragraph of the finished document says."""

    stretches: tuple[Stretch, ...]
    origin: Origin | None
    """The record that the line as a whole comes from."""

    under: str = ""
    """The last heading above it."""

    is_citation: bool = False
    """Whether it is an entry of a list of works, or printed of itself in the schedule or the matrix."""

    is_alone: bool = False
    """Whether no further paragraph can belong to it: a heading, a caption, the name below a quotation."""

    row: Origin | None = None
    """What the row of a table is printed from in which it stands, such as a record; `None` outside of one."""

    anchor: str = ""
    """By which references lead to it; empty for a caption and where nothing refers to it."""

    text: str = field(init=False, repr=False, compare=False)
    """Its characters."""

    def __post_init__(self) -> None:
        """Put the stretches together once: a line is compared many times."""
        object.__setattr__(self, "text", "".join([stretch.text for stretch in self.stretches]))

    def says(self, origin: Origin) -> bool:
        """Tell whether words of it come from a field of a record."""
        return any(one.origin == origin and one.text.strip() not in ("", MARK) for one in self.stretches)


def printed_lines(document: Document) -> list[PrintedLine]:
    """Return the lines in the order of print, without empty ones and without the contents, which repeat headings."""
    named = (block.id for block in walk_blocks(document.blocks) if isinstance(block, _NAMED))
    notes = (inline.id for inline in inlines_in_order(document.blocks) if isinstance(inline, Note))
    targets = frozenset((*named, *notes)) - {""}
    found: list[PrintedLine] = []
    under = ""
    for line in lines_in(document.blocks):
        said = tuple(_of_line(line, document.meta, targets))
        is_entry = isinstance(line.block, Paragraph) and line.block.role in ENTRIES
        is_filled = any(isinstance(one, Table) and one.id in (EVIDENCE_SCHEDULE, MATRIX) for one in line.around)
        is_citation = is_entry or (is_filled and not any(one.origin for one in said))
        row = next((one.origin for one in line.around if isinstance(one, Row)), None)
        anchor = line.block.id if isinstance(line.block, Paragraph | Heading) else ""
        is_alone = line.part not in ("paragraph", "contents")
        printed = PrintedLine(said, line.origin, under, is_citation, is_alone, row, anchor)
        under = printed.text if line.part == "heading" else under
        found += [printed] if printed.text.strip() else []
    return found


def _of_line(line: TreeLine, meta: Meta, targets: Collection[str]) -> Iterator[Stretch]:
    if line.part == "picture":
        yield Stretch(MARK, line.origin)
    if line.part == "caption" and line.inlines and isinstance(line.block, Table | Picture) and line.block.number:
        label = "table" if isinstance(line.block, Table) else "figure"
        yield from (Stretch(f"{meta.label(label)} "), Stretch(MARK), Stretch(f"{meta.colon} "))
    yield from stretches(line.inlines, targets)


def stretches(inlines: Inlines, targets: Collection[str] | None = None) -> list[Stretch]:
    """Return a line of inlines as it is printed.

    What refers to none of the `targets`, where they are given, is plain text.
    """
    return list(_stretches(inlines, targets))


def _stretches(inlines: Inlines, targets: Collection[str] | None) -> Iterator[Stretch]:
    before: Inline | None = None
    for inline in inlines:
        match inline:
            case Text(text=text, origin=origin):
                yield Stretch(text, origin)
            case Gap(text=text, origin=origin):
                yield Stretch(f"[{text}]", None if origin and origin.is_section else origin, inline)
            case LineBreak():
                yield Stretch("\n")
            case CrossRef(text=text, target=target) if not text or (targets is not None and target not in targets):
                yield Stretch(text)
            case NoteRef(number=number, target=target) if targets is not None and target not in targets:
                yield Stretch(str(number))
            case _ if inner := child_inlines(inline):
                yield from _stretches(inner, targets)
            case _:
                if isinstance(inline, Note) and isinstance(before, Note):
                    yield Stretch("\u00a0")  # two marks are kept apart
                yield Stretch(MARK, getattr(inline, "origin", None), inline)
        before = inline
