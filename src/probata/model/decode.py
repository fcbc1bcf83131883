"""Nodes to typed records; what does not fit becomes findings with its place.

A record that has a fault in an optional field keeps the rest: the field, or of a list the faulty entry, is left out and
reported. A record that cannot be kept without it is left out whole, reported, and counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from pydantic import ValidationError

from probata.diagnostics import Diagnostic
from probata.model.explain_fault import explain_fault, record_name
from probata.model.record import Part
from probata.model.salvage import without_faults
from probata.source.node import Entry, Mapping, Node, Scalar, to_plain

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
    if not isinstance(node, Mapping):
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


def _in_our_spelling(node: Mapping, model: type[Part]) -> Mapping:
    """Return a record with our names of its fields; of two spellings of one field the second stays, and is a fault."""
    if not model.spellings:
        return node
    taken = {entry.key.text for entry in node.entries}
    entries: list[Entry] = []
    for entry in node.entries:
        ours = model.spellings.get(entry.key.text, "")
        entries.append(Entry(replace(entry.key, text=ours), entry.value) if ours and ours not in taken else entry)
        taken.add(ours)
    return Mapping(tuple(entries), node.span, node.blanks)


__all__ = ["Decoded", "decode_one", "decode_records", "record_name"]
