"""The page of HTML that the layout engine gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from probata.document.tree import Document, Meta
from probata.writers.html.context import Context, link_targets, mark_id, note_id
from probata.writers.html.element import Element, serialise
from probata.writers.html.page import main_part, page
from probata.writers.html.sections import notes_in
from probata.writers.pdf.composed import composed
from probata.writers.pdf.weasyprint.long_rows import LongRow, long_rows
from probata.writers.pdf.weasyprint.notes import mark_and_note
from probata.writers.pdf.weasyprint.pictures import printed_picture
from probata.writers.pdf.weasyprint.stops import Place, falling_breaks, places
from probata.writers.pdf.weasyprint.style_sheet import style_sheet


@dataclass(frozen=True, slots=True)
class Source:
    """The page and what must be known to read its layout back."""

    html: str
    places: tuple[Place, ...]
    notes: tuple[tuple[str, str], ...]
    """Mark and text of each note, as ids of the page."""

    paragraphs: frozenset[str]
    """Ids of all paragraphs."""

    falling: tuple[str, ...] = ()
    """Ids of the page breaks that may fall."""

    rows: tuple[LongRow, ...] = ()
    """Rows that may run on to the next page."""


def pdf_source(document: Document, print_css: str, substitutes: Mapping[int, str]) -> Source:
    """Make the page; `substitutes` are printed instead of the characters that no font has."""
    context = Context(document.meta, link_targets(document), mark_and_note, printed_picture)
    main = main_part(document, context, lambda _: ())
    _substitute(main, substitutes)
    stops = places(main)
    falling = falling_breaks(main)
    css = style_sheet(_printable(document.meta, substitutes), print_css)
    notes = tuple((mark_id(note.id), note_id(note.id)) for note in notes_in(document.blocks))
    paragraphs = frozenset(made.get("id", "") for made in main.iter("p"))
    html = serialise(page(document.meta, css, [main]))
    return Source(html, stops, notes, paragraphs, falling, long_rows(main, stops))


def _substitute(main: Element, substitutes: Mapping[int, str]) -> None:
    for made in main.iter():
        made.text = composed(made.text).translate(substitutes) if made.text else None
        made.tail = composed(made.tail).translate(substitutes) if made.tail else None


def _printable(meta: Meta, substitutes: Mapping[int, str]) -> Meta:
    return replace(
        meta,
        running=tuple(composed(line).translate(substitutes) for line in meta.running),
        short_title=composed(meta.short_title).translate(substitutes),
        labels=tuple((key, word.translate(substitutes)) for key, word in meta.labels),
    )
