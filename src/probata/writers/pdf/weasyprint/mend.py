"""Laying out until every note is on the page of its mark, and every label on that of its value."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from probata.writers.pdf.findings import Drift
from probata.writers.pdf.weasyprint.drift import drifted, mending_break
from probata.writers.pdf.weasyprint.long_rows import LongRow, parted_rows

if TYPE_CHECKING:
    from probata.writers.pdf.weasyprint.engine import Engine, Laid
    from probata.writers.pdf.weasyprint.source import Source

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

    parted: tuple[LongRow, ...]
    """Rows whose cells do not begin on one page."""

    hollow: frozenset[str]
    """Breaks of ours that leave much of a page empty."""

    sparse: frozenset[str]
    """Page breaks of the document that leave almost all of a page empty, and may fall."""

    passes: int = 1
    """Layouts that were tried to come to it."""


def lay_out_and_mend(engine: Engine, source: Source) -> Mended:
    """Lay out, move blocks to the next page where a note drifted or a row was parted; return the best layout.

    A break can come to stand high on a page when an earlier one moves the text; it is then taken back, once. One that
    is needed again stays: a page with room on it is better than a note on the wrong one. Page breaks that may fall do
    where they would leave a page almost empty.
    """
    breaks: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()
    fallen: frozenset[str] = frozenset()
    tried: list[Mended] = []
    for _ in range(PASSES):
        found = _judged(engine.lay_out(breaks, fallen), source, breaks - returned, fallen)
        tried.append(found)
        asked = breaks, fallen
        returned |= found.hollow
        fallen |= found.sparse
        breaks = (breaks - found.hollow) | _new_breaks(found, source, breaks)
        if (breaks, fallen) == asked:
            break  # all is well, or nothing is left to try
    return replace(min(tried, key=_faults), passes=len(tried))


def _judged(laid: Laid, source: Source, breaks: frozenset[str], fallen: frozenset[str]) -> Mended:
    """Read a layout back; `breaks` are those of ours that may be taken back."""
    pages, bottoms = laid.pages(), laid.bottoms(place.id for place in source.places)
    hollow = hollow_breaks(breaks, pages, bottoms)
    sparse = sparse_breaks(frozenset(source.falling) - fallen, pages, bottoms)
    return Mended(laid, drifted(pages, source.notes), parted_rows(source.rows, pages), hollow, sparse)


def _faults(mended: Mended) -> tuple[int, ...]:
    """Count what is wrong with a layout, the worst first."""
    return tuple(map(len, (mended.left, mended.parted, mended.hollow, mended.sparse)))


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


def _new_breaks(found: Mended, source: Source, tried: Collection[str]) -> frozenset[str]:
    """Return what to move to the next page for each note and row that is not where it should be."""
    pages = found.laid.pages()
    moved = [mending_break(drift, source.places, pages, tried) for drift in found.left]
    moved += [row.breaks_at for row in found.parted]
    return frozenset(identity for identity in moved if identity)
