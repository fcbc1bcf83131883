"""Which texts of a record a printed field may come from, each with its path and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from probata.document.origin import Origin
from probata.graph.case_graph import CaseGraph
from probata.model.parts import Loc
from probata.model.record import Part, markdown_fields
from probata.source.node import Mapping, Node, Scalar, Sequence, node_at


@dataclass(frozen=True, slots=True)
class FieldText:
    """One text of a record."""

    kind: str
    """Kind of the record, such as `people`; `case` for the case itself."""

    record: str
    """Id of the record."""

    loc: Loc
    """Path inside the record."""

    scalar: Scalar
    is_markdown: bool


def texts_of(origin: Origin, graph: CaseGraph, filing: str, language: str) -> list[FieldText]:
    """Return the texts from which a field is printed in a language; none where the record is not in the case.

    A translation comes before the text that it translates. A field that is made of parts gives the texts of all.
    """
    kind, _, id_ = origin.record.partition("/")
    loc: Loc = tuple(int(step) if step.isdigit() else step for step in origin.field.split(".") if step)
    if kind == "filing":
        kind, loc = "case", ("filings", _place(graph, filing), *loc)
    node = graph.case_node if kind == "case" else graph.nodes.get((kind, id_))
    record: Part | None = graph.case if kind == "case" else graph.records.get(kind, {}).get(id_)
    if node is None or record is None:
        return []
    locs = [*_translated(loc, language), loc]
    return [
        FieldText(kind, id_, path, scalar, _is_markdown(record, path))
        for start in locs
        if _leads_to(node, start)
        for path, scalar in _scalars(node_at(node, start), start)
    ]


def _place(graph: CaseGraph, filing: str) -> int:
    return next((n for n, one in enumerate(graph.case.filings) if one.id == filing), 0)


def _translated(loc: Loc, language: str) -> Iterator[Loc]:
    if loc:
        for tag in dict.fromkeys((language, language.partition("-")[0])):
            yield (*loc[:-1], "translations", tag, loc[-1])


def _leads_to(node: Node, loc: Loc) -> bool:
    """Tell whether the data goes as far as a path."""
    for step in loc:
        below = node_at(node, (step,))
        if below is node:
            return False
        node = below
    return True


def _scalars(node: Node, loc: Loc) -> Iterator[tuple[Loc, Scalar]]:
    match node:
        case Scalar():
            yield loc, node
        case Sequence(items=items):
            for number, item in enumerate(items):
                yield from _scalars(item, (*loc, number))
        case Mapping(entries=entries):
            for entry in entries:
                if entry.key.text not in ("id", "citations", "translations"):
                    yield from _scalars(entry.value, (*loc, entry.key.text))


def _is_markdown(record: Part, loc: Loc) -> bool:
    holder: Any = record
    name = loc[-1]
    steps = loc[:-3] if len(loc) > 2 and loc[-3] == "translations" else loc[:-1]
    for step in steps:
        if isinstance(holder, tuple) and isinstance(step, int):
            holder = holder[step] if step < len(holder) else None
        else:
            holder = getattr(holder, str(step), None)
    return isinstance(holder, Part) and name in markdown_fields(type(holder))
