"""Which of several places of a document with the same words a change is in."""

from __future__ import annotations

from collections.abc import Sequence

from probata.document.origin import Origin
from probata.document.printed import PrintedLine


def occurrence(lines: Sequence[PrintedLine], places: Sequence[int], of: Origin | None) -> int | None:
    """Return its number, from 1 in the order of the document; `None` where there is one place only.

    `places` are those of its lines, one behind the other. Entries of lists of works are counted by themselves, and with
    `of` only places of which a line comes from that field; see `model/change.py`.
    """
    if not places:
        return None
    texts = [line.text for line in lines]
    wanted = [texts[place] for place in places]
    is_entry = lines[places[0]].is_citation
    starts = [
        start
        for start in range(len(lines) - len(wanted) + 1)
        if texts[start] == wanted[0]
        and texts[start : start + len(wanted)] == wanted
        and lines[start].is_citation == is_entry
        and (of is None or any(line.origin == of for line in lines[start : start + len(wanted)]))
    ]
    return starts.index(places[0]) + 1 if len(starts) > 1 and places[0] in starts else None
