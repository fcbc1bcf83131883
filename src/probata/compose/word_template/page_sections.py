"""Sections of a Word file: which begin on a new page, and what of their pages no document keeps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from probata.word.decimals import decimal
from probata.word.elements import Element, P, value, w

_ON_THE_SAME_PAGE: Final = frozenset(("continuous", "nextColumn"))


def new_pages(body: Element) -> Iterator[Element]:
    """Give the paragraphs that end a section whose next one begins on a new page.

    How a section begins stands with its own end, and it begins on a new page where nothing is said (ISO/IEC 29500-1,
    17.6.22).
    """
    for (paragraph, _), (_, following) in pairwise(_sections(body)):
        if paragraph is not None and value(following, "w:type") not in _ON_THE_SAME_PAGE:
            yield paragraph


def other_pages(body: Element) -> Iterator[tuple[Element | None, str]]:
    """Give what the pages of a section have that no document keeps, with the paragraph that ends it."""
    for paragraph, section in _sections(body):
        size, columns = section.find(w("pgSz")), section.find(w("cols"))
        if size is not None and size.get(w("orient")) == "landscape":
            yield paragraph, "on pages that lie on their side"
        if columns is not None and (decimal(columns.get(w("num"))) or 1) > 1:
            yield paragraph, "in columns"


def _sections(body: Element) -> list[tuple[Element | None, Element]]:
    """Return the properties of each section with the paragraph that ends it; the last ends with the body."""
    inside = [(p, found) for p in body.iter(P) if (found := p.find(f"{w('pPr')}/{w('sectPr')}")) is not None]
    last = body.find(w("sectPr"))
    return [*inside, *([] if last is None else [(None, last)])]
