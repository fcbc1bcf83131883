"""Marks of authorities in notes, and the field that gathers them with pages: `TA` and `TOA` (ISO/IEC 29500-1, 17.16.5).

A `TA` field shows nothing. A program that is told to refresh a `TOA` field gathers the marks of its category and their
pages, and what we wrote inside the field falls; so it is there only where the forum wants pages.
"""

from __future__ import annotations

from collections.abc import Mapping

from probata.document.blocks import Block, Blocks, Paragraph, Role
from probata.document.tree import AuthorityMark, Document
from probata.word.elements import XML_SPACE, Element, add
from probata.writers.docx.faces import PLAIN, add_run
from probata.writers.docx.fields import close_field, open_field

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
