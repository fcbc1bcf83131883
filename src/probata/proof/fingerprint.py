"""The fingerprint of a record: of what its file says, so that another layout of the file is no change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from probata.graph.case_graph import CaseGraph
from probata.source.node import to_plain

LENGTH = 16
"""Hexadecimal digits that are kept: enough to tell a change, and short enough to be read out."""

_OF_THE_TEAM: Mapping[str, frozenset[str]] = {"allegations": frozenset({"note", "status"})}
"""Fields that say nothing about the case: a remark, and how far the work on an allegation is."""
_NOTE = frozenset({"note"})
_WEIGHT = frozenset({
    "type", "author", "publisher", "publisher_group", "origin_group", "issued", "event_date", "rank", "held",
    "cited_in", "supports",
})  # fmt: skip
"""Fields of a source by which it is weighed."""


def fingerprint(graph: CaseGraph, record: str) -> str | None:
    """Return the fingerprint of a record such as `sources/gazette`; `None` where there is none of that name.

    Of a dataset the table counts too. Remarks for the team do not, nor the status of the work on an allegation.
    """
    return graph.once(f"fingerprint of {record}", lambda: _fingerprint(graph, record))


def _fingerprint(graph: CaseGraph, record: str) -> str | None:
    kind, _, key = record.partition("/")
    said = _said(graph, record)
    if said is None:
        return None
    table = graph.tables.get(key) if kind == "datasets" else None
    return _digest([said, [table.header, *table.rows] if table else None])


def fingerprint_of_fields(graph: CaseGraph, record: str, fields: frozenset[str]) -> str | None:
    """Return the fingerprint of some fields of a record, whichever of them it has; `None` where there is no record.

    Which fields they are is part of it, so that it never equals the fingerprint of others.
    """
    said = _said(graph, record)
    return (
        _digest([sorted(fields), {name: said[name] for name in said if name in fields}]) if said is not None else None
    )


def fingerprint_of_weight(graph: CaseGraph, source: str) -> str | None:
    """Return the fingerprint of what a source weighs: its rank, whether it is held, by whom it is and of when."""
    said = _said(graph, source)
    return _digest({name: value for name, value in said.items() if name in _WEIGHT}) if said is not None else None


def _said(graph: CaseGraph, record: str) -> dict[str, Any] | None:
    kind, _, key = record.partition("/")
    node = graph.nodes.get((kind, key)) if graph.has(kind, key) else None
    return to_plain(node.without(set(_OF_THE_TEAM.get(kind, _NOTE)))) if node else None


def _digest(whole: Any) -> str:
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
