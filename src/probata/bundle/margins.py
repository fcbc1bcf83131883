"""Where on each page the number of the bundle fits: in the margin, and on nothing that is printed there.

A page is looked at as a picture, since a scan has no text that could be asked for its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in points from the lower left corner of the page as it is shown."""

SPOTS: Final = "RTCL"
"""Where the number may stand, the best first: right below, right above, in the middle below, left below."""
NOWHERE: Final = "-"
"""The sign of a page on which it fits nowhere: it is made smaller, and the number stands below it."""

_USUAL = 595.0
"""Width of A4 in points: on larger and smaller pages the number is larger and smaller."""
_EDGE, _WIDTH, _HEIGHT = 14.0, 48.0, 15.0
_STRIP = 26.0
_SCALE = 0.5
"""Pixels to a point of A4: what is thinner than two points still shows as a grey one."""
_EVEN, _LIGHT = 24, 140
"""How much the pixels of a paper without print may differ, of 255, and how dark it may be."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible area of a page, as it is shown."""

    width: float
    height: float

    @property
    def unit(self) -> float:
        """How many points are one of a page of A4."""
        return min(max(min(self.width, self.height) / _USUAL, 0.25), 20.0)

    @property
    def strip(self) -> float:
        """How high the strip is in which the number stands."""
        return _STRIP * self.unit

    def box(self, spot: str) -> Box:
        """Return the place that is kept for the number."""
        edge, width, height = (one * self.unit for one in (_EDGE, _WIDTH, _HEIGHT))
        left = {"C": (self.width - width) / 2, "L": edge}.get(spot, self.width - edge - width)
        lower = self.height - (self.strip + height) / 2 if spot == "T" else (self.strip - height) / 2
        return left, lower, left + width, lower + height


def spots(path: str) -> str:
    """Return a letter for each page of a PDF: where the number fits.

    Raises what pdfium raises on a file that is none; a stranger's file is looked at in another process
    (`source/in_child.py`).
    """
    with pypdfium2.PdfDocument(path) as document:
        return "".join(_spot(page) for page in document)


def _spot(page: pypdfium2.PdfPage) -> str:
    sheet = Sheet(*page.get_size())
    below = _Strip(page, sheet, is_above=False)
    if below.is_even(sheet.box("R")):
        return "R"
    above = _Strip(page, sheet, is_above=True)
    return next((spot for spot in SPOTS if (above if spot == "T" else below).is_even(sheet.box(spot))), NOWHERE)


class _Strip:
    """The picture of the upper or lower edge of a page."""

    def __init__(self, page: pypdfium2.PdfPage, sheet: Sheet, *, is_above: bool) -> None:
        kept = min(sheet.strip, sheet.height / 2)
        self._scale = _SCALE / sheet.unit
        self._lower = sheet.height - kept if is_above else 0.0
        cut = sheet.height - kept
        crop = (0, cut, 0, 0) if is_above else (0, 0, 0, cut)
        bitmap = page.render(scale=self._scale, grayscale=True, crop=crop)
        self._rows, self._width, self._height = bytes(bitmap.buffer), bitmap.stride, bitmap.height
        self._columns = bitmap.width
        bitmap.close()

    def is_even(self, box: Box) -> bool:
        """Tell whether a box shows nothing but paper, be it grey or yellow."""
        left, right = (max(0, min(self._columns, round(one * self._scale))) for one in (box[0], box[2]))
        lines = list(self._lines(box, left, right))
        if not lines or right <= left:
            return False
        darkest = min(map(min, lines))
        return darkest >= _LIGHT and max(map(max, lines)) - darkest <= _EVEN

    def _lines(self, box: Box, left: int, right: int) -> Iterator[bytes]:
        lower, upper = ((one - self._lower) * self._scale for one in (box[1], box[3]))
        for row in range(max(0, int(self._height - upper)), min(self._height, round(self._height - lower))):
            yield self._rows[row * self._width + left : row * self._width + right]
