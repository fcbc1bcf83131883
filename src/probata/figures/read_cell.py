"""The characters of one cell to a typed value."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from probata.diagnostics import Diagnostic, Span, say
from probata.diagnostics.span import sheet_of
from probata.figures.finding import suggest, table_finding
from probata.figures.value import Presence, Value
from probata.graph.unread import CITABLE, Unread
from probata.model.citation import Citation, from_short
from probata.model.dataset import CellStatus, Column, Dataset
from probata.model.dates import When, parse_when
from probata.model.explain_date import help_on_date, message_on_date
from probata.model.quantity import parse_quantity
from probata.source.xlsx_cell import ERRORS

BETWEEN_CITATIONS = ";"
"""Mark between the citations of one cell, as Pandoc has it."""


_LONGEST = 60
"""Characters of a cell that a message quotes."""


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the cells of one table and collects what is found."""

    dataset: Dataset
    citable: Collection[str]
    """Ids that a citation may name."""
    findings: list[Diagnostic]
    unread: Unread = field(default_factory=Unread)
    """What could not be read of the case: a citation of it is no fault of the table."""

    def read(
        self, column: Column, text: str, printed: str, own: CellStatus | None, span: Span, period: When | None = None
    ) -> Value:
        """Read one cell; `own` holds what the record says of this cell alone, `period` is the time of its row."""
        value = Value(
            text,
            _presence(text),
            span,
            status=(own.status if own else None) or column.status,
            period=(own.period if own else None) or period or self.dataset.period,
            printed=printed or text,
            remark=(own.remark if own else None) or "",
        )
        return self._typed(column, value) if value.presence is Presence.STATED else value

    def _typed(self, column: Column, value: Value) -> Value:
        match column.type:
            case "number" | "percent":
                return self._number(column, value)
            case "date":
                return self._date(column, value)
            case "source":
                return self._sources(value)
            case "text":
                return value

    def _number(self, column: Column, value: Value) -> Value:
        try:
            return replace(value, quantity=parse_quantity(value.text))
        except ValueError:
            self._add("TAB111", "text-for-number",
                      f"{say.words(_shown(value.text))} stands where a number belongs (column {say.words(column.key)})",
                      value,
                      "write a number such as 266, 70+, ~16 or 16-76, or `-` where none applies")  # fmt: skip
            return replace(value, is_readable=False)

    def _date(self, column: Column, value: Value) -> Value:
        try:
            return replace(value, when=parse_when(value.text))
        except ValueError as error:
            said = f"{say.words(value.text)} stands where a date belongs (column {say.words(column.key)}): {error}"
            self._add("TAB112", "unreadable-date", message_on_date(value.text, said), value,
                      help_on_date(value.text, str(error)))  # fmt: skip
            return replace(value, is_readable=False)

    def _sources(self, value: Value) -> Value:
        parts = [part.strip() for part in value.text.split(BETWEEN_CITATIONS) if part.strip()]
        citations = tuple(citation for part in parts if (citation := self._citation(part, value)))
        return replace(value, citations=citations, is_readable=len(citations) == len(parts))

    def _citation(self, text: str, value: Value) -> Citation | None:
        try:
            citation = Citation.model_validate(from_short(text))
        except ValueError:
            self._add("TAB113", "unreadable-citation", f"{say.words(text)} is no citation", value,
                      "write a source's id and the place in it: `ccdi-2017, p. 4`; `;` between several")  # fmt: skip
            return None
        if citation.source not in self.citable and not self.unread.may_hold(CITABLE, citation.source):
            self._add("REF104", "unknown-source", f"no source has the id {say.words(citation.source)}", value,
                      self.unread.help_on_struck(CITABLE, citation.source)
                      or suggest(citation.source, self.citable, "ids in `sources`"))  # fmt: skip
            return None
        return citation

    def _add(self, code: str, name: str, message: str, value: Value, help: str) -> None:
        if value.text in ERRORS and sheet_of(value.span):
            return  # that the cell shows no value is told where the sheet is read
        self.findings.append(table_finding(self.dataset, code, name, message, value.span, help))


def _presence(text: str) -> Presence:
    return {"": Presence.NOT_STATED, "-": Presence.NOT_APPLICABLE}.get(text, Presence.STATED)


def _shown(text: str) -> str:
    """Return the beginning of a cell that is too long for a message."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
