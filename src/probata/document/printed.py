"""A document as lines of print: what each says, and which record every character of it comes from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, assert_never

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
    Table,
)
from probata.document.identity import comes_from
from probata.document.inlines import CrossRef, Gap, Inline, Inlines, LineBreak, Note, NoteRef, Text
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.document.walk import child_inlines, inlines_in_order, walk_blocks

MARK: Final = "￼"
"""Stands for what is no text: the mark of a note, a reference, a number that a program counts, a picture."""

ENTRIES: Final = frozenset({Role.AUTHORITY, Role.BIBLIOGRAPHY})
"""Paragraphs whose words the citation stage writes."""

_NAMED: Final = (Paragraph, Heading, Table, Picture)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of one origin, or one thing that is no text; `origin` is `None` where a template says them."""

    text: str
    origin: Origin | None = None
    inline: Inline | None = None
    """The inline that a `MARK` stands for; `None` for text and for what the program counts."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """What one paragraph of the finished document says."""

    stretches: tuple[Stretch, ...]
    origin: Origin | None
    """The record that the line as a whole comes from."""

    under: str = ""
    """The last heading above it."""

    is_citation: bool = False
    """Whether it is an entry of a list of sources or authorities, written by the style of citation."""

    is_alone: bool = False
    """Whether no further paragraph can belong to it: a heading, a caption, the name below a quotation."""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(stretch.text for stretch in self.stretches)


def printed_lines(document: Document) -> list[PrintedLine]:
    """Return the lines in the order of print, without empty ones and without the contents, which repeat headings."""
    walk = _Walk(document.meta, _targets(document))
    walk.blocks(document.blocks, None)
    return [line for line in walk.lines if line.text.strip()]


def _targets(document: Document) -> frozenset[str]:
    named = (block.id for block in walk_blocks(document.blocks) if isinstance(block, _NAMED))
    notes = (inline.id for inline in inlines_in_order(document.blocks) if isinstance(inline, Note))
    return frozenset((*named, *notes)) - {""}


class _Walk:
    def __init__(self, meta: Meta, targets: frozenset[str]) -> None:
        self.meta, self.targets = meta, targets
        self.lines: list[PrintedLine] = []
        self.under = ""

    def blocks(self, blocks: Blocks, around: Origin | None) -> None:
        for block in blocks:
            self._block(block, around)

    def _block(self, block: Block, around: Origin | None) -> None:
        match block:
            case Paragraph(inlines=inlines):
                is_entry = block.role in ENTRIES
                self._line(stretches(inlines, self.targets), comes_from(inlines, block, around), is_entry)
            case Heading(inlines=inlines):
                self._line(stretches(inlines, self.targets), comes_from(inlines, block, around), is_alone=True)
                self.under = self.lines[-1].text if self.lines else ""
            case ListBlock(items=items):
                for item in items:
                    self.blocks(item, around)
            case Quote(attribution=attribution):
                self.blocks(block.blocks, block.origin or around)
                origin = comes_from(attribution, block, around)
                self._line(stretches(attribution, self.targets), origin, is_alone=True)
            case Table():
                self._table(block, around)
            case Picture():
                self._line([Stretch(MARK, block.origin)], block.origin, is_alone=True)
                self._caption(block, "figure", around)
            case Box(blocks=blocks):
                self.blocks(blocks, around)
            case Contents(title=title, entries=entries):
                self._line(stretches(title, self.targets) if entries else [], None)
            case PageBreak():
                return
            case _:
                assert_never(block)

    def _table(self, table: Table, around: Origin | None) -> None:
        self._caption(table, "table", around)
        for row in (*table.header, *table.rows):
            for cell in row.cells:
                self.blocks(cell.blocks, row.origin or table.origin or around)

    def _caption(self, block: Table | Picture, label: str, around: Origin | None) -> None:
        counted = [Stretch(f"{self.meta.label(label)} "), Stretch(MARK), Stretch(f"{self.meta.colon} ")]
        if block.caption:
            said = stretches(block.caption, self.targets)
            origin = comes_from(block.caption, block, around)
            self._line([*(counted if block.number else []), *said], origin, is_alone=True)

    def _line(
        self, found: list[Stretch], origin: Origin | None, is_citation: bool = False, is_alone: bool = False
    ) -> None:
        self.lines.append(PrintedLine(tuple(found), origin, self.under, is_citation, is_alone))


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
                yield Stretch(f"[{text}]", origin, inline)
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
