"""Inlines to runs, links, fields and the marks of notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE

from probata.document.blocks import Block, Blocks, Paragraph, Picture, Role, Table
from probata.document.inlines import (
    BETWEEN_MARKS,
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
from probata.document.tree import AuthorityMark, Document
from probata.word.elements import R_ID, XML_SPACE, Element, add
from probata.writers.docx.runs import PLAIN, Face, add_field, add_run, add_text, close_field, open_field
from probata.writers.docx.state import State
from probata.writers.docx.style_sheet import GAP, LINK, NOTE_MARK
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


# Marks of authorities in notes, and the field that gathers them with pages: `TA` and `TOA` (ISO/IEC 29500-1, 17.16.5).
# A `TA` field shows nothing. A program that is told to refresh a `TOA` field gathers the marks of its category and
# their pages, and what we wrote inside the field falls; so it is there only where the forum wants pages.

_LONGEST = 255
"""Characters that Word takes in the argument of a field."""


def marks_by_note(document: Document) -> Mapping[str, tuple[AuthorityMark, ...]]:
    """Return what each note cites, by its id."""
    found: dict[str, tuple[AuthorityMark, ...]] = {}
    for mark in document.authority_marks:
        found[mark.note] = (*found.get(mark.note, ()), mark)
    return found


def add_mark(paragraph: Element, mark: AuthorityMark) -> None:
    """Add a `TA` field at the end of a paragraph."""
    add(add_run(paragraph, PLAIN), "fldChar", fldCharType="begin")
    code = add(add_run(paragraph, PLAIN), "instrText")
    code.set(XML_SPACE, "preserve")
    code.text = f' TA \\l "{_argument(mark.long)}" \\s "{_argument(mark.short)}" \\c {mark.category} '
    add(add_run(paragraph, PLAIN), "fldChar", fldCharType="end")


def frame_group(paragraph: Element, blocks: Blocks, index: int) -> None:
    """Put the field that gathers a category round the entries of its group; `paragraph` is that of `blocks[index]`."""
    if not _is_entry(blocks, index):
        return
    if not _is_entry(blocks, index - 1):
        category = sum(_is_group(block) for block in blocks[:index])
        held = [run for run in paragraph if not run.tag.endswith("}pPr")]
        open_field(paragraph, f'TOA \\h \\c "{max(category, 1)}" \\p')
        paragraph.extend(held)  # moves what the paragraph says behind the beginning of the field
    if not _is_entry(blocks, index + 1):
        close_field(paragraph)


def _is_entry(blocks: Blocks, index: int) -> bool:
    block = blocks[index] if 0 <= index < len(blocks) else None
    return isinstance(block, Paragraph) and block.role is Role.AUTHORITY


def _is_group(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.AUTHORITY_GROUP


def _argument(text: str) -> str:
    """Return text as the argument of a field: a backslash or a quotation mark would end it."""
    plain = " ".join(text.replace("\\", " ").replace('"', "”").split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
