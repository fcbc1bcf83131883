"""Narrative sections as templates see them, and which of several languages is printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.compose.views.quotation import QuotationView
from probata.document.origin import Origin
from probata.markup.placeholder import LiteralValue, MarkdownValue
from probata.model.language import same_language
from probata.model.narrative import Narrative


@dataclass(frozen=True, slots=True)
class SectionView:
    """A narrative section."""

    title: LiteralValue
    text: MarkdownValue
    as_of: LiteralValue | None
    editors_note: LiteralValue | None
    epigraphs: tuple[QuotationView, ...]


def section_view(section: Narrative, printer: Printer) -> SectionView:
    """Return a section with its text read as Markdown when it is printed."""
    origin = Origin(f"narrative/{section.id}")
    text = printer.markdown(section.text, "narrative", section.id, "text", sentence=section.kind)
    quotes = [quote for key in section.epigraphs for quote in printer.graph.quotations if quote.id == key]
    return SectionView(
        LiteralValue(section.title, origin),
        text or MarkdownValue("", printer.graph.span("narrative", section.id), origin),
        printer.when(section.as_of, origin),
        printer.literal(section.editors_note, origin),
        tuple(QuotationView(quote, printer) for quote in quotes),
    )


def in_one_language(
    sections: Iterable[Narrative], language: str, usual: str
) -> tuple[list[Narrative], list[Narrative]]:
    """Choose the sections to print from those of one place.

    Sections with the same order are one text. A document takes those in its own `language`, else those in the `usual`
    language of the case, else those that come first. Those under the very tag, as `en-US`, go before others of the same
    language, and those of the case before those of another country.

    Returns:
        The sections to print, in their order; and those in the usual language that stand in no document since fewer
        sections in its own language have their order.
    """
    by_order: dict[int, list[Narrative]] = {}
    for section in sections:
        by_order.setdefault(section.order, []).append(section)
    chosen: list[Narrative] = []
    left_behind: list[Narrative] = []
    for versions in by_order.values():
        sets = [_in(tag, versions, usual) for tag in (language, usual, versions[0].language or usual)]
        found = next(found for found in sets if found)
        left_behind += sets[1][len(found) :]
        chosen += found
    return chosen, left_behind


def _in(tag: str, versions: Iterable[Narrative], usual: str) -> list[Narrative]:
    """Return the sections in a language: those under its very tag, else under that of the case, else under any."""
    same = [section for section in versions if same_language(section.language or usual, tag)]
    by_tag = ([section for section in same if (section.language or usual) == one] for one in (tag, usual))
    return next((found for found in by_tag if found), same)
