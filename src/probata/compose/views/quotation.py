"""A quotation and a quoted provision as templates see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.compose.sentences.grammar import separated
from probata.compose.views.record import RecordView, Shown, code, required
from probata.document.blocks import Paragraph, Quote
from probata.document.foreign import texts, told
from probata.document.inlines import Gap, Inline, Inlines, Language, LineBreak, Text
from probata.document.origin import Origin
from probata.graph.sources import why_not_contained
from probata.markup.placeholder import BlockValue, InlineValue, LiteralValue, MarkdownValue
from probata.model.authority import Authority, Clause
from probata.model.body import Body
from probata.model.language import same_language
from probata.model.narrative import Narrative
from probata.model.person import Person
from probata.model.quotation import Quotation


class QuotationView:
    """Somebody's words, set off, with the speaker below."""

    def __init__(self, quotation: Quotation, printer: Printer) -> None:
        self._quotation = quotation
        self._printer = printer
        self._origin = Origin(f"quotations/{quotation.id}", "text")

    @property
    def id(self) -> str:
        """Id of the record."""
        return self._quotation.id

    @property
    def block(self) -> BlockValue:
        """The quotation set off from the text."""
        return BlockValue((self._quote(is_epigraph=False),))

    @property
    def epigraph(self) -> BlockValue:
        """The quotation as an epigraph."""
        return BlockValue((self._quote(is_epigraph=True),))

    def _quote(self, *, is_epigraph: bool) -> Quote:
        parts = [part.strip() for part in self._quotation.text.split("\n\n") if part.strip()]
        paragraphs: list[Paragraph] = []
        wording = self._printer.wording
        for index, part in enumerate(parts):
            closing = wording.label("quote.close") if index == len(parts) - 1 else ""
            words = told(self._quotation.text, " ".join(part.split()))
            paragraphs.append(Paragraph(texts(self._origin, wording.label("quote.open"), words, closing)))
        original = self._quotation.original
        if original and original.text:
            paragraphs.append(Paragraph((Language(original.lang, (Text(original.text, self._origin),)),)))
        kind = "epigraph" if is_epigraph else "quotation"
        return Quote(
            tuple(paragraphs), "epigraph" if kind == "epigraph" else "quotation", self._attribution(), self._origin
        )

    def _attribution(self) -> Inlines:
        quotation = self._quotation
        made: list[Inline] = [*self.speaker.inlines]
        details = [quotation.speaker.office, quotation.occasion]
        details += [self._printer.wording.made(quotation.date)] if quotation.date else []
        text = separated([detail for detail in details if detail])
        if text:
            made += texts(self._origin, *((", ", *text) if made else text))
        translation = quotation.translation
        if translation and translation.kind in {"machine", "human", "sworn"}:
            made.append(Text(f" ({self._printer.wording.label(f'translation.{translation.kind}')})"))
        if why_not_contained(self._printer.graph, quotation):
            gap = Gap(self._printer.wording.label("quote.not_in_source"), origin=self._origin)
            made += (Text(" ", self._origin), gap) if made else (gap,)
        elif quotation.quoted_in:
            made.extend(self._printer.cite((quotation.quoted_in,), self._origin))
        for other in self._other_versions():
            made += ((LineBreak(),) if made else ()) + self._version(other)
        return tuple(made)

    def _other_versions(self) -> list[Quotation]:
        """Return the same words as other sources give them: where one is shown, none is kept back."""
        first = self._quotation.version_of or self._quotation.id
        versions = (one for one in self._printer.graph.quotations if first in (one.id, one.version_of))
        return [one for one in versions if one.id != self._quotation.id]

    def _version(self, other: Quotation) -> Inlines:
        origin, wording = Origin(f"quotations/{other.id}", "text"), self._printer.wording
        quoted = told(other.text, " ".join(other.text.split()))
        words = (wording.label("quote.open"), quoted, wording.label("quote.close"))
        cites = self._printer.cite((other.quoted_in,), origin) if other.quoted_in else ()
        return (*texts(origin, *wording.around("quote.version", "text", words)), *cites)

    @property
    def speaker(self) -> InlineValue:
        """Who spoke."""
        speaker = self._quotation.speaker
        person = self._printer.graph.find("people", Person, speaker.person or "")
        if person:
            return self._printer.person_name(person, with_native=True)
        body = self._printer.graph.find("bodies", Body, speaker.body or "")
        text = body.name if body else speaker.described or ""
        return InlineValue((Text(text, self._origin),) if text else ())


class ClauseView:
    """A clause of a quoted provision: how it is called, and its words."""

    def __init__(self, clause: Clause, origin: Origin, printer: Printer) -> None:
        self._clause = clause
        self._origin = origin
        self._printer = printer

    @property
    def heading(self) -> InlineValue | None:
        """Number and heading."""
        parts = [part for part in (self._clause.number, self._clause.heading) if part]
        return InlineValue(texts(self._origin, " ".join(parts))) if parts else None

    @property
    def words(self) -> InlineValue:
        """Its words between quotation marks, with the place from which they are taken."""
        wording = self._printer.wording
        quoted = told(self._clause.text, " ".join(self._clause.text.split()))
        words = texts(self._origin, wording.label("quote.open"), quoted, wording.label("quote.close"))
        return InlineValue((*words, *self._printer.cite(self._clause.citations, self._origin)))


class AuthorityView(RecordView[Authority]):
    """An authority of the case: what it decides, its clauses, what is contended from it."""

    _kind = "authorities"

    id = Shown(code, "Id of the record")
    kind = Shown(code, "Sort of authority")
    name = Shown(required, "Name")

    @property
    def short(self) -> LiteralValue:
        """Its short name, as later citations have it; the name where none is recorded."""
        return LiteralValue(self._record.short, self._at("short")) if self._record.short else self.name

    @property
    def clauses(self) -> tuple[ClauseView, ...]:
        """The clauses of a quoted provision."""
        return tuple(ClauseView(one, self._at(f"clauses.{one.id}"), self._printer) for one in self._record.clauses)

    @property
    def holdings(self) -> tuple[MarkdownValue, ...]:
        """What it decides."""
        found = []
        for index, holding in enumerate(self._record.holdings):
            value = self._printer.markdown(holding.text, "authorities", self.id, "holdings", index, "text")
            found.extend([value] if value else [])
        return tuple(found)


# Narrative sections as templates see them, and which of several languages is printed.


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
