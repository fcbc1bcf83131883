"""Notes in HTML: the mark in the text, and the list of notes with links back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from probata.document.blocks import Paragraph
from probata.document.inlines import Inlines, Note
from probata.writers.format import WriteError
from probata.writers.html.context import Context, mark_id, note_id
from probata.writers.html.element import Child, Element, element
from probata.writers.html.inlines import render_inlines


def note_mark(note: Note) -> Element:
    """Make the mark that stands in the text and leads to the note."""
    attributes = {"id": mark_id(note.id), "href": f"#{note_id(note.id)}", "role": "doc-noteref"}
    return element("sup", [element("a", [str(note.number)], attributes)], {"class": "mark"})


def mark_only(note: Note, context: Context) -> Sequence[Child]:
    """Place the mark alone, for documents whose notes stand elsewhere."""
    del context
    return (note_mark(note),)


def note_number(note: Note) -> Element:
    """Make the number before a note's text, which leads back to the mark."""
    attributes = {"class": "number", "href": f"#{mark_id(note.id)}", "role": "doc-backlink"}
    return element("a", [f"{note.number} "], attributes)


def note_paragraphs(note: Note) -> Iterator[Inlines]:
    """Give the lines of each paragraph of a note.

    Raises `WriteError` for anything but paragraphs, since a note at the foot of a page cannot hold it.
    """
    for block in note.blocks:
        if not isinstance(block, Paragraph):
            raise WriteError(f"note {note.number} holds something else than paragraphs")
        yield block.inlines


def notes_section(notes: Iterable[Note], context: Context) -> Element:
    """List the notes under their title, each with a link back to its mark."""
    title = element("p", [context.meta.label("notes")], {"class": "notes-title"})
    items = element("ol", (_note_item(note, context) for note in notes))
    attributes = {"class": "notes", "role": "doc-endnotes", "aria-label": context.meta.label("notes")}
    return element("section", [title, items], attributes)


def _note_item(note: Note, context: Context) -> Element:
    paragraphs = [element("p", render_inlines(inlines, context)) for inlines in note_paragraphs(note)]
    item = element("li", [note_number(note)], {"id": note_id(note.id), "role": "doc-endnote"})
    item.append(element("div", paragraphs, {"class": "note-text"}))
    return item
