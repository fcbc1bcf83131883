"""Inlines to runs, links, fields and the marks of notes."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE

from probata.document.between_marks import BETWEEN_MARKS
from probata.document.blocks import Picture, Table
from probata.document.inlines import (
    Cite,
    CrossRef,
    Emph,
    Gap,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    Note,
    NoteRef,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
    Underline,
)
from probata.word.elements import R_ID, Element, add
from probata.writers.docx.faces import Face, add_run, add_text
from probata.writers.docx.fields import add_field
from probata.writers.docx.state import State
from probata.writers.docx.style_names import GAP, LINK, NOTE_MARK
from probata.writers.format import WriteError


def write_inlines(parent: Element, inlines: Inlines, face: Face, state: State) -> None:
    """Add inlines to a paragraph or a link; a comma parts marks of notes that touch each other."""
    before: Inline | None = None
    for inline in inlines:
        if isinstance(inline, Text):
            add_text(parent, inline.text, face)
        else:
            if isinstance(before, Note) and isinstance(inline, Note):
                add_text(parent, BETWEEN_MARKS, _face_of_mark(state))
            _write(parent, inline, face, state)
        before = inline


def _write(parent: Element, inline: Inline, face: Face, state: State) -> None:
    match inline:
        case Text(text=text):
            add_text(parent, text, face)
        case LineBreak():
            add(add_run(parent, face), "br")
        case Gap(text=text):
            add_text(parent, f"[{text}]", replace(face, style=state.styles.id_of(GAP, "character")))
        case Link():
            _write_link(parent, inline, face, state)
        case Note():
            _write_mark(parent, inline, state)
        case NoteRef() | CrossRef():
            _write_reference(parent, inline, face, state)
        case Cite():
            raise WriteError("a citation reached the Word writer without its note: cite before writing")
        case _:
            write_inlines(parent, inline.inlines, _inside(inline, face, state), state)


def _inside(
    inline: Emph | Strong | SmallCaps | Underline | Superscript | Subscript | Language, face: Face, state: State
) -> Face:
    match inline:
        case Emph():
            return _marked(face, "Emphasis", replace(face, italic=True), state)
        case Strong():
            return _marked(face, "Strong", replace(face, bold=True), state)
        case SmallCaps():
            return replace(face, small_caps=True)
        case Underline():
            return replace(face, underline=True)
        case Superscript():
            return replace(face, position="superscript")
        case Subscript():
            return replace(face, position="subscript")
        case Language(lang=lang):
            return replace(face, language=lang)
        case _:
            assert_never(inline)


def _marked(face: Face, style: str, otherwise: Face, state: State) -> Face:
    """Mark by a character style; a run has room for one, so what comes on top is a property."""
    id_ = state.styles.id_of(style, "character")
    if face.style in ("", id_):
        return replace(face, style=id_)
    return otherwise


def _write_link(parent: Element, link: Link, face: Face, state: State) -> None:
    hyperlink = add(parent, "hyperlink", history="1")
    hyperlink.set(R_ID, state.part.relate_to(link.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    style = state.styles.id_of(LINK, "character")
    write_inlines(hyperlink, link.inlines, replace(face, style=style), state)


def _write_mark(parent: Element, note: Note, state: State) -> None:
    """Add a note's mark. Its id counts the marks: LibreOffice pairs sorted ids with marks in their order."""
    if state.in_note:
        raise WriteError(f"note `{note.id}` stands inside another note, which Word cannot hold")
    state.notes.append(note)
    with state.bookmarks.around(parent, state.bookmark_of_note(note.id)):
        add(add_run(parent, _face_of_mark(state)), "footnoteReference", id=len(state.notes))


def _face_of_mark(state: State) -> Face:
    return Face(style=state.styles.id_of(NOTE_MARK, "character"))


def _write_reference(parent: Element, reference: NoteRef | CrossRef, face: Face, state: State) -> None:
    """Add a live number. One that leads nowhere is plain text: Word would print an error in its place."""
    if isinstance(reference, NoteRef):
        instruction, text = _note_instruction(reference, state), str(reference.number)
    else:
        instruction, text = _instruction(reference, state), reference.text
    if instruction:
        add_field(parent, instruction, text, face)
    elif text:
        add_text(parent, text, face)


def _note_instruction(reference: NoteRef, state: State) -> str:
    name = state.bookmark_of_note(reference.target)
    return f"NOTEREF {name} \\h" if name else ""


def _instruction(reference: CrossRef, state: State) -> str:
    r"""Return the `REF` instruction.

    `\n` gives the number of a paragraph as it stands there without its final stop, which is what the tree
    holds; `\r` would give `2(a)` for a letter under another paragraph. `\w`, with all levels above, where the
    tree holds more than the paragraph shows. The bookmark of a table or a picture encloses its number alone,
    and that of an exhibit its mark.
    """
    target, name = state.targets.get(reference.target), state.bookmark_of(reference.target)
    if target is None or not reference.text:
        return ""
    if isinstance(target, Table | Picture) or reference.kind == "exhibit":
        return f"REF {name} \\h"
    switch = "\\n" if reference.text == target.number else "\\w"
    return f"REF {name} {switch} \\h"
