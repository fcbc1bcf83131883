"""Which paragraphs are lines of a list that is made from the text: contents, tables of authorities, an index."""

from __future__ import annotations

import re
from typing import Final

from probata.word.elements import Element, value, w

_NAMES: Final = re.compile(
    r"(toc|index|contents) ?(\d|heading)|table of (figures|authorities)|toa heading|bibliography", re.IGNORECASE
)
"""Names of styles as Word has them built in, whatever its language."""


class Listings:
    """Knows the styles of such lines."""

    def __init__(self, styles: Element | None) -> None:
        """Take the style sheet; without one no line is known."""
        found = () if styles is None else styles.iter(w("style"))
        self._ids = {one.get(w("styleId"), "") for one in found if _NAMES.fullmatch(value(one, "w:name"))}

    def holds(self, paragraph: Element) -> bool:
        """Tell whether a paragraph is a line of such a list."""
        return value(paragraph, "w:pPr/w:pStyle") in self._ids
