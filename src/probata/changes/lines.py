"""The lines of a document that a change may be of: all but pictures and contents, which repeat headings.

Each has a slot, which is its place among all of them, those without words included. `rebuild.py` goes the same way as
`document/lines.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from probata.changes.atoms import printed
from probata.citation.marks import merge_citations, notes_from_citations
from probata.document.blocks import Blocks, Picture, Table
from probata.document.inlines import CrossRef, Inlines, Text
from probata.document.lines import TreeLine, lines_in
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
