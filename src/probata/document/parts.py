"""The parts of a filing that is made into several files: brief, annexes, a confidential sheet.

One tree holds them all, and numbers run through it; a new page that names a part begins that part. Only writers, and
who compares what was written, get the document of one part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from probata.document.blocks import Block, Blocks, Contents, Heading, PageBreak, Paragraph, Role
from probata.document.inlines import Note
from probata.document.tree import BRIEF, Document, PartHead
from probata.document.walk import inlines_in_order

_OF_A_HEAD = frozenset({Role.TITLE, Role.SUBTITLE, Role.COVER, Role.COVER_RIGHT, Role.MARKING})


def begins_part(block: Block) -> str:
    """Return the part that begins with a block; empty for any that begins none."""
    return block.part if isinstance(block, PageBreak) else ""


def with_parts(blocks: Blocks) -> Iterator[tuple[str, Block]]:
    """Give each block with the part in which it stands; the one that begins a part stands in it."""
    part = BRIEF
    for block in blocks:
        part = begins_part(block) or part
        yield part, block


def gather_parts(blocks: Blocks) -> Blocks:
    """Return the blocks with those of each part together, in the order in which the parts begin first.

    A part that holds nothing below its title and headings is left out, but not the brief. Without parts all stays.
    """
    if not any(map(begins_part, blocks)):
        return blocks
    found: dict[str, list[Block]] = {BRIEF: []}
    for part, block in with_parts(blocks):
        held = found.setdefault(part, [])
        held += () if begins_part(block) else (block,)
    others = ((PageBreak(part=part), *held) for part, held in found.items() if part != BRIEF and any(map(_says, held)))
    return (*found[BRIEF], *(block for held in others for block in held))


def open_blocks(blocks: Blocks, heads: Sequence[PartHead]) -> Blocks:
    """Return the blocks without those of confidential parts, of which lists in the others say nothing."""
    if not any(map(begins_part, blocks)):
        return blocks
    named = {head.name for head in heads if not head.confidential} | {BRIEF}
    return tuple(block for part, block in with_parts(blocks) if part in named)


def seen_from(part: str, heads: Sequence[PartHead]) -> Mapping[str, str]:
    """Return how a part calls each part that it may name; itself by nothing."""
    return {head.name: head.named for head in heads if not head.confidential} | {part: ""}


def documents_of(document: Document) -> tuple[Document, ...]:
    """Return the document of each part, that of the brief first; one without parts is all of them."""
    held: dict[str, list[Block]] = {BRIEF: []}
    for part, block in with_parts(document.blocks):
        held.setdefault(part, []).extend(() if begins_part(block) else (block,))
    return tuple(_document_of(document, part, tuple(blocks)) for part, blocks in held.items())


def _document_of(document: Document, part: str, blocks: Blocks) -> Document:
    meta = replace(document.meta, part=part, parts=())
    if head := next((head for head in document.meta.parts if head.name == part and part != BRIEF), None):
        meta = replace(meta, title=head.title, short_title=head.short_title)
    marks = document.authority_marks
    if marks and blocks != document.blocks:
        notes = {inline.id for inline in inlines_in_order(blocks) if isinstance(inline, Note)}
        marks = tuple(mark for mark in marks if mark.note in notes)
    return Document(meta, blocks, marks)


def _says(block: Block) -> bool:
    match block:
        case Heading() | Contents() | PageBreak():
            return False
        case Paragraph(role=role):
            return role not in _OF_A_HEAD
        case _:
            return True
