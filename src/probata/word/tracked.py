"""Tracked changes that reach beyond a run: marks of paragraphs and rows of tables (ISO/IEC 29500-1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probata.word.elements import Element, first, w
from probata.word.pieces import Reading
from probata.word.properties import Properties

_GONE: Final = {"accepted": w("del"), "rejected": w("ins")}
"""The mark of what the reading leaves out."""

_ROW: Final = w("tr")
_ROW_PROPERTIES: Final = w("trPr")

_MARKS: Final = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


def goes_on(properties: Properties, reading: Reading) -> bool:
    """Tell by the properties of a paragraph whether the next one belongs to it: the mark between them is left out."""
    return properties.mark is not None and first(properties.mark, _GONE[reading]) is not None


def is_left_out_row(element: Element, reading: Reading) -> bool:
    """Tell whether an element is a row of a table that the reading leaves out."""
    properties = first(element, _ROW_PROPERTIES) if element.tag == _ROW else None
    return properties is not None and first(properties, _GONE[reading]) is not None


def tracked_changes(root: Element) -> Iterator[str]:
    """Give the author of each tracked change of text; one without an author gives an empty name."""
    for mark in root.iter(*_MARKS):
        yield mark.get(w("author"), "")
