"""How well the pages of a PDF are filled, whoever made it."""

from __future__ import annotations

from itertools import accumulate

from tests.readers.pdf_lines import Line, Page

from probata.document.look import Look

POINTS = 72 / 25.4
TOLERANCE = 2.0
"""Points by which a letter's box may reach over the line that it stands on."""
HALF = 0.5
"""The share of a page that may be white in one stretch."""


def body_lines(page: Page, look: Look) -> list[Line]:
    """Return the lines between head and foot."""
    top, bottom = look.page.top * POINTS, page.height - look.page.bottom * POINTS
    return [line for line in page.lines if line.top >= top - TOLERANCE and line.bottom <= bottom + TOLERANCE]


def white(page: Page, look: Look) -> float:
    """Return the share of the height between the margins that the largest white stretch below a line takes."""
    top, foot = look.page.top * POINTS, page.height - look.page.bottom * POINTS
    lines = body_lines(page, look)
    reached = accumulate((line.bottom for line in lines), max, initial=top)
    begins = (*(line.top for line in lines), foot)
    return max(begin - end for end, begin in zip(reached, begins, strict=True)) / (foot - top)
