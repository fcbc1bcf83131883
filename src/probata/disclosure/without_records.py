"""A case as if some records had never been in it: no reference, citation, row or paragraph leads to them.

What rested on them alone goes too, and so on until nothing more follows. Numbers that are recorded, as the marks of
exhibits, close up; those that are computed are computed from what is left.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeVar

from probata.disclosure.name_search import NameSearch
from probata.disclosure.text_without import TextWithout
from probata.figures import compute_figures, read_tables
from probata.graph.case_graph import CITABLE, CaseGraph
from probata.graph.resolve import REFERENCES
from probata.model.case_file import CaseFile
from probata.model.citation import Citation, is_citation
from probata.model.dataset import Dataset
from probata.model.kinds import KIND_BY_KEY
from probata.model.narrative import Narrative
from probata.model.parts import is_part, reworded
from probata.model.record import Part, Record, id_fields, markdown_fields, private_fields
from probata.source.csv_reader import CsvTable

Gone = Mapping[str, Collection[str]]
P = TypeVar("P", bound=Part)

_BY_THEMSELVES = frozenset({"people", "bodies", "positions", "sources", "authorities", "taxonomies"})
"""Kinds whose records say who or what there is: they stay without their citations."""
_NOTHING_WITHOUT: Mapping[str, Collection[str]] = {"exhibits": ("source", "statement"), "quotations": ("quoted_in",)}
"""Fields that a record may lack, and that it is nothing without where what they name is gone."""
_BESIDE = ("note", "supports", "translations")
"""Fields of a work that do not tell how it is called."""
_SUPPORT = ("citations", "evidence", "cited_in")
_OF_EVIDENCE = ("quotations", "datasets")


_KNOWN_BY = ("title", "name")
"""What a record that names somebody there is nothing without."""


class Lost(NamedTuple):
    """A text of a record of which something went, though the record stays."""

    kind: str
    key: str
    loc: tuple[str, ...]
    """The field that it stands in, without places in lists."""

    text: str
    """The paragraph that went, as it was written; of a line, all of it."""


class Without(NamedTuple):
    """A case without some records."""

    graph: CaseGraph
    gone: Gone
    """Ids of all records that went, by kind."""

    lost: tuple[Lost, ...]
    """Texts that went of records that stay, in their order, each once."""


def without_records(
    graph: CaseGraph,
    gone: Gone,
    changed: Mapping[str, Mapping[str, Record]] | None = None,
    names: NameSearch | None = None,
) -> Without:
    """Return a case without some records, and what went with them. `changed` are those that say less now.

    With `names`, what names one of these persons goes too: a paragraph, an entry of a list, a row of a table, a work,
    or a record that has the name in its title.
    """
    taker = _Taker({kind: {*ids} for kind, ids in gone.items()}, names)
    held = {kind: {**found, **(changed or {}).get(kind, {})} for kind, found in graph.records.items()}
    had = graph.once("figures with a result", lambda: _with_result(graph))
    while True:
        taker.settle(held)
        made = replace(graph, records=held, tables=_tables(graph, held, taker.gone, names))
        lost = (had - _with_result(made)) - taker.of("figures")
        if not lost:
            break
        taker.gone["figures"] |= lost  # a text that prints one would show a hole
    case = taker.part(graph.case, "case")
    taker.note("case", graph.name)
    made = replace(made, case=case if isinstance(case, CaseFile) else graph.case)
    left = {kind: ids for kind, ids in taker.gone.items() if ids}
    texts = (one for one in dict.fromkeys(taker.lost) if one.key not in left.get(one.kind, ()))
    return Without(with_marks_closed_up(graph, made), left, tuple(texts))


def _with_result(graph: CaseGraph) -> set[str]:
    """Return the figures that can be computed; a source outside the case that a cell cites changes no number."""
    if not graph.figures:
        return set()
    tables, _ = read_tables(graph)
    return {*compute_figures(graph, tables)[0]}


@dataclass(slots=True)
class _Taker:
    gone: dict[str, set[str]]
    names: NameSearch | None = None
    text: TextWithout = field(default_factory=lambda: TextWithout({}))
    lost: list[Lost] = field(default_factory=list)
    passing: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    """Fields of the record that is gone through, and what went of their texts."""

    def of(self, kind: str) -> set[str]:
        return self.gone.setdefault(kind, set())

    def settle(self, held: dict[str, dict[str, Record]]) -> None:
        """Take what leads to those that are gone out of all records that are held, until nothing more goes."""
        before = -1
        while before != (before := sum(map(len, self.gone.values()))):
            self.text = TextWithout(self.gone, self.names)
            for kind in (kind for kind in KIND_BY_KEY if kind in held):
                told = dict[str, Record | None]()
                for key, one in held[kind].items():
                    if key not in self.of(kind):
                        told[key] = self.record(kind, one)
                        self.note(kind, key)
                self.of(kind).update(key for key, one in told.items() if one is None)
                held[kind] = {key: one for key, one in told.items() if one is not None}

    def note(self, kind: str, key: str) -> None:
        """Keep what went of the texts of a record."""
        self.lost += [Lost(kind, key, loc, text) for loc, text in self.passing]
        self.passing.clear()

    def record(self, kind: str, record: Record) -> Record | None:
        """Return a record without what leads to those that are gone; `None` where it is nothing without that."""
        if any(self._leads_to_gone(kind, name, getattr(record, name)) for name in _NOTHING_WITHOUT.get(kind, ())):
            return None
        shown = self.part(record, kind)
        if shown is None or shown is record:
            return shown
        if kind == "sources" and any(loc[0] not in _BESIDE for loc, _ in self.passing):
            return None
        lost = kind not in _BY_THEMSELVES and _has_lost(record, shown, _SUPPORT)
        if lost and isinstance(shown, Narrative):
            text = self.text.cited_alone(shown.text)
            self._note_lost(("text",))
            return shown.model_copy(update={"text": text}) if text else None
        return None if lost or (kind == "sources" and _has_lost(record, shown, ("cited_in",))) else shown

    def part(self, part: P, kind: str, path: tuple[str, ...] = ()) -> P | None:
        """Return a part of a record, or the record itself, without what leads to those that are gone."""
        update: dict[str, Any] = {}
        markdown, passed = markdown_fields(type(part)), (*id_fields(type(part)), *private_fields(type(part)))
        for name, info in type(part).model_fields.items():
            value = getattr(part, name)
            if not value:
                continue
            told = self._value(value, kind, (*path, name), name in markdown, name in passed or kind == "copies")
            if told is value:
                continue
            if told is None or told == ():
                if info.is_required() or (not path and told is None and name in _KNOWN_BY):
                    return None
                if path and told is None and isinstance(value, str) and name not in markdown:
                    return None  # an entry of a list says something else without the record that it names
                told = info.get_default(call_default_factory=True)
            update[name] = told
        if not update:
            return part
        shown = part.model_copy(update=update)
        return None if path and _has_lost(part, shown, (*_SUPPORT, *_OF_EVIDENCE)) else shown

    def _value(self, value: Any, kind: str, path: tuple[str, ...], is_markdown: bool, is_passed: bool = False) -> Any:
        if isinstance(value, str):
            if is_markdown:
                return self._text(value, path)
            if not is_passed and self.names and self.names.found(value):
                self.passing.append((path, value))
                return None
            return None if self._names_gone(kind, path, value) else value
        if is_part(value):
            return None if self._cites_gone(value) else self.part(value, kind, path)
        if isinstance(value, tuple):
            told = tuple(self._value(one, kind, path, is_markdown, is_passed) for one in value)
            same = all(new is old for new, old in zip(told, value, strict=True))
            return value if same else tuple(one for one in told if one is not None)
        if isinstance(value, dict) and path[-1] == "translations":
            inner = {language: self._translated(texts, (*path, language)) for language, texts in value.items()}
            return value if inner == value else type(value)(inner)
        return value

    def _text(self, text: str, path: tuple[str, ...]) -> str | None:
        told = self.text.of(text)
        self._note_lost(path)
        return told

    def _note_lost(self, path: tuple[str, ...]) -> None:
        self.passing += [(path, lost) for lost in self.text.lost]
        self.text.lost.clear()

    def _translated(self, texts: Mapping[str, str], path: tuple[str, ...]) -> dict[str, str]:
        told = {name: self._text(text, (*path, name)) for name, text in texts.items()}
        return {name: text for name, text in told.items() if text is not None}

    def _cites_gone(self, part: Part) -> bool:
        return is_citation(part) and any(part.source in self.of(kind) for kind in CITABLE)

    def _names_gone(self, kind: str, path: tuple[str, ...], named: str) -> bool:
        targets = REFERENCES.get(kind, {}).get(".".join(path), ())
        return any(named in self.of(target) for target in targets)

    def _leads_to_gone(self, kind: str, name: str, value: Any) -> bool:
        if isinstance(value, Citation):
            return self._cites_gone(value)
        return isinstance(value, str) and self._names_gone(kind, (name,), value)


def _has_lost(before: Part, after: Part, names: Collection[str]) -> bool:
    """Tell whether a part had something to rest on and has nothing of it left."""
    own = [name for name in names if name in type(before).model_fields]
    had = any(getattr(before, name) for name in own)
    return had and not any(getattr(after, name) for name in own)


# Rows of tables whose sources are all gone go, and with one row the totals that a source declares for all of them.

_KEY = re.compile(r"@?([\w.:/-]*[\w/])")


def _tables(
    graph: CaseGraph, held: dict[str, dict[str, Record]], gone: Gone, names: NameSearch | None
) -> dict[str, CsvTable]:
    cited = frozenset(key for kind in CITABLE for key in gone.get(kind, ()))
    tables: dict[str, CsvTable] = {}
    datasets = held.get("datasets", {})
    for key, table in graph.tables.items():
        dataset = datasets.get(key)
        if not isinstance(dataset, Dataset):
            continue
        columns = {column.key for column in dataset.columns if column.type == "source"}
        at = [n for n, heading in enumerate(table.header) if heading in columns]
        kept = [n for n, row in enumerate(table.rows) if not _rests_on([row[c] for c in at if c < len(row)], cited)]
        kept = [n for n in kept if not (names and any(names.found(cell) for cell in table.rows[n]))]
        rows = tuple(
            tuple(_without_cited(cell, cited) if c in at else cell for c, cell in enumerate(table.rows[n]))
            for n in kept
        )
        if len(kept) < len(table.rows):
            datasets[key] = dataset.model_copy(update={"totals": ()})
        same = rows == table.rows
        tables[key] = table if same else replace(table, rows=rows, lines=tuple(table.lines[n] for n in kept))
    return tables


def _keys(cell: str) -> list[str]:
    parts = (part.strip() for part in cell.split(";"))
    return [found[1] for part in parts if (found := _KEY.match(part.partition(",")[0]))]


def _rests_on(cells: list[str], cited: Collection[str]) -> bool:
    keys = [key for cell in cells for key in _keys(cell)]
    return bool(keys) and all(key in cited for key in keys)


def _without_cited(cell: str, cited: Collection[str]) -> str:
    parts = [part for part in cell.split(";") if not any(key in cited for key in _keys(part))]
    return ";".join(parts).strip() if len(parts) < len(cell.split(";")) else cell


# Marks of exhibits, `AB/1`, `AB/2`: a number that is left out would tell of the exhibit that is.

_NUMBERED = re.compile(r"(?P<begin>.*?)(?P<number>\d+)(?P<end>\D*)")


def with_marks_closed_up(before: CaseGraph, after: CaseGraph) -> CaseGraph:
    """Return a case in which the numbered marks of exhibits run on where some exhibits of their series are gone."""
    closed = dict(_marks(before, after))
    if not closed:
        return after
    records = {
        kind: {key: _with_marks(one, closed) for key, one in found.items()} for kind, found in after.records.items()
    }
    return replace(after, records=records, case=_with_marks(after.case, closed))


def _marks(before: CaseGraph, after: CaseGraph) -> Iterator[tuple[str, str]]:
    series: dict[tuple[str, str], list[tuple[int, str, bool]]] = {}
    for exhibit in before.exhibits:
        if found := _NUMBERED.fullmatch(exhibit.mark):
            of = series.setdefault((found["begin"], found["end"]), [])
            of.append((int(found["number"]), exhibit.mark, after.has("exhibits", exhibit.id)))
    for (begin, end), marks in series.items():
        if all(stays for _, _, stays in marks):
            continue
        first = min(number for number, _, _ in marks)
        kept = [mark for _, mark, stays in sorted(marks) if stays]
        yield from ((mark, f"{begin}{first + n}{end}") for n, mark in enumerate(kept))


def _with_marks(part: P, closed: Mapping[str, str]) -> P:
    pattern = re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, sorted(closed, key=len, reverse=True)))})(?![\w/])")
    told: P = reworded(part, lambda text: pattern.sub(lambda found: closed[found[0]], text))
    return told
