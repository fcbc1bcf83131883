"""Names in the texts of a case: what a record says of somebody who may not be named is told without the name.

Leaving out a person's own record is not enough. The title of a source, an author, a heading or a cell of a table may
hold the name as well. From these plain texts it is taken before anything is composed, so that no picture, order or cut
line ever depends on it; from texts of Markdown, in which signs may stand inside it, once they are parsed: see
`in_document`.
Where the hole is printed, that is a must-fix finding, so that nothing is filed with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from probata.diagnostics import Diagnostic
from probata.disclosure.in_document import named_in_cell, named_in_record
from probata.disclosure.name_search import NameSearch
from probata.document.inlines import Text
from probata.document.tree import Document
from probata.document.walk import inlines_in_order
from probata.graph.case_graph import CaseGraph
from probata.model.record import Part, Record, id_fields, markdown_fields
from probata.model.source_record import Author
from probata.source.csv_reader import CsvTable

P = TypeVar("P", bound=Part)
Loc = tuple[str | int, ...]
NAME_WITHHELD = "[name withheld]"
"""What stands where a name stood, in English."""
_ADDRESS = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.)\S+")


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

    names: NameSearch
    forum: str
    mark: str = NAME_WITHHELD
    """What stands where a name stood."""
    with_markdown: bool = False
    """Whether texts of Markdown are gone through too; in a document names in them are found once they are parsed."""
    taken: list[Taken] = field(default_factory=list)

    def from_graph(self, graph: CaseGraph) -> CaseGraph:
        """Return the case without the names, those in its tables included."""
        records: dict[str, dict[str, Record]] = {}
        for kind, found in graph.records.items():
            records[kind] = {key: self._part(record, graph, f"{kind}/{key}", ()) for key, record in found.items()}
        case = self._part(graph.case, graph, f"case/{graph.name}", ())
        tables = {key: self._table(key, table) for key, table in graph.tables.items()}
        return replace(graph, case=case, records=records, tables=tables)

    def _part(self, part: P, graph: CaseGraph, record: str, loc: Loc) -> P:
        changed: dict[str, Any] = {}
        fields, passed = type(part).model_fields, set(id_fields(type(part)))
        passed |= set() if self.with_markdown else set(markdown_fields(type(part)))
        for name in (name for name in fields if name not in passed):
            value = getattr(part, name)
            told = self._value(value, graph, record, (*loc, name), passed)
            if told is not value:
                # An address with a hole leads nowhere: where it is a field of its own, the field is empty.
                is_address = isinstance(value, str) and _ADDRESS.fullmatch(value) and fields[name].default is None
                changed[name] = None if is_address else told
        return part.model_copy(update=changed) if changed else part

    def _value(self, value: Any, graph: CaseGraph, record: str, loc: Loc, passed: Collection[str] = ()) -> Any:
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
                inner = {
                    key: item if key in passed else self._value(item, graph, record, (*loc, key), passed)
                    for key, item in value.items()
                }
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
        told = self.names.without(text, self.mark)
        # An address with a name is left out whole: it leaves no hole in a text that somebody must mend.
        # No document prints how a file that is held is called.
        if told is not text and not _ADDRESS.fullmatch(text) and not record.startswith("copies/"):
            persons = self.names.persons_in(text)
            found = (named_in_record(graph, self.names, self.forum, one, record, loc) for one in persons)
            self.taken += [Taken(one, told) for one in found]
        return told

    def _table(self, dataset: str, table: CsvTable) -> CsvTable:
        rows = list[tuple[str, ...]]()
        for number, row in enumerate(table.rows):
            told = tuple(self.names.without(cell, self.mark) for cell in row)
            for column, cell in ((n, cell) for n, cell in enumerate(row) if told[n] != cell):
                found = (
                    named_in_cell(one, self.forum, dataset, table.span(number, column))
                    for one in self.names.persons_in(cell)
                )
                self.taken += [Taken(one, told[column]) for one in found]
            rows.append(told)
        return replace(table, rows=tuple(rows))


# Which of the names that were taken out leave a hole in a document: a text that it does not print needs no mending.

_HOLE = "ꙮ"
"""A letter that no text holds, for the mark in texts from which everything but letters and digits is taken."""
_BESIDE = 10
"""Letters beside a hole by which its place in the document is known."""


def holes(taken: Iterable[Taken], document: Document, mark: str, *, others: bool = False) -> tuple[Diagnostic, ...]:
    """Return the findings of the texts that stand in the document with a hole; all of them where none can be told.

    With `others`, holes that are told elsewhere stand in it too, and what cannot be told is left to them.
    """
    printed = _letters(" ".join(_texts(document)), mark)
    if _HOLE not in printed:
        return ()
    each = tuple(taken)
    found = tuple(one.finding for one in each if _stands_in(printed, _letters(one.told, mark)))
    return found if found or others else tuple(one.finding for one in each)


def _letters(text: str, mark: str) -> str:
    return re.sub(r"\W+", "", text.replace(mark, _HOLE))


def _stands_in(printed: str, told: str) -> bool:
    """Tell whether a hole of a text is in the document, by the letters before it or after it."""
    for hole in re.finditer(_HOLE, told):
        before, after = told[max(0, hole.start() - _BESIDE) : hole.end()], told[hole.start() : hole.end() + _BESIDE]
        if any(len(beside) > 1 and beside in printed for beside in (before, after)) or told == _HOLE:
            return True
    return False


def _texts(document: Document) -> Iterator[str]:
    meta = document.meta
    yield from (meta.title, meta.subject, meta.author, meta.short_title, *meta.running)
    yield from (inline.text for inline in inlines_in_order(document.blocks) if isinstance(inline, Text))
