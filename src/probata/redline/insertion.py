"""Where deleted blocks and rows go among the new ones: behind what stood before them, outside controls of others."""

from __future__ import annotations

from collections.abc import Sequence

from probata.word.elements import Element, w


class Insertion:
    """Walks through a container; what is added goes behind what was passed last."""

    def __init__(self, container: Element, standing: Sequence[Element]) -> None:
        """Begin before the first of the blocks or rows that stand in the new version, in order."""
        self._container = container
        self._standing = standing
        self._passed = 0
        self._last: Element | None = None

    def pass_by(self, standing: Element) -> None:
        """Go behind the next one that stands there."""
        self._last = standing
        self._passed += 1

    def add(self, element: Element) -> None:
        """Put an element where the walk is."""
        following = self._standing[self._passed] if self._passed < len(self._standing) else None
        element.tail = None
        if self._last is not None:
            self._climbed(self._last, following).addnext(element)
        elif following is not None:
            self._climbed(following, None).addprevious(element)
        else:
            sections = self._container.findall(w("sectPr"))
            self._container.insert(self._container.index(sections[0]) if sections else len(self._container), element)
        self._last = element

    def _climbed(self, element: Element, following: Element | None) -> Element:
        """Return the outermost control round an element that does not hold the following one too."""
        above = element.getparent()
        while above is not None and above is not self._container:
            if following is not None and any(one is above for one in following.iterancestors()):
                break
            element, above = above, above.getparent()
        return element
