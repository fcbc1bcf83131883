"""Laying out until every note is on the page of its mark."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from probata.writers.pdf.drift import Drift, drifted, mending_break
from probata.writers.pdf.stops import Place

if TYPE_CHECKING:
    from probata.writers.pdf.engine import Engine, Laid

PASSES = 5
"""Layouts at most, the first one included; none of the documents tried needed more than four."""

HOLLOW = 0.45
"""A page that a break of ours ends above this share of its height was broken too early."""


SPARSE = 0.3
"""A page that ends above this share of its height, its margin included, is almost empty: a line or two."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A layout, and what is wrong with it."""

    laid: Laid
    left: tuple[Drift, ...]
    """Notes that are not on the page of their mark."""

    hollow: frozenset[str]
    """Breaks of ours that leave much of a page empty."""

    sparse: frozenset[str]
    """Page breaks of the document that leave almost all of a page empty, and may fall."""

    passes: int = 1
    """Layouts that were tried to come to it."""


def lay_out_and_mend(
    engine: Engine, places: Sequence[Place], notes: Sequence[tuple[str, str]], falling: Collection[str] = ()
) -> Mended:
    """Lay out, move blocks to the next page where a note drifted, lay out again; return the best layout.

    A break can come to stand high on a page when an earlier one moves the text; it is then taken back, once. One that
    is needed again stays: a page with room on it is better than a note on the wrong one. Page breaks of `falling` fall
    where they would leave a page almost empty.
    `notes` are (mark, note), each an id of the page.
    """
    breaks: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()
    fallen: frozenset[str] = frozenset()
    tried: list[Mended] = []
    for _ in range(PASSES):
        laid = engine.lay_out(breaks, fallen)
        pages, bottoms = laid.pages(), laid.bottoms(place.id for place in places)
        hollow = hollow_breaks(breaks, pages, bottoms) - returned
        sparse = sparse_breaks(falling, pages, bottoms) - fallen
        tried.append(Mended(laid, drifted(pages, notes), hollow, sparse))
        if not (tried[-1].left or hollow or sparse):
            break
        asked = breaks, fallen
        returned |= hollow
        fallen |= sparse
        breaks = (breaks - hollow) | _new_breaks(tried[-1].left, places, pages, breaks)
        if (breaks, fallen) == asked:
            break  # nothing is left to try: the same layout would come again
    best = min(tried, key=lambda mended: (len(mended.left), len(mended.hollow), len(mended.sparse)))
    return replace(best, passes=len(tried))


def sparse_breaks(falling: Collection[str], pages: Mapping[str, int], bottoms: Mapping[int, float]) -> frozenset[str]:
    """Return the page breaks that leave almost all of their page empty; a first page is a title page."""
    shown = (identity for identity in falling if pages.get(identity, 1) > 1)
    return frozenset(identity for identity in shown if bottoms.get(pages[identity], 0.0) < SPARSE)


def hollow_breaks(breaks: Collection[str], pages: Mapping[str, int], bottoms: Mapping[int, float]) -> frozenset[str]:
    """Return the breaks before which a page is left mostly empty.

    `pages` gives the first page of each id, `bottoms` the share of its height down to which a page is filled.
    """
    shown = (identity for identity in breaks if pages.get(identity, 1) > 1)
    return frozenset(identity for identity in shown if bottoms.get(pages[identity] - 1, 0.0) < HOLLOW)


def _new_breaks(
    drifts: Collection[Drift], places: Sequence[Place], pages: Mapping[str, int], tried: Collection[str]
) -> frozenset[str]:
    found = (mending_break(drift, places, pages, tried) for drift in drifts)
    return frozenset(identity for identity in found if identity)
