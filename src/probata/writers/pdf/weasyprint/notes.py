"""Notes in the PDF: the mark, and right after it the note that the layout moves to the page's foot."""

from __future__ import annotations

from collections.abc import Sequence

from probata.document.inlines import Note
from probata.writers.html.context import Context, note_id
from probata.writers.html.element import Child, Element, element
from probata.writers.html.inlines import render_inlines
from probata.writers.html.notes import note_mark, note_number, note_paragraphs


def mark_and_note(note: Note, context: Context) -> Sequence[Child]:
    """Place the mark and the note. A mark inside a link follows it, so links are allowed here."""
    return (note_mark(note), _note(note, context))


def _note(note: Note, context: Context) -> Element:
    """Make the note of spans: a block inside a paragraph would move the note into the text."""
    children: list[Child] = [note_number(note)]
    for place, inlines in enumerate(note_paragraphs(note)):
        if place == 0:
            children += render_inlines(inlines, context)
        else:
            children.append(element("span", render_inlines(inlines, context), {"class": "further"}))
    return element("span", children, {"class": "note", "id": note_id(note.id)})
