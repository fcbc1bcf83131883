"""What is kept of a record that cannot be read as it stands.

Taken out is as little as is safe: an unknown key where it stands, of a list the faulty entry, else the field. Never a
single field inside an entry, which would say something else without it, and never a field that keeps something from
readers, whose default shows more than the record may allow.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from probata.model.explain_fault import data_path, model_in
from probata.model.record import IsSafeguard, Part
from probata.source.node import Mapping, Sequence, prune

Path = tuple[str | int, ...]


def without_faults(node: Mapping, faults: Iterable[Any], model: type[Part]) -> Mapping | None:
    """Return the record without what cannot be read; `None` where it cannot be kept without that."""
    if model.is_safeguard:
        return None
    taken: set[Path] = set()
    for fault in faults:
        path = _path_to_take(node, fault, model)
        if path is None:
            return None
        taken.add(path)
    # From the back, so that the positions of earlier entries stay true.
    for path in sorted(taken, key=_order, reverse=True):
        node = prune(node, path)
    return node


def _order(path: Path) -> list[tuple[int, str]]:
    return [(step + 1, "") if isinstance(step, int) else (0, step) for step in path]


def _path_to_take(node: Mapping, fault: Any, model: type[Part]) -> Path | None:
    """Return the path to what must go for one fault; `None` where the record must go."""
    loc = data_path(fault["loc"], node)
    if not loc:
        return None
    field = field_meant(model, loc)
    is_safeguard = field is not None and any(isinstance(mark, IsSafeguard) for mark in field.metadata)
    if fault["type"] == "extra_forbidden" and not is_safeguard:
        return loc
    if is_safeguard and all(isinstance(step, int) for step in loc[1:]):
        return None
    if isinstance(node.get(str(loc[0])), Sequence) and len(loc) > 1:
        return loc[:2]
    top = model.model_fields.get(str(loc[0]))
    return None if top is None or top.is_required() else loc[:1]


def field_meant(model: type[BaseModel], loc: Path) -> FieldInfo | None:
    """Return the field at a path, or the one that its last word is meant to be; `None` where none is like it."""
    here: type[BaseModel] | None = model
    found: FieldInfo | None = None
    for step in loc:
        if isinstance(step, str) and here is not None:
            near = get_close_matches(step, here.model_fields, 1)
            found = here.model_fields[near[0]] if near else None
            here = model_in(found.annotation) if found else None
    return found
