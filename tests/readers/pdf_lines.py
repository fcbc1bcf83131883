"""Where words and lines stand on the pages of a PDF, as Poppler sees them; lengths in points from the top left."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from lxml import etree
from tests.readers.all_text import spread
from tests.readers.pdf_structure import Place, Places
from tests.readers.read_once import read_once

XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a word."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size, its words, and its lines from the top."""

    width: float
    height: float
    words: list[Line]
    lines: list[Line]


@read_once
def pages_of(data: bytes) -> list[Page]:
    """Return the pages."""
    command = ["pdftotext", "-bbox-layout", "-", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    root = etree.fromstring(done.stdout, etree.XMLParser(recover=True))
    return [_page(page) for page in root.iter(f"{XHTML}page")]


def _page(page: etree._Element) -> Page:
    lines = [_line(line) for line in page.iter(f"{XHTML}line")]
    words = [_line(word) for word in page.iter(f"{XHTML}word")]
    return Page(_number(page, "width"), _number(page, "height"), words, sorted(lines, key=lambda line: line.top))


def _line(element: etree._Element) -> Line:
    left, top, right, bottom = (_number(element, side) for side in ("xMin", "yMin", "xMax", "yMax"))
    return Line(left, top, right, bottom, " ".join("".join(str(text) for text in element.itertext()).split()))


def _number(element: etree._Element, name: str) -> float:
    return float(str(element.get(name)))


@read_once
def outline_places(data: bytes) -> list[tuple[str, int, float]]:
    """Return title, page, counted from 0, and distance from its top of every entry of the outline, in order."""
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return list(_flat(outline.root, Places.of(pdf)))


def _flat(items: list[pikepdf.OutlineItem], places: Places) -> Iterator[tuple[str, int, float]]:
    for item in items:
        assert isinstance(item.destination, pikepdf.Array | pikepdf.String)
        yield item.title, *places.of_destination(item.destination)
        yield from _flat(list(item.children), places)


def text_at(data: bytes, place: Place) -> str:
    """Return the beginning of what stands at a place and below, without white space."""
    number, top = place
    below = sorted((line for line in pages_of(data)[number].lines if line.bottom > top + 3), key=_in_rows)
    return spread("".join(line.text for line in below))[:400]


def _in_rows(line: Line) -> tuple[int, float]:
    """Order lines from the top, and those of one row from the left."""
    return round(line.bottom / 4), line.left
