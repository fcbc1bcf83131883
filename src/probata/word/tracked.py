"""Tracked changes that reach beyond a run: marks of paragraphs and rows of tables (ISO/IEC 29500-1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from probata.word.elements import Element, w
from probata.word.pieces import Reading

_GONE: Final = {"accepted": "del", "rejected": "ins"}
"""What the reading leaves out, by the name of its mark."""

_MARKS: Final = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


def goes_on(paragraph: Element, reading: Reading) -> bool:
    """Tell whether the next paragraph belongs to this one, since the mark between them is left out."""
    return paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(_GONE[reading])}") is not None


def is_left_out_row(element: Element, reading: Reading) -> bool:
    """Tell whether an element is a row of a table that the reading leaves out."""
    return element.tag == w("tr") and element.find(f"{w('trPr')}/{w(_GONE[reading])}") is not None


def tracked_changes(root: Element) -> Iterator[str]:
    """Give the author of each tracked change of text; one without an author gives an empty name."""
    for mark in root.iter(*_MARKS):
        yield mark.get(w("author"), "")
