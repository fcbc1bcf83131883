"""The citations that stand in a note."""

from __future__ import annotations

from probata.citation.numbering import NumberedNote
from probata.document.inlines import Cite
from probata.document.walk import own_inlines, plain_text, walk_blocks, walk_inlines


def citations_of(note: NumberedNote) -> list[tuple[Cite, bool]]:
    """Give the citations of a note in order, each with whether it starts the note or a sentence in it."""
    found: list[tuple[Cite, bool]] = []
    for block in walk_blocks(note.note.blocks):
        before = ""
        for inline in own_inlines(block):
            if isinstance(inline, Cite):
                found.append((inline, not before or before.rstrip()[-1:] in {".", "?", "!"}))
                before += "…"
                continue
            found += [(inner, False) for inner in walk_inlines((inline,)) if isinstance(inner, Cite)]
            before += plain_text((inline,))
    return found
