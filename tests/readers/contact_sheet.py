"""The sheets of small pages in `docs/images/pages/`, read without the script that makes them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from tests.filings.cases import ROOT, FilingName

ACROSS, GAP, GROUND = 150, 6, 128
"""Pixels of a page across and between two pages; the grey on which they lie."""
NEAR = 4
"""By how much a picture of few colours may miss that grey."""


def sheet_of(name: FilingName, kind: str = "") -> Path:
    """Return the sheet of a filing: of its PDF, or of its Word file (`-word`)."""
    return ROOT / "docs" / "images" / "pages" / f"{name.case}-{name.filing}{kind}.png"


def pages_on_sheet(path: Path) -> int:
    """Count the places of a sheet that hold a page: all but those where nothing is seen but the ground.

    Pages lie from left to right in rows, and each row has a page in its first place. How high a row is depends on the
    paper and is seen there.
    """
    with Image.open(path) as opened:
        sheet = opened.convert("L")
    lines = [not _is_ground(sheet, (GAP, y, GAP + ACROSS, y + 1)) for y in range(sheet.height)]
    columns = range(GAP, sheet.width - ACROSS, ACROSS + GAP)
    return sum(not _is_ground(sheet, (x, top, x + ACROSS, end)) for top, end in _rows(lines) for x in columns)


def _is_ground(sheet: Image.Image, box: tuple[int, int, int, int]) -> bool:
    seen = sheet.crop(box).histogram()
    return not any(seen[: GROUND - NEAR] + seen[GROUND + NEAR + 1 :])


def _rows(lines: list[bool]) -> list[tuple[int, int]]:
    """Return where each stretch of lines that are held begins and ends; the end is the line behind it."""
    before_and_now = zip([False, *lines], [*lines, False], strict=True)
    edges = [line for line, (before, now) in enumerate(before_and_now) if before != now]
    return list(zip(edges[::2], edges[1::2], strict=True))
