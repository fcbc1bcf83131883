"""What changed in the records between two states of a case: which came, which went, which fields say something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from probata.graph.case_graph import CaseGraph
from probata.source.node import MappingNode, to_plain


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that is not as it was."""

    record: str
    """Kind and id: `allegations/a-1`; `case/<name>` for the case itself."""

    what: str
    """`added`, `removed`, `changed`, or `unread` where it could not be read in the new state."""

    fields: tuple[str, ...] = ()
    """Of a changed record: which fields, in their order."""


def record_changes(old: CaseGraph, new: CaseGraph) -> list[RecordChange]:
    """Return the changes in the order of the new records, missing ones last; another layout of a file is none."""
    before, after = _records(old), _records(new)
    found = [change for name in after if (change := _change(name, before.get(name), after[name]))]
    return [*found, *(RecordChange(name, _gone(name, new)) for name in before if name not in after)]


def _gone(name: str, new: CaseGraph) -> str:
    """Say of a record that is missing in the new state whether it was taken out or stands there and cannot be read."""
    kind, _, key = name.partition("/")
    return "unread" if new.unread.may_hold((kind,), key) else "removed"


def _records(graph: CaseGraph) -> dict[str, dict[str, Any]]:
    records = {f"{kind}/{key}": _plain(node) for (kind, key), node in graph.nodes.items()}
    records[f"case/{graph.name}"] = _plain(graph.case_node)
    for key, table in graph.tables.items():
        records.get(f"datasets/{key}", {})["rows of the table"] = [table.header, *table.rows]
    return records


def _plain(node: MappingNode) -> dict[str, Any]:
    found: dict[str, Any] = to_plain(node)
    return found


def _change(name: str, old: dict[str, Any] | None, new: dict[str, Any]) -> RecordChange | None:
    if old is None:
        return RecordChange(name, "added")
    fields = tuple(key for key in {**new, **old} if old.get(key) != new.get(key))
    return RecordChange(name, "changed", fields) if fields else None
