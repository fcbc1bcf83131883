"""Where words and lines stand on the pages of a PDF, as Poppler sees them; lengths in points from the top left."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from lxml import etree
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
def named_places(data: bytes) -> dict[str, tuple[int, float]]:
    """Return page, counted from 0, and distance from its top of every place that links may lead to."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        heights = [float(page.mediabox[3]) for page in pdf.pages]
        flat: list[Any] = list(pdf.Root.Names.Dests.Names.as_list()) if "/Names" in pdf.Root else []
        found = {}
        for name, place in zip(flat[::2], flat[1::2], strict=True):
            page, _, _, bottom, *_ = place.as_list()
            number = pages[page.objgen]
            found[str(name)] = (number, heights[number] - float(bottom))
        return found


@read_once
def outline_places(data: bytes) -> list[tuple[str, int, float]]:
    """Return title, page, counted from 0, and distance from its top of every entry of the outline, in order."""
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        heights = [float(page.mediabox[3]) for page in pdf.pages]
        return list(_flat(outline.root, pages, heights))


def _flat(
    items: list[pikepdf.OutlineItem], pages: dict[tuple[int, int], int], heights: list[float]
) -> Iterator[tuple[str, int, float]]:
    for item in items:
        assert isinstance(item.destination, pikepdf.Array)
        page, _, _, bottom, *_ = item.destination.as_list()
        number = pages[page.objgen]
        yield item.title, number, heights[number] - float(bottom)
        yield from _flat(list(item.children), pages, heights)
