"""Which texts of a record a printed field may come from, each with its path and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, Literal

from probata.document.origin import Origin
from probata.graph.case_graph import CaseGraph
from probata.model.dates import When
from probata.model.parts import Loc
from probata.model.record import Part, markdown_fields, verbatim_fields
from probata.model.tenure import Tenure
from probata.source.node import MappingNode, Node, Scalar, SequenceNode, node_at

_TRANSLATION: Final = 3
"""Steps from a part to one of its translations: the field, the language, the name of the text."""

_DAY: Final[Loc] = ("as_of",)
"""The field by which a document names its day."""

Form = Literal["markdown", "verbatim", "text", "date", "other"]
"""What is written in a field: of `verbatim`, somebody's own words, no mark but bold and citations is read; of `other`,
such as a number or a word of a list, print says it in words of its own."""


@dataclass(frozen=True, slots=True)
class FieldText:
    """One text of a record."""

    kind: str
    """Kind of the record, such as `people`; `case` for the case itself."""

    record: str
    """Id of the record; of the case, its name."""

    loc: Loc
    """Path inside the record."""

    scalar: Scalar
    form: Form
    is_required: bool = False
    """Whether the record must have it."""


def texts_of(origin: Origin, graph: CaseGraph, filing: str, language: str) -> list[FieldText]:
    """Return the texts from which a field is printed in a language; none where the record is not in the case.

    A translation comes before the text that it translates. A field that is made of parts gives the texts of all.
    """
    kind, id_, loc, node = place_of(origin, graph, filing)
    record: Part | None = graph.case if kind == "case" else graph.records.get(kind, {}).get(id_)
    if node is None or record is None:
        return []
    locs = [*_translated(loc, language), loc]
    return [
        FieldText(kind, id_, path, scalar, _form(record, path), _is_required(record, path))
        for start in locs
        if _leads_to(node, start)
        for path, scalar in _scalars(node_at(node, start), start)
    ]


def place_of(origin: Origin, graph: CaseGraph, filing: str) -> tuple[str, str, Loc, MappingNode | None]:
    """Return the kind and id of the record that a field is in, its path there, and the record where the case has it."""
    kind, _, id_ = origin.record.partition("/")
    loc: Loc = tuple(int(step) if step.isdigit() else step for step in origin.field.split(".") if step)
    if kind == "case" and loc == _DAY and any(one.id == filing and one.date for one in graph.case.filings):
        kind, loc = "filing", ("date",)  # a document bears the day of its filing, where that has one
    if kind == "filing":
        kind, loc = "case", ("filings", _place(graph, filing), *loc)
    id_ = graph.name if kind == "case" else id_  # documents call it in several ways
    return kind, id_, loc, graph.case_node if kind == "case" else graph.nodes.get((kind, id_))


def _place(graph: CaseGraph, filing: str) -> int:
    return next((n for n, one in enumerate(graph.case.filings) if one.id == filing), 0)


def _translated(loc: Loc, language: str) -> Iterator[Loc]:
    if loc:
        for tag in dict.fromkeys((language, language.partition("-")[0])):
            yield (*loc[:-1], "translations", tag, loc[-1])


def _leads_to(node: Node, loc: Loc) -> bool:
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
        case SequenceNode(items=items):
            for number, item in enumerate(items):
                yield from _scalars(item, (*loc, number))
        case MappingNode(entries=entries):
            for entry in entries:
                if entry.key.text not in ("id", "citations", "translations"):
                    yield from _scalars(entry.value, (*loc, entry.key.text))


def _form(record: Part, loc: Loc) -> Form:
    is_translation = len(loc) >= _TRANSLATION and loc[-_TRANSLATION] == "translations"
    path = (*loc[:-_TRANSLATION], loc[-1]) if is_translation else loc
    if _has_value(_value(record, path)):
        path = (*path, "value")  # written in short, as text alone, what may have citations beside it
    holder, value = _value(record, path[:-1]), _value(record, path)
    if isinstance(value, When | Tenure):
        return "date"
    if not isinstance(value, str) or isinstance(value, Enum):
        return "other"
    if not isinstance(holder, Part) or path[-1] not in markdown_fields(type(holder)):
        return "text"
    return "verbatim" if path[-1] in verbatim_fields(type(holder)) else "markdown"


def is_markdown(graph: CaseGraph, kind: str, id_: str, loc: Loc) -> bool:
    """Tell whether a field that may hold nothing yet is read as Markdown."""
    holder = _value(graph.case if kind == "case" else graph.records[kind][id_], loc[:-1])
    return isinstance(holder, Part) and loc[-1] in markdown_fields(type(holder))


def _has_value(held: Any) -> bool:
    return isinstance(held, Part) and "value" in type(held).model_fields


def _is_required(record: Part, loc: Loc) -> bool:
    holder = _value(record, loc[:-1])
    info = type(holder).model_fields.get(str(loc[-1])) if isinstance(holder, Part) else None
    return info is not None and info.is_required()


def _value(record: Part, loc: Loc) -> Any:
    """Follow a path through a record as it was read; `None` where it leads nowhere."""
    found: Any = record
    for step in loc:
        if isinstance(found, tuple) and isinstance(step, int):
            found = found[step] if step < len(found) else None
        else:
            found = getattr(found, str(step), None)
    return found
