"""A case's files to a `CaseGraph`: read, decode, join; all faults of one run come back together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, cast

from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.diagnostics.message import Field, Message
from probata.diagnostics.span import sheet_of
from probata.graph.case_graph import CITABLE, CaseGraph, Unread
from probata.graph.resolve import REFERENCES, Known, find_unresolved, repeated_inside
from probata.graph.translate import odd_translations
from probata.kept import Memory
from probata.model.case_file import CaseFile
from probata.model.dataset import Dataset
from probata.model.decode import Decoded, decode_one, decode_records
from probata.model.held_copy import HeldCopy
from probata.model.kinds import KINDS, Kind
from probata.model.person import Person
from probata.model.record import Record
from probata.source.case_source import CaseSource
from probata.source.csv_reader import CsvTable
from probata.source.node import MappingNode, Node, node_at
from probata.source.text_file import FAULTS_OF_THE_FILE
from probata.workbook.found_in_cells import CELL_IN_ERROR, DAY_FOR_TEXT, STRUCK_THROUGH
from probata.workbook.read_records import read_records

# Whom a reference means that has a name where an id belongs: people type "Aldo Kerrin" and not `kerrin-aldo`.
# Nothing is joined by a name. Where one record alone is called so, the finding says its id.

_OF_REFERENCES: Final = frozenset(("bad-id", "unknown-reference", "unknown-source"))
_OF_ITSELF: Final = frozenset(("id", "key"))
_ALL: Final = tuple(kind.key for kind in KINDS)


def with_ids_meant(findings: Iterable[Diagnostic], graph: CaseGraph) -> Iterator[Diagnostic]:
    """Give the findings, each reference by a name with the id of the one record that is called so."""
    called = _called(graph)
    for found in findings:
        meant = _meant(found, called) if found.name in _OF_REFERENCES else ""
        yield replace(found, help=f"did you mean {say.words(meant)}, which is called so?") if meant else found


def _called(graph: CaseGraph) -> dict[tuple[str, str], set[str]]:
    """Return the ids of the records that are called by a name, by kind and name in small letters."""
    called: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, record in graph.each():
        for name in _names(record):
            called[kind, _plain(name)].add(record.id)
    return called


def _names(record: Record) -> Iterator[str]:
    if isinstance(record, Person):
        yield record.name.display
    for field in ("title", "name"):
        if isinstance(name := getattr(record, field, None), str):
            yield name


def _meant(found: Diagnostic, called: dict[tuple[str, str], set[str]]) -> str:
    """Return the id that is meant, of a citation with its place; empty where it is none or several."""
    text = Message(found.message).first
    if found.field.rpartition(".")[2] in _OF_ITSELF or any(Message(found.help).refs):
        return ""
    kind = found.record.partition("/")[0]
    cites = "citations" in found.field or found.name == "unknown-source"
    targets = CITABLE if cites else REFERENCES.get(kind, {}).get(found.field, _ALL)
    commas = [at.start() for at in re.finditer(",", text)] if cites else []
    for end in (len(text), *reversed(commas)):
        ids = {one for target in targets for one in called.get((target, _plain(text[:end])), ())}
        if len(ids) == 1:
            return f"{ids.pop()}{text[end:]}"
    return ""


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


_HELD: Final = "held"
"""Field of a source that need not be written where a copy of it is recorded."""
_MISSING, _UNKNOWN = "missing-field", "unknown-field"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The graph, or `None` where the case itself cannot be read, and what was found."""

    graph: CaseGraph | None
    findings: tuple[Diagnostic, ...]
    texts: dict[str, str]


def load_case(path: Path, shown: str, known: Known, memory: Memory | None = None) -> Loaded:
    """Load the case at `path`; `known` holds the ids that stand outside the case (forums, instruments, conduct).

    Of kinds whose files are as they were before, the very records are taken that `memory` holds.
    """
    memory = memory or Memory()
    source = read_records(path, shown, tuple(kind.key for kind in KINDS))
    decoded: Decoded[CaseFile] = memory.made_of((source.case,), "case", lambda: _decoded_case(source.case))
    taken = {kind.key: _taken(source, kind, memory) for kind in KINDS}
    findings = [*source.findings, *decoded.findings, *(found for one in taken.values() for found in one.findings)]
    if not decoded.records:
        return Loaded(None, tuple(findings), source.texts)
    case, node = decoded.records[0]
    tables = _read_tables(taken["datasets"], source, findings)
    unreadable = sum(1 for found in source.findings if found.severity is Severity.ERROR)
    left_out = decoded.fields_left_out + unreadable + sum(one.left_out for one in taken.values())
    struck = {one.record: one.span for one in source.findings if one.name == STRUCK_THROUGH and one.record and one.span}
    ids_left_out = {kind: one.ids_left_out for kind, one in taken.items()}
    unread = Unread(frozenset(source.unread), ids_left_out, _fields_unread(findings), struck)
    unread = memory.same("unread", unread)
    records = {kind: one.records for kind, one in taken.items()}
    records["sources"] = memory.made_of(
        (taken["sources"], taken["copies"]), "sources held", lambda: _held(records["sources"], records["copies"])
    )
    nodes = {(kind, key): found for kind, one in taken.items() for key, found in one.nodes.items()}
    graph = CaseGraph(
        source.name, source.root, case, node, records, nodes, tables, source.texts, source.one_file, left_out, unread,
        memory,
    )  # fmt: skip
    findings.extend(repeated_inside(graph))
    findings.extend(find_unresolved(graph, known, unread))
    for name, one, place in _each_with_node(graph):
        unread_here = frozenset(unread.fields.get(name, ()))
        findings.extend(odd_translations(one, place, name, unread_here))
    return Loaded(graph, tuple(with_ids_meant(_each_once(findings), graph)), source.texts)


