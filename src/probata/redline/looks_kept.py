"""Pieces that both versions have and that look otherwise now."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from probata.redline.atoms import Atom
from probata.redline.in_words import side_by_side
from probata.redline.looks import Look, differs, with_look
from probata.redline.story import Story
from probata.word.elements import Element, w


class LooksKept:
    """Compares the looks of the pieces of one paragraph.

    Both are taken below the style that the paragraph has now: a paragraph of another style is told as that, and not
    word by word.
    """

    def __init__(self, paragraph: Element, story: Story) -> None:
        """Take the paragraph of the new version."""
        self._brought = story.brought
        self._old, self._new = story.looks
        self._base = self._new.of_paragraph(paragraph)
        self._known: dict[tuple[Element, Element], Element | None] = {}

    def before(self, old: Element, new: Element) -> Element | None:
        """Return the `w:rPr` that a run of the new version had in the old one; nothing where it looks the same."""
        if (old, new) not in self._known:
            was = self._old.of_run(old.find(w("rPr")), self._base)
            now = self._new.of_run(new.find(w("rPr")), self._base)
            self._known[old, new] = self._former(old, was) if differs(was, now) else None
        return self._known[old, new]

    def _former(self, run: Element, look: Look) -> Element:
        """Return the properties of an old run, with what its character style says written out in place of the style.

        LibreOffice takes a character style away where a change of looks is rejected, and gives back none.
        """
        properties = run.find(w("rPr"))
        copy = None if properties is None else self._brought.admit(deepcopy(properties))
        style = None if copy is None else copy.find(w("rStyle"))
        if copy is not None and style is not None:
            copy.remove(style)
        return with_look(copy, look, self._new.of_run(copy, self._base))

    def stay(self, old: Sequence[Atom], new: Sequence[Atom]) -> bool:
        """Tell whether all pieces look as before; as many on both sides."""
        both = ((one, other) for one, other in zip(old, new, strict=True) if one.is_text and other.is_text)
        parts = (pair for one, other in both for pair in side_by_side(one.parts, other.parts))
        return all(self.before(was.run, now.run) is None for was, now in parts)
