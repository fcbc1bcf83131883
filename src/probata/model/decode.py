"""Nodes to typed records; what does not fit becomes findings with its place.

A record that has a fault in an optional field keeps the rest: the field is left out and reported. A record whose
required fields cannot be read is left out whole, reported, and counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from probata.diagnostics import Diagnostic
from probata.model.explain_fault import data_path, explain_fault, record_name
from probata.model.record import Part
from probata.source.node import Mapping, Node, prune, to_plain

R = TypeVar("R", bound=Part)

MAX_TRIES = 20
"""How often a record is tried again with less of it; each round takes out all faults that are in sight."""


@dataclass(slots=True)
class Decoded(Generic[R]):
    """What came of one kind: the records with their nodes, and what was found."""

    records: list[tuple[R, Mapping]] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    left_out: int = 0
    """Records that could not be read at all."""
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
    if not isinstance(node, Mapping):
        into.findings.append(explain_fault({"type": "dict_type", "loc": (), "msg": ""}, node, model, kind))
        into.left_out += 1
        return
    kept = node
    for _ in range(MAX_TRIES):
        try:
            into.records.append((model.model_validate(to_plain(kept)), kept))
        except ValidationError as error:
            faults = error.errors(include_url=False)
            into.findings.extend(explain_fault(dict(fault), kept, model, kind) for fault in faults)
            pruned = _without_faults(kept, faults, model)
            if pruned is None or pruned == kept:
                into.left_out += 1
                return
            into.fields_left_out += len(faults)
            kept = pruned
        else:
            return
    into.left_out += 1


def _without_faults(node: Mapping, faults: list[Any], model: type[Part]) -> Mapping | None:
    """Return the record without what cannot be read; `None` where a required field is among it.

    An unknown key is taken out where it stands, so that the field around it survives.
    """
    unknown = [fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"]
    names = {str(fault["loc"][0]) for fault in faults if fault["loc"] and fault["type"] != "extra_forbidden"}
    if any(name in model.model_fields and model.model_fields[name].is_required() for name in names):
        return None
    for loc in unknown:
        node = prune(node, data_path(loc, node))
    return node.without(names)


__all__ = ["Decoded", "decode_one", "decode_records", "record_name"]
