"""Names in the texts of a case: what a record says of somebody who may not be named is told without the name.

Leaving out a person's own record is not enough. A narrative, a particular, the title of a source or a cell of a table
may hold the name as well. It is taken out before anything is composed, so that no file, and no property of a file, ever
held it. Where the hole is printed, that is a must-fix finding, so that nothing is filed with it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from probata.diagnostics import Diagnostic, Severity
from probata.disclosure.addresses import ADDRESS, without_addresses
from probata.disclosure.as_read import as_read
from probata.disclosure.name_forms import name_pattern
from probata.disclosure.name_index import NameIndex
from probata.graph.case_graph import CaseGraph
from probata.graph.place_within import place_within
from probata.model.record import Part, Record, id_fields
from probata.model.source_record import Author
from probata.source.csv_reader import CsvTable

P = TypeVar("P", bound=Part)
Loc = tuple[str | int, ...]
NAME_WITHHELD = "[name withheld]"
"""What stands where a name stood, in English."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A text out of which a name was taken."""

    finding: Diagnostic
    """Where that was, as must fix."""
    told: str
    """The text with the mark in it."""


@dataclass(slots=True)
class NameTaker:
    """Takes the names of some persons out of the texts of a case."""

    names: dict[str, tuple[str, ...]]
    """Forms of the name by the id of the person."""
    forum: str
    mark: str = NAME_WITHHELD
    """What stands where a name stood."""
    taken: list[Taken] = field(default_factory=list)
    index: NameIndex = field(init=False)

    def __post_init__(self) -> None:
        """Sort the names by their words, so that a text is looked through once and not once for each."""
        self.index = NameIndex(self.names)

    def from_graph(self, graph: CaseGraph) -> CaseGraph:
        """Return the case without the names, those in its tables included."""
        records: dict[str, dict[str, Record]] = {}
        for kind, found in graph.records.items():
            records[kind] = {key: self._part(record, graph, f"{kind}/{key}", ()) for key, record in found.items()}
        case = self._part(graph.case, graph, f"case/{graph.name}", ())
        tables = {key: self._table(table) for key, table in graph.tables.items()}
        return replace(graph, case=case, records=records, tables=tables)

    def _part(self, part: P, graph: CaseGraph, record: str, loc: Loc) -> P:
        changed: dict[str, Any] = {}
        fields = type(part).model_fields
        for name in (name for name in fields if name not in id_fields(type(part))):
            value = getattr(part, name)
            told = self._value(value, graph, record, (*loc, name))
            if told is not value:
                # An address with a hole leads nowhere: where it is a field of its own, the field is empty.
                is_address = isinstance(value, str) and ADDRESS.fullmatch(value) and fields[name].default is None
                changed[name] = None if is_address else told
        return part.model_copy(update=changed) if changed else part

    def _value(self, value: Any, graph: CaseGraph, record: str, loc: Loc) -> Any:
        match value:
            case str():
                return self._text(value, graph, record, loc)
            case Author(family=str(), given=str()):
                return self._author(value, graph, record, loc)
            case Part():
                return self._part(value, graph, record, loc)
            case tuple():
                told = tuple(self._value(item, graph, record, (*loc, place)) for place, item in enumerate(value))
                return value if all(new is old for new, old in zip(told, value, strict=True)) else told
            case dict():
                inner = {key: self._value(item, graph, record, (*loc, key)) for key, item in value.items()}
                return value if all(inner[key] is item for key, item in value.items()) else inner
            case _:
                return value

    def _author(self, author: Author, graph: CaseGraph, record: str, loc: Loc) -> Author:
        """Return an author without a name: both parts make one name, of which neither may stay.

        The given name alone is no form of a name, and a short family name is none either.
        """
        whole = f"{author.given} {author.family}"
        return author if self._text(whole, graph, record, loc) == whole else Author(literal=self.mark)

    def _text(self, text: str, graph: CaseGraph, record: str, loc: Loc) -> str:
        told = text
        for person in self.index.persons_in(text):
            before = told
            told = self._without(told, self.names[person])
            # An address with a name is left out whole: it leaves no hole in a text that somebody must mend.
            if told is not before and not ADDRESS.fullmatch(before):
                self.taken.append(Taken(self._found(person, graph, record, loc), told))
        return told

    def _table(self, table: CsvTable) -> CsvTable:
        """Return a table without the names; a finding has no place for them, since no record holds the cell."""
        return replace(table, rows=tuple(tuple(self._cell(cell) for cell in row) for row in table.rows))

    def _cell(self, cell: str) -> str:
        names = [name for person in self.index.persons_in(cell) for name in self.names[person]]
        return self._without(cell, names) if names else cell

    def _without(self, text: str, names: Collection[str]) -> str:
        """Return a text without names as whole words; in a citation `[@…]` the id of a source stays."""
        read = as_read(text)
        told = name_pattern(tuple(names)).sub(lambda _: self.mark, without_addresses(read, names, self.mark))
        return text if told == read else told

    def _found(self, person: str, graph: CaseGraph, record: str, loc: Loc) -> Diagnostic:
        kind, _, key = record.partition("/")
        path, field = ".".join(map(str, loc)), graph.span(kind, key, *loc)
        return Diagnostic(
            "DIS102", "name-without-consent", Severity.ERROR,
            f"`{path}` of `{record}` names `{person}`, of whom no consent covers `{self.forum}` and its readers: the "
            "name is taken out there",
            place_within(graph, field, name_pattern(self.names[person]), 0) or field,
            "write it without the name, keep it out of this forum, or record a consent",
            record=record, alike=f"{path} {person}", filing=self.forum,
        )  # fmt: skip
