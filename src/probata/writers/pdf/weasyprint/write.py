"""The PDF: a page of HTML, laid out, read back, mended and written as PDF/A-3a; needs WeasyPrint and Pango."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from weasyprint import CSS

from probata.diagnostics import Diagnostic, Severity, Span
from probata.document.tree import Document
from probata.fonts.files import font_files
from probata.writers.format import WriteOptions, Written
from probata.writers.html.page import notes_in
from probata.writers.pdf.findings import Drift, note_findings
from probata.writers.pdf.weasyprint.engine import Engine, RefusingFetcher, engine_log, not_drawn, private_fontconfig
from probata.writers.pdf.weasyprint.source import pdf_source
from probata.writers.pdf.weasyprint.stops import LongRow, Place, Stop, parted_rows
from probata.writers.pdf.weasyprint.structure import finisher

if TYPE_CHECKING:
    from probata.writers.pdf.weasyprint.engine import Laid
    from probata.writers.pdf.weasyprint.source import Source

# Notes that are not on the page of their mark, and the page breaks that bring them back.
# The layout sometimes puts a note on the page after its mark, and in some layouts it drops one without a word. So its
# result is read and mended: moving the last block that starts on the mark's page to the next page makes the room that
# the note lacks.


def drifted(pages: Mapping[str, int], notes: Iterable[tuple[str, str]]) -> tuple[Drift, ...]:
    """Compare the pages of marks and notes, given as (mark, note), each an id whose first page `pages` gives."""
    found = (Drift(mark, pages.get(mark, 0), pages.get(note, 0)) for mark, note in notes)
    return tuple(drift for drift in found if drift.mark_page == 0 or drift.mark_page != drift.note_page)


def correcting_break(
    drift: Drift, places: Sequence[Place], pages: Mapping[str, int], tried: Collection[str] = ()
) -> str:
    """Return the id of the block to move to the next page; empty where no move can help.

    It is the last block that starts on the mark's page, after the mark or else the one that holds it. Where a break
    before it was `tried` and the layout did not follow, it is the block before that one.
    """
    on_page = [place for place in places if pages.get(place.id) == drift.mark_page]
    starts = [place.breaks_at for place in on_page if isinstance(place, Stop) and place.breaks_at not in tried]
    if not starts or starts[-1] == on_page[0].id:
        return ""
    return starts[-1]


# Laying out until every note is on the page of its mark, and every label on that of its value.

PASSES = 5
"""Layouts at most, the first one included; none of the documents tried needed more than four."""

HOLLOW = 0.45
"""A page that a break of ours ends above this share of its height was broken too early."""


SPARSE = 0.3
"""A page that ends above this share of its height, its margin included, is almost empty: a line or two."""


@dataclass(frozen=True, slots=True)
class Corrected:
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


def lay_out_and_correct(engine: Engine, source: Source) -> Corrected:
    """Lay out, move blocks to the next page where a note drifted or a row was parted; return the best layout.

    A break can come to stand high on a page when an earlier one moves the text; it is then taken back, once. One that
    is needed again stays: a page with room on it is better than a note on the wrong one. Page breaks that may fall do
    where they would leave a page almost empty.
    """
    breaks: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()
    fallen: frozenset[str] = frozenset()
    tried: list[Corrected] = []
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


def _judged(laid: Laid, source: Source, breaks: frozenset[str], fallen: frozenset[str]) -> Corrected:
    """Read a layout back; `breaks` are those of ours that may be taken back."""
    pages, bottoms = laid.pages(), laid.bottoms(place.id for place in source.places)
    hollow = hollow_breaks(breaks, pages, bottoms)
    sparse = sparse_breaks(frozenset(source.falling) - fallen, pages, bottoms)
    return Corrected(laid, drifted(pages, source.notes), parted_rows(source.rows, pages), hollow, sparse)


def _faults(mended: Corrected) -> tuple[int, ...]:
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


def _new_breaks(found: Corrected, source: Source, tried: Collection[str]) -> frozenset[str]:
    """Return what to move to the next page for each note and row that is not where it should be."""
    pages = found.laid.pages()
    moved = [correcting_break(drift, source.places, pages, tried) for drift in found.left]
    moved += [row.breaks_at for row in found.parted]
    return frozenset(identity for identity in moved if identity)


# The style sheet of a forum, `print.css`, as the engine reads it: what it passes over is told, never silent.

_IGNORED = re.compile(r"Ignored `(?P<what>.*?)\s*` at \d+:\d+, (?P<why>.*?)\.?$", re.DOTALL)
_PLACE = re.compile(r" at (\d+):(\d+)")


def style_faults(print_css: str, path: str) -> tuple[Diagnostic, ...]:
    """Return a finding for each rule that does nothing."""
    if not print_css.strip():
        return ()
    with engine_log() as messages:
        CSS(string=print_css, url_fetcher=RefusingFetcher())
    return tuple(_findings(messages, path))


def _findings(messages: list[str], path: str) -> Iterator[Diagnostic]:
    for message in dict.fromkeys(messages):
        ignored, place = _IGNORED.match(message), _PLACE.search(message)
        what = f"`{ignored['what']}` does nothing: {ignored['why']}" if ignored else _worded(_PLACE.sub("", message))
        line, column = map(int, place.groups()) if place else (1, 1)
        yield Diagnostic(
            "PDF106", "style-without-effect", Severity.WARNING, f"in the style sheet {what}",
            Span(path, line, column, line, column + 1),
            "correct it or take it out; the rest of the style sheet is used",
        )  # fmt: skip


def _worded(message: str) -> str:
    """Return any other message of the engine as a clause, with what it quotes in backticks."""
    words = " ".join(message.replace("'", "`").split()).rstrip(".")
    return f"something does nothing: {words[:1].lower()}{words[1:]}"


def write_by_weasyprint(document: Document, options: WriteOptions, substitutes: Mapping[int, str]) -> Written:
    """Write the document; `substitutes` are printed instead of the characters that no font has.

    Raises `WriteError` as the HTML writer does and where a style sheet asks for a file or an address.
    """
    source = pdf_source(document, options.print_css, substitutes)
    with private_fontconfig(font_files()), engine_log() as messages:
        mended = lay_out_and_correct(Engine(source.html), source)
        data = mended.laid.pdf(finisher(source))
    too_long = mended.laid.reaching_above((note for _, note in source.notes), document.meta.look.page.top)
    notes = note_findings(notes_in(document.blocks), mended.left, too_long)
    faults = style_faults(options.print_css, options.print_css_path)
    return Written(data, (*not_drawn(messages), *notes, *faults), (_passes(mended),))


def _passes(mended: Corrected) -> str:
    if mended.passes == 1:
        return "laid out once"
    return f"laid out {mended.passes} times, to keep notes and rows on their pages and pages filled"
