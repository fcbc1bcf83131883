"""Tracked changes in a template: nobody has decided yet which text is meant."""

from __future__ import annotations

from collections.abc import Sequence

from probata.compose.word_template.read_blocks import Block, Place, paragraphs_of
from probata.word import WordFile
from probata.word.elements import Element
from probata.word.tracked import tracked_changes

_NOTES = ("footnotes", "endnotes")


def undecided(file: WordFile, blocks: Sequence[Block]) -> tuple[str, str, Place] | None:
    """Return why such a file is no template yet, what to do, and where its first change in a paragraph stands.

    Changes of notes and of rows alone have no place.
    """
    roots: list[Element] = [file.document, *(root for name in _NOTES if (root := file.root_of(name)) is not None)]
    authors = sorted({author for root in roots for author in tracked_changes(root)})
    if not authors:
        return None
    by = ", ".join(author or "somebody" for author in authors)
    changed = (one for block in blocks for one in paragraphs_of(block)
               if one.element is not None and any(True for _ in tracked_changes(one.element)))  # fmt: skip
    first = next((one.place for one in changed), Place(0))
    return (
        f"it has tracked changes (by {by}), and which text is meant is not guessed",
        "accept or reject them in Word (Review, Accept All Changes), and save it again",
        first,
    )
