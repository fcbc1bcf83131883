"""A document whose notes begin again at each heading of the first level."""

from __future__ import annotations

from tests.writers.docx_file import LABELS, document_of, paragraph

from probata.document.blocks import Cell, Heading, Row, Table
from probata.document.inlines import Note, NoteRef
from probata.document.tree import Document, Meta


def section_document() -> Document:
    """Return three sections with two, one and two notes; the second ends in a table."""
    meta = Meta("Sections", labels=LABELS, note_numbering="section")
    table = Table((1,), (), (Row((Cell((paragraph("a cell"),)),)),))
    return document_of(
        paragraph("Before the first heading", _note("before", 1), "."),
        Heading(1, paragraph("One").inlines, "one", number="A"),
        paragraph("First", _note("a", 1), " and second", _note("b", 2), "."),
        Heading(2, paragraph("Within").inlines, "one-1", number="A.1"),
        paragraph("Third", _note("c", 3), "."),
        Heading(1, paragraph("Two").inlines, "two", number="B"),
        paragraph("Again first", _note("d", 1), ", see (n ", NoteRef("b", 2), ")."),
        table,
        Heading(1, paragraph("Three").inlines, "three", "none"),
        paragraph("Once more", _note("e", 1), "."),
        meta=meta,
    )


def _note(name: str, number: int) -> Note:
    return Note(name, (paragraph(f"Text of note {name}."),), number)
