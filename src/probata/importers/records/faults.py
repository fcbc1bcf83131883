"""What keeps a record of others out though it can be read: a field that it lacks, a source that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from probata.diagnostics import Diagnostic
from probata.graph.resolve import cited_keys
from probata.graph.unread import CITABLE
from probata.importers.records.placed import placed
from probata.importers.records.references import Names
from probata.importers.records.refusals import uncitable
from probata.model.decode import decode_records
from probata.model.kinds import KIND_BY_KEY
from probata.source.node import Mapping as MappingNode


def faults_of(kind: str, node: MappingNode, names: Names, before: Mapping[str, Any] | None = None) -> list[Diagnostic]:
    """Return what is wrong with a record as it would be written; `before` is what ours says without it."""
    decoded = decode_records([node], KIND_BY_KEY[kind].record, kind)
    known = set(_cited(kind, placed(before, node.span))) if before else set()
    new = [key for key in _cited(kind, node) if key not in known and not _is_citable(key, names)]
    return [*decoded.findings, *(uncitable(key, node.span, names.nearest_cited(key)) for key in dict.fromkeys(new))]


def _cited(kind: str, node: MappingNode) -> Iterable[str]:
    decoded = decode_records([node], KIND_BY_KEY[kind].record, kind)
    return [key for made, _ in decoded.records for _, key in cited_keys(made)]


def _is_citable(key: str, names: Names) -> bool:
    is_there = any(key in names.ids.get(kind, ()) for kind in CITABLE)
    return is_there or key in names.outside.get("instruments", ())
