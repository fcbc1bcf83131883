"""A statement, its paragraphs and its exhibits as templates see them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from probata.compose.printer import Printer
from probata.compose.views.person import PersonView
from probata.document.blocks import Paragraph
from probata.document.foreign import texts, told
from probata.document.inlines import Inlines, Note
from probata.document.origin import Origin
from probata.law import Declaration
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.messages import Wording
from probata.model.body import Body
from probata.model.citation import Citation
from probata.model.exhibit import Exhibit
from probata.model.person import Person
from probata.model.statement import Statement

_WORDS_SHOWN = 8
_PARTS = ("opening", "body", "closing")
BLANK = "_" * 20
"""A blank to be filled in by hand."""


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """An exhibit."""

    id: str
    mark: LiteralValue
    description: LiteralValue
    date: LiteralValue | None
    pages: int | None
    cites: InlineValue
    disclosure: LiteralValue
    """Whether it may be shown to others."""
    is_open: bool
    """True where it may be shown to others as it is."""


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph in the person's own words, letter by letter."""

    id: str
    heading: LiteralValue | None
    text: MarkdownValue
    noted: MarkdownValue
    """The same with a note behind it that names its exhibits."""
    beginning: LiteralValue
    """Its first words, to name it by in a table."""
    basis: LiteralValue
    is_own_knowledge: bool
    """True where the person saw, heard or did it."""
    source: LiteralValue | None
    exhibits: tuple[ExhibitView, ...]


@dataclass(frozen=True, slots=True)
class TranslationView:
    """The translation of a statement."""

    translator: LiteralValue
    qualification: LiteralValue | None
    date: LiteralValue | None
    original: LiteralValue | None
    declaration: LiteralValue | None
    certified_on: LiteralValue | None
    certificate: MarkdownValue | None


@dataclass(frozen=True, slots=True)
class InterpretationView:
    """An interpreter's part in a statement."""

    interpreter: LiteralValue
    certified_on: LiteralValue | None
    certificate: MarkdownValue | None


class StatementView:
    """A statement of a witness or deponent."""

    def __init__(self, statement: Statement, declaration: Declaration | None, printer: Printer) -> None:
        self._statement = statement
        self._declaration = declaration
        self._printer = printer

    def _at(self, field: str) -> Origin:
        return Origin(f"statements/{self._statement.id}", field)

    def _line(self, field: str) -> LiteralValue | None:
        return self._printer.literal(getattr(self._statement, field), self._at(field))

    @property
    def person(self) -> PersonView | None:
        """Who makes it."""
        person = self._printer.graph.find("people", Person, self._statement.person)
        return PersonView(person, self._printer) if person else None

    @property
    def organisation(self) -> LiteralValue | None:
        """The organisation for which the person speaks."""
        body = self._printer.graph.find("bodies", Body, self._statement.organisation or "")
        return LiteralValue(body.name, self._at("organisation")) if body else None

    @property
    def capacity(self) -> LiteralValue | None:
        """In what capacity."""
        return self._line("capacity")

    @property
    def occupation(self) -> LiteralValue | None:
        """Occupation."""
        return self._line("occupation")

    @property
    def address(self) -> LiteralValue | None:
        """Address."""
        return self._line("address")

    @property
    def made_for(self) -> LiteralValue | None:
        """On whose behalf."""
        return self._line("made_for")

    @property
    def prepared(self) -> LiteralValue | None:
        """How it was prepared."""
        return self._line("prepared")

    @property
    def place(self) -> LiteralValue | None:
        """Place of signature."""
        return self._line("place")

    @property
    def initials(self) -> LiteralValue | None:
        """Initials and surname."""
        return self._line("initials")

    @property
    def number(self) -> LiteralValue:
        """Number of the statement by this person."""
        return LiteralValue(str(self._statement.number), self._at("number"))

    @property
    def made_on(self) -> LiteralValue | None:
        """Date."""
        return self._printer.when(self._statement.made_on, self._at("made_on"))

    @property
    def signed_on(self) -> LiteralValue | None:
        """Date of signature."""
        return self._printer.when(self._statement.signed_on, self._at("signed_on"))

    def paragraphs(self, part: str) -> tuple[ParagraphView, ...]:
        """The paragraphs of the opening, body or closing."""
        made = []
        for index, paragraph in enumerate(self._statement.paragraphs):
            text = self._printer.markdown(
                paragraph.text, "statements", self._statement.id, "paragraphs", index, "text", verbatim=True
            )
            if paragraph.part != part or text is None:
                continue
            origin = self._at(f"paragraphs.{index}")
            basis = LiteralValue(self._printer.wording.label(f"basis.{paragraph.basis}"), origin)
            source = self._printer.literal(paragraph.source, origin)
            exhibits = exhibit_views(self._printer, paragraph.exhibits)
            heading = self._printer.literal(paragraph.heading, origin)
            described = self._described_before(part, index)
            noted = replace(text, tail=exhibit_note(exhibits, origin, self._printer.wording, described))
            made.append(
                ParagraphView(
                    paragraph.id,
                    heading,
                    text,
                    noted,
                    _beginning(paragraph.text, origin),
                    basis,
                    paragraph.basis == "own_knowledge",
                    source,
                    exhibits,
                )
            )
        return tuple(made)

    def _described_before(self, part: str, index: int) -> frozenset[str]:
        """Return the exhibits that paragraphs before this one refer to, in the order of the document."""
        here = (_PARTS.index(part), index)
        return frozenset(
            exhibit
            for place, paragraph in enumerate(self._statement.paragraphs)
            if (_PARTS.index(paragraph.part), place) < here
            for exhibit in paragraph.exhibits
        )

    @property
    def own_language(self) -> LiteralValue | None:
        """Language in which the person gave it, where the text is a translation."""
        return self._line("own_language")

    @property
    def standing(self) -> LiteralValue | None:
        """Whether the person is a party, or employed by one."""
        return self._line("standing")

    @property
    def translation(self) -> TranslationView | None:
        """How the text was translated."""
        found, origin = self._statement.translation, self._at("translation")
        if found is None:
            return None
        certificate = self._certificate(found.certificate, "translation")
        return TranslationView(
            LiteralValue(found.translator, origin),
            self._printer.literal(found.qualification, origin),
            self._printer.when(found.date, origin),
            self._printer.literal(found.original, origin),
            self._printer.literal(found.declaration, origin),
            self._printer.when(found.certified_on, origin),
            certificate,
        )

    @property
    def interpretation(self) -> InterpretationView | None:
        """How an interpreter helped."""
        found, origin = self._statement.interpretation, self._at("interpretation")
        if found is None:
            return None
        certificate = self._certificate(found.certificate, "interpretation")
        when = self._printer.when(found.certified_on, origin)
        return InterpretationView(LiteralValue(found.interpreter, origin), when, certificate)

    def _certificate(self, text: str | None, field: str) -> MarkdownValue | None:
        return self._printer.markdown(text, "statements", self._statement.id, field, "certificate", verbatim=True)

    @property
    def exhibits(self) -> tuple[ExhibitView, ...]:
        """Exhibits, in order."""
        return exhibit_views(self._printer, self._statement.exhibits)

    @property
    def declaration(self) -> LiteralValue | None:
        """The declaration in its official wording; `None` where there is none."""
        if self._declaration is None:
            return None
        signed = self._statement.signed_on
        date = self._printer.wording.when(signed) if signed else BLANK
        return LiteralValue(self._declaration.printed.replace("{date}", date), self._at("declaration"))


