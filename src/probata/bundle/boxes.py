"""The pages of a stranger's PDF as a reader sees them: how large, which part, which way up. All within limits."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import pikepdf

from probata.bundle.refusal import RefusedError

MOST_PAGES: Final = 5_000
DEEPEST: Final = 64
"""Levels of a tree of pages."""
LARGEST_SIDE: Final = 14_400.0
"""Points; no reader of PDF shows more (ISO 32000-1, annex C)."""
SMALLEST_SIDE: Final = 1.0
_LETTER: Final = (0.0, 0.0, 612.0, 792.0)
"""What readers take where a page says no size."""


class Shown(NamedTuple):
    """The part of a page that is shown, in its own units, and how it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int
    """Degrees clockwise: 0, 90, 180 or 270."""
    unit: float
    """Points that one of its units has."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, as it is seen."""
        across, down = (self.right - self.left) * self.unit, (self.top - self.bottom) * self.unit
        across, down = round(across, 3), round(down, 3)
        return (down, across) if self.turned % 180 else (across, down)

    @property
    def matrix(self) -> tuple[float, ...]:
        """What sets it upright, with its lower left corner at 0, 0."""
        u, x0, y0, x1, y1 = self.unit, self.left, self.bottom, self.right, self.top
        return {
            0: (u, 0, 0, u, -x0 * u, -y0 * u),
            90: (0, -u, u, 0, -y0 * u, x1 * u),
            180: (-u, 0, 0, -u, x1 * u, y1 * u),
            270: (0, u, -u, 0, y1 * u, -x0 * u),
        }[self.turned]


def count_pages(pdf: pikepdf.Pdf) -> int:
    """Count the pages by walking their tree, whatever it claims. Raises `RefusedError` for too many or none."""
    waiting: list[tuple[pikepdf.Object, int]] = [(pdf.Root.Pages, 0)]
    seen: set[tuple[int, int]] = set()
    found = 0
    while waiting:
        node, depth = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary):
            continue
        kids = node.get("/Kids")
        if not isinstance(kids, pikepdf.Array):
            found += 1
        elif node.objgen not in seen and depth < DEEPEST:
            seen.add(node.objgen)
            if len(kids) > MOST_PAGES:
                _refuse_number()
            waiting.extend((kid, depth + 1) for kid in kids)
        if found > MOST_PAGES or len(waiting) > 4 * MOST_PAGES:
            _refuse_number()
    if not found:
        raise RefusedError("no-pages", "has no pages", "open it; where it shows any, print it to a new PDF")
    return found


def _refuse_number() -> None:
    raise RefusedError(
        "too-many-pages",
        f"has more than {MOST_PAGES:,} pages",
        "exhibit the pages that are meant as a PDF",
    )


def shown(page: pikepdf.Page, number: int) -> Shown:
    """Return what is shown of a page; what it says wrongly is read as readers of PDF do.

    Raises `RefusedError` for a page that is larger than any reader shows.
    """
    media = _box(page, "/MediaBox") or _LETTER
    crop = _box(page, "/CropBox") or media
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if right - left < SMALLEST_SIDE or top - bottom < SMALLEST_SIDE:
        left, bottom, right, top = media
    turned = _number(_inherited(page, "/Rotate")) or 0
    unit = _number(page.obj.get("/UserUnit")) or 1
    found = Shown(left, bottom, right, top, round(turned / 90) * 90 % 360, unit if 0.01 <= unit <= 1000 else 1)
    if max(found.size) > LARGEST_SIDE:
        metres = max(found.size) / 72 * 0.0254
        raise RefusedError(
            "page-too-large", f"has a page of {metres:,.0f} m (page {number})", "print it to a new PDF on A4 or A3"
        )
    return found


def _box(page: pikepdf.Page, name: str) -> tuple[float, float, float, float] | None:
    found = _inherited(page, name)
    if not isinstance(found, pikepdf.Array) or len(found) != 4:
        return None
    one, two, three, four = (_number(side) for side in found)
    if one is None or two is None or three is None or four is None:
        return None
    box = min(one, three), min(two, four), max(one, three), max(two, four)
    return box if box[2] - box[0] >= SMALLEST_SIDE and box[3] - box[1] >= SMALLEST_SIDE else None


def _inherited(page: pikepdf.Page, name: str) -> object:
    node: object = page.obj
    for _ in range(DEEPEST):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if name in node:
            return node.get(name)
        node = node.get("/Parent")
    return None


def _number(found: object) -> float | None:
    try:
        number = float(found)  # type: ignore[arg-type]  # whatever a stranger's file holds
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and abs(number) < 1e9 else None
