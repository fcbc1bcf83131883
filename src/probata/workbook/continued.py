"""Texts longer than a cell of Excel may be: they go on in the columns behind, called by the same heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from probata.workbook.placed_row import PlacedCell

LONGEST = 32_000
"""Characters of one cell; Excel takes 32,767, of which some may be written as several."""
_CONTINUED = re.compile(r"^(?P<heading>.+), continued(?: \d+)?$", re.IGNORECASE)


def parts(heading: str, text: str) -> Iterator[tuple[str, str]]:
    """Give the cells of a text, each with its heading: `Text`, `Text, continued`, `Text, continued 2`."""
    for number, start in enumerate(range(0, max(len(text), 1), LONGEST)):
        behind = "" if number == 0 else ", continued" if number == 1 else f", continued {number}"
        yield f"{heading}{behind}", text[start : start + LONGEST]


def joined(cells: Iterable[tuple[str, PlacedCell]]) -> dict[str, PlacedCell]:
    """Return the cells of a row with each text whole, at the place of its first cell."""
    found: dict[str, PlacedCell] = {}
    for heading, cell in cells:
        continued = _CONTINUED.match(heading)
        first = found.get(continued["heading"]) if continued else None
        if continued and first:
            found[continued["heading"]] = replace(first, text=first.text + cell.text)
        else:
            found.setdefault(heading, cell)
    return found
