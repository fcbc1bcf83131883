"""Notes that are not on the page of their mark, and the page breaks that bring them back.

The layout sometimes puts a note on the page after its mark, and in some layouts it drops one without a
word. So its result is read and mended: moving the last block that starts on the mark's page to the next
page makes the room that the note lacks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from probata.writers.pdf.findings import Drift
from probata.writers.pdf.weasyprint.stops import Place, Stop


def drifted(pages: Mapping[str, int], notes: Iterable[tuple[str, str]]) -> tuple[Drift, ...]:
    """Compare the pages of marks and notes, given as (mark, note), each an id whose first page `pages` gives."""
    found = (Drift(mark, pages.get(mark, 0), pages.get(note, 0)) for mark, note in notes)
    return tuple(drift for drift in found if drift.mark_page == 0 or drift.mark_page != drift.note_page)


def mending_break(drift: Drift, places: Sequence[Place], pages: Mapping[str, int], tried: Collection[str] = ()) -> str:
    """Return the id of the block to move to the next page; empty where no move can help.

    It is the last block that starts on the mark's page, after the mark or else the one that holds it. Where a break
    before it was `tried` and the layout did not follow, it is the block before that one.
    """
    on_page = [place for place in places if pages.get(place.id) == drift.mark_page]
    starts = [place.breaks_at for place in on_page if isinstance(place, Stop) and place.breaks_at not in tried]
    if not starts or starts[-1] == on_page[0].id:
        return ""
    return starts[-1]
