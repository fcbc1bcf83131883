"""What an import would do to the records of a case, of any kind: nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.graph.resolve import cited_keys
from probata.graph.unread import CITABLE
from probata.importers.apply import Changes, Filled, together
from probata.importers.ids import unique_id
from probata.importers.match import Contradiction
from probata.importers.plan import Fate
from probata.importers.records.compare import contradictions, kept, missing
from probata.importers.records.completed import completed
from probata.importers.records.incoming import Incoming
from probata.importers.records.matching import Held, Shelf
from probata.importers.records.new_id import wished_id
from probata.importers.records.placed import placed
from probata.importers.records.references import Names
from probata.importers.records.refusals import against, locked, uncitable, unsure
from probata.model.decode import decode_records
from probata.model.kinds import KIND_BY_KEY
from probata.source.node import Entry, Scalar, to_plain
from probata.source.node import Mapping as MappingNode


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row or entity, and why."""

    fate: Fate
    kind: str
    id: str
    """Id of the record that it is or becomes; empty where it is refused."""

    label: str
    span: Span
    by: str = ""
    """By what it was matched with a record of ours."""

    filled: tuple[str, ...] = ()
    """Fields that it gives to a record of ours, with dots."""

    kept: tuple[Contradiction, ...] = ()
    """Fields of ours that stay, though the file says something else, or more, that may be right too."""

    against: tuple[Contradiction, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    """Why it is refused, each with its place and the next step."""

    remarks: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """The records of a case, and what happens to them one incoming record after the other.

    A record that is taken in is known to all that come after it. One that contradicts the record it is matched with
    changes nothing.
    """

    names: Names
    shelves: dict[str, Shelf] = field(default_factory=dict)
    taken: dict[str, set[str]] = field(default_factory=dict)
    """Ids that no new record of a kind may have."""

    outcomes: list[Outcome] = field(default_factory=list)
    changes: dict[str, Changes] = field(default_factory=dict)

    def of(self, fate: Fate) -> list[Outcome]:
        """Return the outcomes of one sort."""
        return [outcome for outcome in self.outcomes if outcome.fate is fate]

    def take_all(self, incoming: Iterable[Incoming]) -> None:
        """Decide what becomes of each."""
        for one in incoming:
            self.outcomes.append(self._take(one))

    def _take(self, one: Incoming) -> Outcome:
        faults = list(one.faults)
        node = self.names.resolved(one.kind, one.node, faults)
        theirs = to_plain(node)
        if faults:
            return _refused(one, faults)
        match = self.shelves[one.kind].find(theirs, (one.wished, *one.known_as))
        if len(match.found) == 1 and match.is_sure:
            return self._merged(match.found[0], match.by, one, node, theirs)
        if match.found and (match.is_sure or not one.is_named_apart):
            return _refused(one, [unsure(one, match)])
        return self._added(one, node)

    def _merged(self, held: Held, by: str, one: Incoming, node: MappingNode, theirs: dict[str, Any]) -> Outcome:
        if differing := contradictions(one.kind, held.fields, theirs):
            return _refused(one, [against(one, held, by)], tuple(differing))
        new, ours = missing(one.kind, held.fields, theirs), tuple(kept(one.kind, held.fields, theirs))
        self.names.put(one.kind, held, one.wished, *one.known_as)
        if not new:
            return _outcome(Fate.SAME, held.id, one, by=by, kept=ours)
        if held.is_locked:
            return _refused(one, [locked(one, held)])
        whole = together(held.fields, new)
        if faults := self._faults(one.kind, _with_id(node, held.id), whole, held.fields):
            return _refused(one, faults)
        held.fields.clear()
        held.fields.update(whole)
        if held.span is not None:
            self._changes(one.kind).filled.append(Filled(held.id, held.span, new))
        self.shelves[one.kind].put(held)
        self.names.put(one.kind, held)
        return _outcome(Fate.FILLED, held.id, one, by=by, filled=tuple(_paths(new)), kept=ours)

    def _added(self, one: Incoming, node: MappingNode) -> Outcome:
        node = completed(one.kind, node, one.provenance)
        wished = wished_id(one.kind, to_plain(node), one.wished)
        name = unique_id(wished, self.taken[one.kind])
        record = to_plain(_with_id(node, name))
        if faults := self._faults(one.kind, _with_id(node, name), record, {}):
            return _refused(one, faults)
        remarks = list(one.remarks)
        if one.wished and name != one.wished:
            remarks.append(f"the id `{one.wished}` is taken or can be none: `{name}` is given")
        self.taken[one.kind].add(name)
        self._changes(one.kind).added.append(record)
        # The record itself, so that what fills it in later is written with it.
        held = Held(name, record)
        self.shelves[one.kind].put(held)
        self.names.put(one.kind, held, one.wished, *one.known_as)
        return _outcome(Fate.ADDED, name, one, remarks=tuple(remarks))

    def _changes(self, kind: str) -> Changes:
        return self.changes.setdefault(kind, Changes())

    def _faults(
        self, kind: str, node: MappingNode, record: Mapping[str, Any], before: Mapping[str, Any]
    ) -> list[Diagnostic]:
        """Return what keeps a record from being read, and the citations that lead nowhere.

        Of a record of ours that is filled in, its own places are unknown: what is wrong is told at the row.
        """
        given = node if not before else placed(record, node.span)
        decoded = decode_records([given], KIND_BY_KEY[kind].record, kind)
        found = list(decoded.findings)
        citable = set(self.names.outside.get("instruments", ()))
        for target in CITABLE:
            citable |= self.names.ids.get(target, {}).keys()
        for made, _ in decoded.records:
            found += [uncitable(key, node.span) for _, key in cited_keys(made) if key not in citable]
        return found


def _with_id(node: MappingNode, name: str) -> MappingNode:
    entry = Entry(Scalar("id", node.span), Scalar(name, node.span))
    return MappingNode((entry, *node.without({"id"}).entries), node.span)


def _outcome(fate: Fate, name: str, one: Incoming, **told: Any) -> Outcome:
    told.setdefault("remarks", one.remarks)
    return Outcome(fate, one.kind, name, one.label or "a row", one.span, unheld=one.unheld, **told)


def _refused(one: Incoming, faults: list[Diagnostic], against: tuple[Contradiction, ...] = ()) -> Outcome:
    return _outcome(Fate.REFUSED, "", one, faults=tuple(faults), against=against)


def _paths(fields: Mapping[str, Any], before: str = "") -> list[str]:
    return [
        path
        for key, value in fields.items()
        for path in (_paths(value, f"{before}{key}.") if isinstance(value, Mapping) else [f"{before}{key}"])
    ]
