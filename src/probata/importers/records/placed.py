"""Plain data as nodes that all stand at one place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from probata.diagnostics import Span
from probata.source.node import Entry, Node, Scalar, Sequence
from probata.source.node import Mapping as MappingNode


def placed(fields: Mapping[str, Any], span: Span) -> MappingNode:
    """Return the fields of a record, each at the place of the record; what holds nothing is left out."""
    entries = (
        Entry(Scalar(key, span), _node(value, span)) for key, value in fields.items() if value not in ("", [], {})
    )
    return MappingNode(tuple(entries), span)


def _node(value: Any, span: Span) -> Node:
    if isinstance(value, Mapping):
        return placed(value, span)
    if isinstance(value, list):
        return Sequence(tuple(_node(one, span) for one in value), span)
    return Scalar("" if value is None else str(value), span, value is None)
