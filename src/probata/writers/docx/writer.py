"""A document tree to a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from itertools import pairwise
from typing import Final, cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.story import StoryPart

from probata.diagnostics import Diagnostic, Severity
from probata.document.blocks import Block, Contents, Heading, PageBreak
from probata.document.inlines import Note
from probata.document.tree import Document, Meta
from probata.kept import Store
from probata.word.elements import Element, P, add, make
from probata.word.names import DIGITS
from probata.word.opc import OFFICE, keep_relationships, pack
from probata.writers.docx.blocks import write_blocks
from probata.writers.docx.furniture import centre_furniture, write_furniture
from probata.writers.docx.inlines import add_mark, marks_by_note
from probata.writers.docx.paragraphs import write_paragraph
from probata.writers.docx.reference.parts import app_part, custom_part
from probata.writers.docx.reference_file import ReferenceFile, end_section, open_reference, restart_notes, section_copy
from probata.writers.docx.runs import Face, add_run, add_text
from probata.writers.docx.state import Place, RunningNames, State, make_root, mark_of, note_ids_of, targets_of
from probata.writers.docx.style_sheet import NOTE_MARK, NOTE_TEXT
from probata.writers.format import WriteError, WriteOptions, Written
from probata.writers.pdf.typst.write import pages_of_headings

# The footnotes part: the text of every note whose mark was written.


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


# Document properties: from the case, nothing from the machine or the letterhead's author.

_LONGEST: Final = 255
"""Characters that Word shows of a property."""


def write_properties(package: Package, meta: Meta) -> None:
    """Put title, author, subject, language and date in place of those of the reference file."""
    keep_relationships(package, ("officeDocument",))
    part = CorePropertiesPart(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, CT_CoreProperties.new(), package
    )
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    package.relate_to(app_part(package), RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    texts = {"title": meta.title, "subject": meta.subject, "author": meta.author, "language": meta.language}
    for name, text in texts.items():
        if text:
            setattr(part.core_properties, name, text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
    if meta.created:
        part.core_properties.created = part.core_properties.modified = datetime.fromisoformat(meta.created)


def write_fingerprint(package: Package, mark: str) -> None:
    """Put in a property by which this very file is known again: a digest of all its parts and of the document's mark.

    Call it last. Nothing can be read from it; who made the file finds which one it was. With the mark it cannot be
    made from the file alone, to try what stood where somebody took out a word.
    """
    digest = sha256(f"{mark}\n".encode())
    for part in sorted(package.parts, key=lambda part: part.partname):
        digest.update(f"{part.partname}\n".encode())
        digest.update(part.blob)
    package.relate_to(custom_part(package, digest.hexdigest()[:DIGITS]), f"{OFFICE}custom-properties")


def write(document: Document, options: WriteOptions) -> Written:
    """Write the document as a Word file.

    Numbers of paragraphs, headings, tables and notes are Word's own, counted as the tree counts them, and
    every reference to one is a field that holds the right number already. The page is that of the layout,
    or that of `options.reference_docx` where there is one.

    Raises `WriteError` for a reference file that cannot be used, for a citation that no note has replaced,
    and for a note inside a note.
    """
    reference = _reference(document, options)
    state = _state(document, reference, _pages(document, options), options.store)
    write_furniture(reference.word, reference.section, state)
    if options.reference_docx is None:
        centre_furniture(reference.section, state)
    root = make_root()
    _write_body(add(root, "body"), document, reference, state)
    state.controls.put_in(state.names)
    write_notes(reference.notes(), state)
    state.part._element = cast(BaseOxmlElement, root)  # python-docx has no public name for it
    package = state.part.package
    write_properties(package, document.meta)
    write_fingerprint(package, state.names.mark)
    return Written(pack(package), tuple(_lacking(reference, options)), names=state.names.meanings)


def _reference(document: Document, options: WriteOptions) -> ReferenceFile:
    try:
        return open_reference(options.reference_docx, document)
    except WriteError as error:
        raise WriteError(str(error), options.reference_docx_path) from error


def _lacking(reference: ReferenceFile, options: WriteOptions) -> Iterator[Diagnostic]:
    """Say which styles a letterhead has not, since documents then have those of ours beside its own."""
    if options.reference_docx is None or not (names := reference.styles.added):
        return
    expected = ", ".join(f"`{name}`" for name in names)
    yield Diagnostic(
        "WRT102", "styles-not-in-letterhead", Severity.INFO,
        f"the letterhead has not {len(names)} of the styles of documents, and ours stand in for them: {expected}",
        None, "make in Word those that shall look otherwise; `probata new letterhead` has them all",
    )  # fmt: skip


def _pages(document: Document, options: WriteOptions) -> Mapping[str, int]:
    """Return the pages of headings where contents name them; a letterhead may have pages of another size."""
    has_contents = any(isinstance(block, Contents) and block.entries for block in document.blocks)
    return pages_of_headings(document) if has_contents and options.reference_docx is None else {}


def _state(document: Document, reference: ReferenceFile, pages: Mapping[str, int], store: Store | None) -> State:
    return State(
        meta=document.meta,
        styles=reference.styles,
        numbering=reference.numbering,
        part=reference.word.part,
        measures=reference.measures,
        targets=targets_of(document),
        note_ids=note_ids_of(document),
        names=RunningNames(mark_of(document)),
        marks=marks_by_note(document),
        pages=pages,
        store=store,
    )


def _write_body(body: Element, document: Document, reference: ReferenceFile, state: State) -> None:
    groups, section = [document.blocks], reference.section._sectPr
    if document.meta.note_numbering == "section":
        groups = _by_section(document.blocks)
        restart_notes(section, reference.settings)
    is_first = True
    for group in groups:
        if len(body):
            end_section(body, section, is_first=is_first, state=state)
            is_first = False
        write_blocks(body, group, Place(width=state.text_width), state)
    body.append(section_copy(section, is_first=is_first))


def _by_section(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    starts = [_above(blocks, i) for i, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 1]
    edges = [0, *(start for start in starts if start), len(blocks)]
    return [blocks[a:b] for a, b in pairwise(edges)]


def _above(blocks: tuple[Block, ...], index: int) -> int:
    while index and isinstance(blocks[index - 1], PageBreak):
        index -= 1
    return index