def _beginning(text: str, origin: Origin) -> LiteralValue:
    words = text.split()
    return LiteralValue(
        told(text, " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")), origin
    )


def exhibit_note(
    exhibits: tuple[ExhibitView, ...], origin: Origin, wording: Wording, described: Container[str] = ()
) -> Inlines:
    """Return a note that names exhibits: "Exhibit MT/1: copy of a decree, 4 March 2021." Empty where there are none.

    One that was described before is named by its mark alone.
    """
    pieces: list[str] = []
    for found in exhibits:
        pieces += [wording.label("list.between_long")] if pieces else []
        if found.id in described:
            pieces += wording.pieces("exhibit.again", mark=found.mark.text)
            continue
        named = wording.pieces("exhibit.named", mark=found.mark.text, description=found.description.text)
        pieces += wording.around("exhibit.dated", "exhibit", named, date=found.date.text) if found.date else named
    return (Note("", (Paragraph(texts(None, *pieces, ".")),), origin=origin),) if pieces else ()


def exhibit_views(printer: Printer, ids: tuple[str, ...]) -> tuple[ExhibitView, ...]:
    """Return exhibits by their ids; unknown ones are left out."""
    found = (printer.graph.find("exhibits", Exhibit, key) for key in ids)
    return tuple(exhibit_view(printer, exhibit) for exhibit in found if exhibit)


def exhibit_view(printer: Printer, exhibit: Exhibit) -> ExhibitView:
    """Return an exhibit as templates see it."""
    origin = Origin(f"exhibits/{exhibit.id}")
    cites = (Citation(source=exhibit.source),) if exhibit.source else ()
    return ExhibitView(
        exhibit.id,
        LiteralValue(exhibit.mark, Origin(origin.record, "mark")),
        LiteralValue(exhibit.description, origin),
        printer.when(exhibit.date, origin),
        exhibit.pages,
        printer.cited(cites, origin),
        LiteralValue(printer.wording.label(f"disclosure.{exhibit.disclosure}"), origin),
        exhibit.disclosure == "open",
    )
