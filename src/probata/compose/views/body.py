"""A body and who stands above whom, as templates see them."""

from __future__ import annotations

from probata.compose.printer import LineValue, Printer
from probata.compose.sentences.grammar import stacked
from probata.document.foreign import texts
from probata.document.inlines import Inlines
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.model.body import Body
from probata.model.command import CommandRelation
from probata.model.position import Position


class BodyView:
    """A body with its history and relations."""

    def __init__(self, body: Body, printer: Printer) -> None:
        self._body = body
        self._printer = printer

    def _at(self, field: str) -> Origin:
        return Origin(f"bodies/{self._body.id}", field)

    @property
    def id(self) -> str:
        """Id of the record."""
        return self._body.id

    @property
    def name(self) -> LiteralValue:
        """Full name."""
        return LiteralValue(self._body.name, self._at("name"))

    @property
    def native(self) -> InlineValue | None:
        """Name in its own script."""
        return self._printer.native(self._body.native, self._at("native"))

    @property
    def abbreviation(self) -> LiteralValue | None:
        """Abbreviation."""
        return self._printer.literal(self._body.abbreviation, self._at("abbreviation"))

    @property
    def description(self) -> MarkdownValue | None:
        """What it is and does."""
        return self._printer.markdown(self._body.description, "bodies", self._body.id, "description")

    @property
    def relations(self) -> InlineValue | None:
        """How it stands to other bodies, one line each."""
        lines: list[Inlines] = []
        words, origin = self._printer.wording, self._at("relations")
        for relation in self._body.relations:
            other = self._printer.graph.find("bodies", Body, relation.body)
            name = (other.short_name or other.name) if other else relation.body
            dates = f", {words.when(relation.dates)}" if relation.dates else ""
            what = (" (", relation.what, ")") if relation.what else ()
            shown = texts(origin, f"{words.label(f'relation_of.{relation.kind}')} ", name, dates, *what)
            lines.append((*shown, *self._printer.cite(relation.citations, origin)))
        return stacked(lines)

    @property
    def cites(self) -> InlineValue:
        """Citations of the body."""
        return self._printer.cited(self._body.citations, self._at("citations"))


class CommandView:
    """A command relation."""

    def __init__(self, command: CommandRelation, printer: Printer) -> None:
        self._command = command
        self._printer = printer

    def _name(self, key: str, field: str) -> LiteralValue:
        origin = Origin(f"commands/{self._command.id}", field)
        body = self._printer.graph.find("bodies", Body, key)
        if body:
            return LiteralValue(body.short_name or body.name, origin)
        position = self._printer.graph.find("positions", Position, key)
        return LiteralValue(position.title if position else key, origin)

    @property
    def superior(self) -> LiteralValue:
        """The superior."""
        return self._name(self._command.superior, "superior")

    @property
    def subordinate(self) -> LiteralValue:
        """The subordinate."""
        return self._name(self._command.subordinate, "subordinate")

    @property
    def kind(self) -> LiteralValue:
        """Class of the relation."""
        return LiteralValue(self._printer.wording.label(f"command.{self._command.kind}"))

    @property
    def dates(self) -> LineValue | None:
        """From when to when, with the citations of the dates."""
        return self._printer.tenure(self._command.dates, Origin(f"commands/{self._command.id}", "dates"))

    @property
    def basis(self) -> LiteralValue | None:
        """Legal basis."""
        return self._printer.literal(self._command.legal_basis, Origin(f"commands/{self._command.id}", "legal_basis"))

    @property
    def cites(self) -> InlineValue:
        """Citations."""
        return self._printer.cited(self._command.citations, Origin(f"commands/{self._command.id}", "citations"))
