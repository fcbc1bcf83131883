"""The footnotes part: the text of every note whose mark was written."""

from __future__ import annotations

from dataclasses import replace

from docx.parts.story import StoryPart

from probata.document.inlines import Note
from probata.word.elements import Element, P, add, make
from probata.writers.docx.authorities import add_mark
from probata.writers.docx.blocks import write_blocks
from probata.writers.docx.faces import Face, add_run, add_text
from probata.writers.docx.paragraphs import write_paragraph
from probata.writers.docx.places import Place
from probata.writers.docx.state import State
from probata.writers.docx.style_names import NOTE_MARK, NOTE_TEXT


def write_notes(part: StoryPart, state: State) -> None:
    """Fill the part, which has its separators, with the notes in the order of their marks."""
    inside = replace(state, part=part, in_note=True)
    for id_, note in enumerate(state.notes, 1):
        _write_note(add(part.element, "footnote", id=id_), note, inside)


def _write_note(footnote: Element, note: Note, state: State) -> None:
    write_blocks(footnote, note.blocks, Place(NOTE_TEXT, width=state.text_width), state)
    if len(footnote) == 0 or footnote[0].tag != P:
        footnote.insert(0, write_paragraph(make("footnote"), (), NOTE_TEXT, state))
    holder = make("p")
    add_run_of_mark(holder, state)
    for offset, run in enumerate(list(holder)):
        footnote[0].insert(1 + offset, run)
    for mark in state.marks.get(note.id, ()):
        add_mark(footnote[-1] if footnote[-1].tag == P else footnote[0], mark)


def add_run_of_mark(paragraph: Element, state: State) -> None:
    """Add the note's own number and the space after it."""
    face = Face(style=state.styles.id_of(NOTE_MARK, "character"))
    add(add_run(paragraph, face), "footnoteRef")
    add_text(paragraph, " ", state.face)
