"""Runs of inlines: joined where the parser cut them, freed of notes, tested for being blank."""

from __future__ import annotations

from collections.abc import Iterable

from probata.document.blocks import Paragraph
from probata.document.foreign import ForeignText
from probata.document.inlines import Cite, Inline, Inlines, Note, Text
from probata.document.rebuild import map_children
from probata.document.walk import plain_text


def without_notes(inlines: Inlines) -> Inlines:
    """Return the inlines with every note as words in brackets where its mark stood."""
    made: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Note):
            inner = (part for block in inline.blocks if isinstance(block, Paragraph) for part in block.inlines)
            made += [Text("("), *without_notes(tuple(inner)), Text(")")]
        else:
            made.append(map_children(inline, without_notes))
    return merge_text(made)


def merge_text(inlines: Iterable[Inline]) -> Inlines:
    """Join neighbouring texts of one origin, so that trees do not depend on how the parser cut them."""
    made: list[Inline] = []
    for inline in inlines:
        last = made[-1] if made else None
        if isinstance(inline, Text) and isinstance(last, Text) and _may_join(last, inline):
            made[-1] = Text(last.text + inline.text, last.origin)
        elif not (isinstance(inline, Text) and not inline.text):
            made.append(inline)
    return tuple(made)


def _may_join(first: Text, second: Text) -> bool:
    """Texts of one origin may, unless one of them is foreign: joined, it would no longer be known as such."""
    is_foreign = isinstance(first.text, ForeignText) or isinstance(second.text, ForeignText)
    return first.origin == second.origin and not is_foreign


def is_blank(inlines: Inlines) -> bool:
    """Tell whether nothing would be seen: no text and no note, citation or break that prints."""
    return not plain_text(inlines).strip() and not any(isinstance(i, (Note, Cite)) for i in inlines)
