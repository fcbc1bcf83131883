"""A body and who stands above whom, as templates see them."""

from __future__ import annotations

from probata.compose.printer import Printer
from probata.compose.sentences.grammar import stacked
from probata.compose.views.record import RecordView, Shown, code, markdown, required
from probata.document.foreign import texts
from probata.document.inlines import Inlines
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.model.body import Body
from probata.model.command import CommandRelation
from probata.model.position import Position


class BodyView(RecordView[Body]):
    """A body with its history and relations."""

    _kind = "bodies"

    id = Shown(code, "Id of the record")
    name = Shown(required, "Full name")
    native = Shown(Printer.native, "Name in its own script")
    abbreviation = Shown(Printer.literal, "Abbreviation")
    description = Shown(markdown, "What it is and does")
    cites = Shown(Printer.cited, "Citations of the body", "citations")

    @property
    def relations(self) -> InlineValue | None:
        """How it stands to other bodies, one line each."""
        lines: list[Inlines] = []
        words, origin = self._printer.wording, self._at("relations")
        for relation in self._record.relations:
            other = self._printer.graph.find("bodies", Body, relation.body)
            name = (other.short_name or other.name) if other else relation.body
            dates = f", {words.when(relation.dates)}" if relation.dates else ""
            what = (" (", relation.what, ")") if relation.what else ()
            shown = texts(origin, f"{words.label(f'relation_of.{relation.kind}')} ", name, dates, *what)
            lines.append((*shown, *self._printer.cite(relation.citations, origin)))
        return stacked(lines)


class CommandView(RecordView[CommandRelation]):
    """A command relation."""

    _kind = "commands"

    dates = Shown(Printer.tenure, "From when to when, with the citations of the dates")
    basis = Shown(Printer.literal, "Legal basis", "legal_basis")
    cites = Shown(Printer.cited, "Citations", "citations")

    def _name(self, key: str, field: str) -> LiteralValue:
        origin = self._at(field)
        body = self._printer.graph.find("bodies", Body, key)
        if body:
            return LiteralValue(body.short_name or body.name, origin)
        position = self._printer.graph.find("positions", Position, key)
        return LiteralValue(position.title if position else key, origin)

    @property
    def superior(self) -> LiteralValue:
        """The superior."""
        return self._name(self._record.superior, "superior")

    @property
    def subordinate(self) -> LiteralValue:
        """The subordinate."""
        return self._name(self._record.subordinate, "subordinate")

    @property
    def kind(self) -> LiteralValue:
        """Class of the relation."""
        return LiteralValue(self._printer.wording.label(f"command.{self._record.kind}"))
