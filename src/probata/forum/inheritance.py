"""How the `forum.yaml` of a child stands over that of its parent.

1. A group of fields is merged field by field.
2. A list whose items have an `id` is merged by it: the child's item is merged over the parent's of the same id, in the
   parent's place; new ones follow at the end.
3. Anything else that the child writes, a plain list too, stands in the place of the parent's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def merge(parent: Any, child: Any) -> Any:
    """Return the child's plain data over the parent's. Neither is changed."""
    if isinstance(parent, Mapping) and isinstance(child, Mapping):
        return _merge_mappings(parent, child)
    if _has_ids(parent) and _has_ids(child):
        return list(_merge_mappings(_by_id(parent), _by_id(child)).values())
    return child


def _merge_mappings(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(parent)
    for key, value in child.items():
        merged[key] = merge(parent[key], value) if key in parent else value
    return merged


def _has_ids(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) and "id" in item for item in value)


def _by_id(items: list[Mapping[str, Any]]) -> dict[str, Any]:
    return {item["id"]: item for item in items}
