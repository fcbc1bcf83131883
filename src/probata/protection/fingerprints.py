"""Reads, decisions and what was sent stand while only the program itself changes words: their fingerprints follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from probata.checks.engine.decisions import fingerprints_for
from probata.edits.case_files import CaseFiles
from probata.edits.change import NewWords
from probata.edits.change_case import records_in
from probata.graph.case_graph import CaseGraph
from probata.kept import Memory
from probata.proof.reads import LENGTH, fingerprint
from probata.source.change_yaml import Edit
from probata.source.node import MappingNode, Node, Scalar, texts_in
from probata.workbook.read_workbook import read_workbook_case

_FINGERPRINT = re.compile(rf"\b[0-9a-f]{{{LENGTH}}}\b")


def fingerprints_kept(graph: CaseGraph, files: Mapping[str, bytes]) -> Iterator[NewWords]:
    """Give the changes by which fingerprints that are of the case as it is are of it as some files shall be.

    `files` are by their shown path. One of a record that was changed before by somebody stays as it is.
    """
    moved = {old: new for old, new in _pairs(graph, _as_changed(graph, files)) if old and new and old != new}
    for kind, records in (("reads", graph.reads), ("decisions", graph.decisions), ("sent", graph.sent)):
        for record in records if moved else ():
            for loc, text in texts_in(graph.nodes[kind, record.id]):
                found = [one for one in _FINGERPRINT.finditer(text) if one[0] in moved]
                if found:
                    edits = tuple(Edit(one.start(), one.end(), moved[one[0]]) for one in found)
                    yield NewWords(kind, record.id, loc, edits)


def _pairs(graph: CaseGraph, after: CaseGraph) -> Iterator[tuple[str | None, str | None]]:
    """Give the fingerprint of each record on which something rests, as it is and as it shall be."""
    resting = {one.record for read in graph.reads for one in read.rests_on}
    resting |= {one.record for sent in graph.sent for one in sent.printed}
    for record in sorted(resting):
        yield fingerprint(graph, record), fingerprint(after, record)
    for decision in graph.decisions:
        for one in decision.rests_on:
            both = (fingerprints_for(found, decision.check, one.record, decision.record) for found in (graph, after))
            yield from zip(*both, strict=False)


def _as_changed(graph: CaseGraph, files: Mapping[str, bytes]) -> CaseGraph:
    """Return the case with what records say in the files as they shall be."""
    own = CaseFiles.of(graph)
    nodes = dict(graph.nodes)
    if own.is_workbook and own.one_file in files:
        book = read_workbook_case(own.path_of(own.one_file), own.one_file, files[own.one_file])
        for kind, held in book.records.items():
            nodes |= {(kind, _id_of(node)): node for node in held if isinstance(node, MappingNode)}
    elif not own.is_workbook:
        held_in = {(node.span.path, kind) for (kind, _), node in graph.nodes.items()}
        for path, kind in sorted(held_in):
            if path in files:
                said = records_in(files[path].decode(), path, kind, in_one_file=bool(own.one_file))
                nodes |= {(kind, _id_of(node)): node for node in said if isinstance(node, MappingNode)}
    return replace(graph, nodes=nodes, memory=Memory())


def _id_of(node: Node) -> str:
    key = node.get("id") if isinstance(node, MappingNode) else None
    return key.text if isinstance(key, Scalar) else ""
