"""What the properties of a paragraph say that is asked of every paragraph (ISO/IEC 29500-1, 17.3.1.26)."""

from __future__ import annotations

from typing import Final

from probata.diagnostics.value import value
from probata.word.elements import P_PROPERTIES, R_PROPERTIES, VAL, Element, first, w

_STYLE: Final = w("pStyle")
_NUMBERED: Final = w("numPr")


@value()
class Properties:
    """A `w:pPr`, gone through once; all is empty where a paragraph has none."""

    element: Element | None = None
    style: str = ""
    """Id of the style that it names."""

    is_numbered: bool = False
    """Whether it names a list itself."""

    mark: Element | None = None
    """The `w:rPr` of the mark at the end of the paragraph."""


_NONE: Final = Properties()


def properties_of(paragraph: Element) -> Properties:
    """Return the properties of a paragraph; of several of a name the first counts."""
    head = next(iter(paragraph), None)
    found = head if head is not None and head.tag == P_PROPERTIES else first(paragraph, P_PROPERTIES)
    return _NONE if found is None else _read(found)


def _read(properties: Element) -> Properties:
    style = mark = None
    is_numbered = False
    for one in properties:
        tag = one.tag
        if tag == _STYLE:
            style = one if style is None else style
        elif tag == R_PROPERTIES:
            mark = one if mark is None else mark
        elif tag == _NUMBERED:
            is_numbered = True
    return Properties(properties, "" if style is None else style.get(VAL, ""), is_numbered, mark)
