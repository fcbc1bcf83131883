"""Pieces that both versions have and that look otherwise now."""

from __future__ import annotations

from collections.abc import Sequence

from probata.redline.atoms import Atom
from probata.redline.in_words import side_by_side
from probata.redline.looks import Looks, differs, with_look
from probata.word.elements import Element, w


class LooksKept:
    """Compares the looks of the pieces of one paragraph.

    Both are taken below the style that the paragraph has now: a paragraph of another style is told as that, and not
    word by word.
    """

    def __init__(self, paragraph: Element, looks: tuple[Looks, Looks]) -> None:
        """Take the paragraph of the new version, and what the styles of both say."""
        self._old, self._new = looks
        self._base = self._new.of_paragraph(paragraph)
        self._known: dict[tuple[Element, Element], Element | None] = {}

    def before(self, old: Element, new: Element) -> Element | None:
        """Return the `w:rPr` that a run of the new version would have had; nothing where it looks the same."""
        if (old, new) not in self._known:
            was = self._old.of_run(old.find(w("rPr")), self._base)
            properties = new.find(w("rPr"))
            now = self._new.of_run(properties, self._base)
            self._known[old, new] = with_look(properties, was, now) if differs(was, now) else None
        return self._known[old, new]

    def stay(self, old: Sequence[Atom], new: Sequence[Atom]) -> bool:
        """Tell whether all pieces look as before; as many on both sides."""
        both = ((one, other) for one, other in zip(old, new, strict=True) if one.is_text and other.is_text)
        parts = (pair for one, other in both for pair in side_by_side(one.parts, other.parts))
        return all(self.before(was.run, now.run) is None for was, now in parts)
