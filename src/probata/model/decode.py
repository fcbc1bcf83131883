"""Nodes to typed records; what does not fit becomes findings with its place.

A record that has a fault in an optional field keeps the rest: the field, or of a list the faulty entry, is left out and
reported. A record that cannot be kept without it is left out whole, reported, and counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from probata.diagnostics import Diagnostic
from probata.model.explain_fault import data_path, explain_fault, model_in, record_name
from probata.model.record import IsSafeguard, Part
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode, prune, to_plain

__all__ = ["Decoded", "decode_one", "decode_records", "record_name"]

# Taken out is as little as is safe: an unknown key where it stands, of a list the faulty entry, else the field. Never
# a single field inside an entry, which would say something else without it, and never a field that keeps something
# from readers, whose default shows more than the record may allow.

Path = tuple[str | int, ...]


def without_faults(node: MappingNode, faults: Iterable[Any], model: type[Part]) -> MappingNode | None:
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


def _path_to_take(node: MappingNode, fault: Any, model: type[Part]) -> Path | None:
    """Return the path to what must go for one fault; `None` where the record must go."""
    loc = data_path(fault["loc"], node)
    if not loc:
        return None
    if len(loc) > 1 and _is_safeguard(model, loc[:1]):
        return None  # half of what keeps something from readers keeps it from nobody
    is_safeguard = _is_safeguard(model, loc)
    if fault["type"] == "extra_forbidden" and not is_safeguard:
        return loc
    if is_safeguard and all(isinstance(step, int) for step in loc[1:]):
        return None
    if isinstance(node.get(str(loc[0])), SequenceNode) and len(loc) > 1:
        return loc[:2]
    top = model.model_fields.get(str(loc[0]))
    return None if top is None or top.is_required() else loc[:1]


def _is_safeguard(model: type[Part], loc: Path) -> bool:
    field = field_meant(model, loc)
    return field is not None and any(isinstance(mark, IsSafeguard) for mark in field.metadata)


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


R = TypeVar("R", bound=Part)

MAX_TRIES = 20
"""How often a record is tried again with less of it; each round takes out all faults that are in sight."""


@dataclass(slots=True)
class Decoded(Generic[R]):
    """What came of one kind: the records with their nodes, and what was found."""

    records: list[tuple[R, MappingNode]] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    left_out: int = 0
    """Records that could not be read at all."""
    ids_left_out: set[str] = field(default_factory=set)
    """Ids of these, as far as they have one."""
    fields_left_out: int = 0
    """Fields that could not be read in records that were kept."""


def decode_records(nodes: list[Node], model: type[R], kind: str) -> Decoded[R]:
    """Decode a list of records of one kind."""
    decoded: Decoded[R] = Decoded()
    for node in nodes:
        decode_one(node, model, kind, decoded)
    return decoded


def decode_one(node: Node, model: type[R], kind: str, into: Decoded[R]) -> None:
    """Decode one record into `into`, leaving out its faulty optional fields."""
    if not isinstance(node, MappingNode):
        into.findings.append(explain_fault({"type": "dict_type", "loc": (), "msg": ""}, node, model, kind))
        into.left_out += 1
        return
    kept = node = _in_our_spelling(node, model)
    for _ in range(MAX_TRIES):
        try:
            into.records.append((model.model_validate(to_plain(kept)), kept))
        except ValidationError as error:
            faults = error.errors(include_url=False)
            into.findings.extend(explain_fault(dict(fault), kept, model, kind) for fault in faults)
            pruned = without_faults(kept, faults, model)
            if pruned is None or pruned == kept:
                break
            into.fields_left_out += len(faults)
            kept = pruned
        else:
            return
    into.left_out += 1
    if isinstance(found := node.get("id"), Scalar):
        into.ids_left_out.add(found.text)


def _in_our_spelling(node: MappingNode, model: type[Part]) -> MappingNode:
    """Return a record with our names of its fields; of two spellings of one field the second stays, and is a fault."""
    if not model.spellings:
        return node
    taken = {entry.key.text for entry in node.entries}
    entries: list[Entry] = []
    for entry in node.entries:
        ours = model.spellings.get(entry.key.text, "")
        entries.append(Entry(replace(entry.key, text=ours), entry.value) if ours and ours not in taken else entry)
        taken.add(ours)
    return MappingNode(tuple(entries), node.span, node.blanks)
