"""The neighbouring lines in which words of one field are printed: its passage, of which a change is a part."""

from __future__ import annotations

from collections.abc import Sequence

from probata.document.origin import Origin
from probata.document.printed import PrintedLine


def passage_of(origin: Origin, places: Sequence[int], lines: Sequence[PrintedLine]) -> range:
    """Return the lines from the first to the last of some places, with those above and below that say the field too."""
    first, last = places[0], places[-1]
    while first and lines[first - 1].says(origin):
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].says(origin):
        last += 1
    return range(first, last + 1)
