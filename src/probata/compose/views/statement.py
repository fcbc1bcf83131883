"""A statement as templates see it."""

from __future__ import annotations

from probata.compose.printer import Printer
from probata.compose.views.exhibit import ExhibitView, exhibit_views
from probata.compose.views.person import PersonView
from probata.compose.views.statement_paragraph import ParagraphView, paragraph_views
from probata.compose.views.translation import (
    InterpretationView,
    TranslationView,
    interpretation_view,
    translation_view,
)
from probata.document.origin import Origin
from probata.law import Declaration
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.model.body import Body
from probata.model.citation import Citation
from probata.model.person import Person
from probata.model.statement import Statement

BLANK = "_" * 20
"""A blank to be filled in by hand."""


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
    def cites(self) -> InlineValue:
        """Citation of the source as which documents cite it."""
        cited = (Citation(source=self._statement.source),) if self._statement.source else ()
        return self._printer.cited(cited, self._at("source"))

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
        return paragraph_views(self._statement, part, self._printer)

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
        return translation_view(self._statement, self._printer)

    @property
    def interpretation(self) -> InterpretationView | None:
        """How an interpreter helped."""
        return interpretation_view(self._statement, self._printer)

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