def _decoded_case(node: MappingNode | None) -> Decoded[CaseFile]:
    decoded: Decoded[CaseFile] = Decoded()
    if node is not None:
        decode_one(node, CaseFile, "case", decoded)
    return decoded


def _each_once(findings: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Give the findings without what is only missing since its cell is not read, which is told of the cell.

    A heading that no record has is told once, and not of each row below it.
    """
    told = {one.span for one in findings if one.name in (CELL_IN_ERROR, DAY_FOR_TEXT)}
    headings: set[tuple[Span | None, str]] = set()
    for one in findings:
        if (one.name == _MISSING and one.span in told) or (one.span, one.message) in headings:
            continue
        if one.name == _UNKNOWN and one.span and sheet_of(one.span):
            headings.add((one.span, one.message))
        yield one


def _each_with_node(graph: CaseGraph) -> Iterator[tuple[str, Record | CaseFile, MappingNode]]:
    yield f"case/{graph.name}", graph.case, graph.case_node
    yield from ((f"{kind}/{one.id}", one, graph.nodes[kind, one.id]) for kind, one in graph.each())


def _fields_unread(findings: Iterable[Diagnostic]) -> dict[str, set[str]]:
    """Return, by record, the fields in which a fault of form was found, and those meant by a misspelt name."""
    found: dict[str, set[str]] = {}
    for one in findings:
        if one.field:
            holder = one.field.rpartition(".")[0]
            named = (field.text for field in Message(one.help).values if isinstance(field, Field))
            meant = (
                [f"{holder}.{field.partition('.')[0]}".lstrip(".") for field in named] if one.name == _UNKNOWN else []
            )
            found.setdefault(one.record, set()).update((one.field, *meant[:1]))
    return found


@dataclass(frozen=True, slots=True)
class _Taken:
    """The records of a kind by their ids, the first of each, and what was found in them."""

    records: dict[str, Record]
    nodes: dict[str, MappingNode]
    findings: tuple[Diagnostic, ...]
    left_out: int
    ids_left_out: set[str]


def _taken(source: CaseSource, kind: Kind, memory: Memory) -> _Taken:
    nodes = source.records.get(kind.key, [])
    return memory.made_of(tuple(nodes), ("records", kind.key), lambda: _take(nodes, kind))


def _held(sources: dict[str, Record], copies: dict[str, Record]) -> dict[str, Record]:
    """Return the sources, those as held that say nothing of it and of which a copy is."""
    with_copy = {cast(HeldCopy, copy).source for copy in copies.values()}
    return {
        key: one.model_copy(update={"held": "held"}) if key in with_copy and _HELD not in one.model_fields_set else one
        for key, one in sources.items()
    }


def _take(nodes: list[Node], kind: Kind) -> _Taken:
    decoded = decode_records(nodes, kind.record, kind.key)
    findings, records, places = [*decoded.findings], dict[str, Record](), dict[str, MappingNode]()
    for record, node in decoded.records:
        if record.id in records:
            findings.append(_repeated(kind, record.id, node, node_at(places[record.id], ("id",)).span))
        else:
            records[record.id], places[record.id] = record, node
    left_out = decoded.left_out + decoded.fields_left_out + len(decoded.records) - len(records)
    return _Taken(records, places, tuple(findings), left_out, decoded.ids_left_out)


def _repeated(kind: Kind, record_id: str, node: MappingNode, first: Span) -> Diagnostic:
    here = node.get("id")
    return Diagnostic(
        "REF103", "repeated-id", Severity.ERROR, f"two records in `{kind.key}.yaml` have the id {say.words(record_id)}",
        here.span if here else node.span, "give one of them another id; the second is left out until then",
        (f"first used at {first}",), f"{kind.key}/{record_id}",
    )  # fmt: skip


def _read_tables(datasets: _Taken, source: CaseSource, findings: list[Diagnostic]) -> dict[str, CsvTable]:
    tables: dict[str, CsvTable] = {}
    for key, dataset in datasets.records.items():
        before = len(source.findings)
        file = cast(Dataset, dataset).file
        if table := source.table(file):
            tables[key] = table
        place = node_at(datasets.nodes[key], ("file",)).span
        findings.extend(_where_named(found, file, place) for found in source.findings[before:])
    return tables


def _where_named(found: Diagnostic, file: str, place: Span) -> Diagnostic:
    """Move what is wrong with a file as a whole to the place where the user names it."""
    if found.name not in FAULTS_OF_THE_FILE:
        return found
    return replace(found, message=f"{say.words(file)} cannot be read: {say.said(found.message)}", span=place)
