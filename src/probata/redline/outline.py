"""Which paragraphs are headings, by their styles."""

from __future__ import annotations

from typing import Final

from probata.word.decimals import decimal
from probata.word.elements import Element, w

_DEEPEST: Final = 9
_LONGEST_CHAIN: Final = 50
"""Styles that are based on each other; a stranger's file may have a circle."""


class Outline:
    """Knows the outline level of each style."""

    def __init__(self, styles: Element | None) -> None:
        """Take the style sheet; without one no paragraph is a heading but by its own outline level."""
        found = () if styles is None else styles.iter(w("style"))
        self._styles = {style.get(w("styleId"), ""): style for style in found}

    def level(self, paragraph: Element) -> int:
        """Return 1 to 9 for a heading, 0 for running text."""
        own = _number(paragraph.find(f"{w('pPr')}/{w('outlineLvl')}"))
        if own is not None:
            return own
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return 0 if style is None else self._of_style(style.get(w("val"), ""))

    def _of_style(self, id_: str) -> int:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(id_)
            if style is None:
                return 0
            level = _number(style.find(f"{w('pPr')}/{w('outlineLvl')}"))
            if level is not None:
                return level
            based = style.find(w("basedOn"))
            id_ = "" if based is None else based.get(w("val"), "")
        return 0


def _number(level: Element | None) -> int | None:
    number = None if level is None else decimal(level.get(w("val")))
    return None if number is None else (number + 1 if number < _DEEPEST else 0)
