"""A document tree to a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import cast

from docx.oxml.xmlchemy import BaseOxmlElement

from probata.diagnostics import Diagnostic, Severity
from probata.document.blocks import Block, Contents, Heading, PageBreak
from probata.document.tree import Document
from probata.kept import Store
from probata.word.elements import Element, add
from probata.word.opc import pack
from probata.writers.docx.authorities import marks_by_note
from probata.writers.docx.blocks import write_blocks
from probata.writers.docx.controls import make_root
from probata.writers.docx.furniture import centre_furniture, write_furniture
from probata.writers.docx.notes import write_notes
from probata.writers.docx.places import Place
from probata.writers.docx.properties import write_fingerprint, write_properties
from probata.writers.docx.reference_file import ReferenceFile, open_reference
from probata.writers.docx.running_names import RunningNames, mark_of
from probata.writers.docx.sections import end_section, restart_notes, section_copy
from probata.writers.docx.state import State, note_ids_of, targets_of
from probata.writers.format import WriteError, WriteOptions, Written
from probata.writers.pdf.typst.write import pages_of_headings


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
    """Divide the blocks before each heading of level 1, or before the page break above it."""
    starts = [_above(blocks, i) for i, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 1]
    edges = [0, *(start for start in starts if start), len(blocks)]
    return [blocks[a:b] for a, b in pairwise(edges)]


def _above(blocks: tuple[Block, ...], index: int) -> int:
    while index and isinstance(blocks[index - 1], PageBreak):
        index -= 1
    return index
