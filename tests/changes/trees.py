"""Small documents, and changes of them."""

from __future__ import annotations

from probata.changes import NotMade, keep_in_text
from probata.changes.atoms import printed
from probata.document.blocks import Blocks, Heading, Paragraph, Role
from probata.document.inlines import Cite, CiteItem, Inline, Inlines, Text
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.document.walk import own_inlines, walk_blocks
from probata.model.change import Change

MARK_AFTER = ".,;:"
SUMMARY = Origin("narrative/summary", "text")
META = Meta("T", labels=(("table", "Table"), ("figure", "Figure")))


def change(before: str, after: str | None, of: str | None = None, id: str = "c", note_of: str | None = None) -> Change:
    fields = {"id": id, "filing": "f", "of": of, "before": before, "after": after, "note_of": note_of}
    return Change.model_validate({**fields, "author": "Ada Reyes", "date": "2026-11-01"})


def said(text: str, *more: Inline, origin: Origin | None = SUMMARY) -> Paragraph:
    return Paragraph((Text(text, origin), *more), Role.NUMBERED, origin=origin)


def cited(key: str) -> Cite:
    return Cite((CiteItem(key),), SUMMARY)


def heading(text: str) -> Heading:
    return Heading(1, (Text(text),), "")


def kept(blocks: Blocks, *changes: Change, takes_notes: bool = True) -> tuple[Blocks, tuple[NotMade, ...]]:
    document, not_made = keep_in_text(Document(META, blocks), changes, MARK_AFTER, takes_notes)
    return document.blocks, not_made


def changed(blocks: Blocks, *changes: Change) -> Blocks:
    made, not_made = kept(blocks, *changes)
    assert not_made == ()
    return made


def refused(blocks: Blocks, *changes: Change, takes_notes: bool = True) -> NotMade:
    """Return why the last of the changes was not made; the blocks must stay the same objects."""
    made, (*_, last) = kept(blocks, *changes, takes_notes=takes_notes)
    assert made is blocks
    return last


def texts(blocks: Blocks) -> list[str]:
    """Return what each line prints; the mark of a note, or a number that moves, is `*`."""
    return [line.replace("\ufffc", "*") for block in walk_blocks(blocks) if (line := printed(own_inlines(block)))]


def inlines(block: object) -> Inlines:
    assert isinstance(block, Paragraph)
    return block.inlines
