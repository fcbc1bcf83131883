"""What the rendering of a block or inline needs to know of the rest of the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from probata.document.blocks import Heading, Paragraph, Picture, Table
from probata.document.inlines import Note
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order, walk_blocks
from probata.writers.html.element import Child, Element
from probata.writers.svg_source import checked_svg


@dataclass(frozen=True, slots=True)
class Context:
    """The same for a whole document, but for `links`."""

    meta: Meta
    targets: frozenset[str]
    """Ids that a link may point at; a reference to any other is printed without a link."""

    place_note: Callable[[Note, Context], Sequence[Child]]
    """Gives what stands where a note's mark stands: the mark alone, or the mark and the note."""

    draw: Callable[[Picture], Element] = checked_svg
    """Gives the element of a picture, with its alternative text."""

    links: bool = True
    """False inside a link, since HTML knows no link within a link."""

    def without_links(self) -> Context:
        """Return the same for what stands inside a link."""
        return replace(self, links=False)


def note_id(identity: str) -> str:
    """Return the id of a note's text; the stop keeps it apart from ids of blocks."""
    return f"note.{identity}"


def mark_id(identity: str) -> str:
    """Return the id of a note's mark."""
    return f"mark.{identity}"


def link_targets(document: Document) -> frozenset[str]:
    """Collect every id of the tree that may be linked to, those of notes as `note_id` gives them."""
    named = (
        block for block in walk_blocks(document.blocks) if isinstance(block, Paragraph | Heading | Table | Picture)
    )
    notes = (inline for inline in inlines_in_order(document.blocks) if isinstance(inline, Note))
    return frozenset({block.id for block in named if block.id} | {note_id(note.id) for note in notes})
