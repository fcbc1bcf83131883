"""A statement as templates see it."""

from __future__ import annotations

from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.compose.views.evidence import ExhibitView, exhibit_views
from probata.compose.views.person import PersonView
from probata.compose.views.record import RecordView, Shown
from probata.document.foreign import told
from probata.document.origin import Origin
from probata.law import Declaration
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.model.body import Body
from probata.model.case_file import Filing
from probata.model.citation import Citation
from probata.model.person import Person
from probata.model.statement import Statement

# The paragraphs of a statement as templates see them: the person's own words, and what each rests on.

_WORDS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph in the person's own words, letter by letter."""

    id: str
    heading: LiteralValue | None
    text: MarkdownValue
    beginning: LiteralValue
    """Its first words, to name it by in a table."""
    basis: LiteralValue
    is_own_knowledge: bool
    """True where the person saw, heard or did it."""
    source: LiteralValue | None
    exhibits: tuple[ExhibitView, ...]


def paragraph_views(statement: Statement, part: str, printer: Printer) -> tuple[ParagraphView, ...]:
    """Return the paragraphs of the opening, body or closing; those without words are left out."""
    made = (_view(statement, index, printer) for index, one in enumerate(statement.paragraphs) if one.part == part)
    return tuple(view for view in made if view)


def _view(statement: Statement, index: int, printer: Printer) -> ParagraphView | None:
    paragraph = statement.paragraphs[index]
    text = printer.markdown(paragraph.text, "statements", statement.id, "paragraphs", index, "text", verbatim=True)
    if text is None:
        return None
    origin = Origin(f"statements/{statement.id}", f"paragraphs.{index}")
    return ParagraphView(
        paragraph.id,
        printer.literal(paragraph.heading, origin),
        text,
        _beginning(paragraph.text, origin),
        LiteralValue(printer.wording.label(f"basis.{paragraph.basis}"), origin),
        paragraph.basis == "own_knowledge",
        printer.literal(paragraph.source, origin),
        exhibit_views(printer, paragraph.exhibits),
    )


def _beginning(text: str, origin: Origin) -> LiteralValue:
    words = text.split()
    return LiteralValue(
        told(text, " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")), origin
    )


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


def translation_view(statement: Statement, printer: Printer) -> TranslationView | None:
    """Return how the text was translated; `None` where it was not."""
    found, origin = statement.translation, Origin(f"statements/{statement.id}", "translation")
    if found is None:
        return None
    return TranslationView(
        LiteralValue(found.translator, origin),
        printer.literal(found.qualification, origin),
        printer.when(found.date, origin),
        printer.literal(found.original, origin),
        printer.literal(found.declaration, origin),
        printer.when(found.certified_on, origin),
        _certificate(found.certificate, statement, "translation", printer),
    )


def interpretation_view(statement: Statement, printer: Printer) -> InterpretationView | None:
    """Return how an interpreter helped; `None` where none did."""
    found, origin = statement.interpretation, Origin(f"statements/{statement.id}", "interpretation")
    if found is None:
        return None
    return InterpretationView(
        LiteralValue(found.interpreter, origin),
        printer.when(found.certified_on, origin),
        _certificate(found.certificate, statement, "interpretation", printer),
    )


def _certificate(text: str | None, statement: Statement, field: str, printer: Printer) -> MarkdownValue | None:
    return printer.markdown(text, "statements", statement.id, field, "certificate", verbatim=True)


BLANK = "_" * 20
"""A blank to be filled in by hand."""


class StatementView(RecordView[Statement]):
    """A statement of a witness or deponent."""

    _kind = "statements"

    capacity = Shown(Printer.literal, "In what capacity")
    occupation = Shown(Printer.literal, "Occupation")
    address = Shown(Printer.literal, "Address")
    made_for = Shown(Printer.literal, "On whose behalf")
    prepared = Shown(Printer.literal, "How it was prepared")
    place = Shown(Printer.literal, "Place of signature")
    initials = Shown(Printer.literal, "Initials and surname")
    made_on = Shown(Printer.when, "Date")
    signed_on = Shown(Printer.when, "Date of signature")
    own_language = Shown(Printer.literal, "Language in which the person gave it, where the text is a translation")
    standing = Shown(Printer.literal, "Whether the person is a party, or employed by one")

    def __init__(self, statement: Statement, declaration: Declaration | None, printer: Printer) -> None:
        self._record = statement
        self._declaration = declaration
        self._printer = printer

    @property
    def person(self) -> PersonView | None:
        """Who makes it."""
        person = self._printer.graph.find("people", Person, self._record.person)
        return PersonView(person, self._printer) if person else None

    @property
    def organisation(self) -> LiteralValue | None:
        """The organisation for which the person speaks."""
        body = self._printer.graph.find("bodies", Body, self._record.organisation or "")
        return LiteralValue(body.name, self._at("organisation")) if body else None

    @property
    def cites(self) -> InlineValue:
        """Citation of the source as which documents cite it."""
        cited = (Citation(source=self._record.source),) if self._record.source else ()
        return self._printer.cited(cited, self._at("source"))

    @property
    def number(self) -> LiteralValue:
        """Number of the statement by this person."""
        return LiteralValue(str(self._record.number), self._at("number"))

    def paragraphs(self, part: str) -> tuple[ParagraphView, ...]:
        """The paragraphs of the opening, body or closing."""
        return paragraph_views(self._record, part, self._printer)

    @property
    def translation(self) -> TranslationView | None:
        """How the text was translated."""
        return translation_view(self._record, self._printer)

    @property
    def interpretation(self) -> InterpretationView | None:
        """How an interpreter helped."""
        return interpretation_view(self._record, self._printer)

    @property
    def exhibits(self) -> tuple[ExhibitView, ...]:
        """Exhibits, in order."""
        return exhibit_views(self._printer, self._record.exhibits)

    @property
    def declaration(self) -> LiteralValue | None:
        """The declaration in its official wording; `None` where there is none."""
        if self._declaration is None:
            return None
        signed = self._record.signed_on
        date = self._printer.wording.when(signed) if signed else BLANK
        return LiteralValue(self._declaration.printed.replace("{date}", date), self._at("declaration"))


# The proceedings in a court as templates see them: for the title of a witness statement.


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party with its part in the proceedings."""

    name: LiteralValue
    role: LiteralValue


@dataclass(frozen=True, slots=True)
class ProceedingsView:
    """The court, line by line, the number of the claim, and the parties."""

    court: tuple[LiteralValue, ...]
    number: LiteralValue | None
    parties: tuple[PartyView, ...]


def proceedings_view(filing: Filing, printer: Printer) -> ProceedingsView | None:
    """Return the proceedings of a filing; `None` where it is made for no court."""
    found = filing.proceedings
    if found is None:
        return None
    origin = Origin("filing", "proceedings")
    return ProceedingsView(
        tuple(LiteralValue(line, origin) for line in found.court),
        printer.literal(found.number, origin),
        tuple(PartyView(LiteralValue(p.name, origin), LiteralValue(p.role, origin)) for p in found.parties),
    )
