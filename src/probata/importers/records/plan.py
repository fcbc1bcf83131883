"""What an import would do to the records of a case, of any kind: nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from probata.importers.changes import Changes, Filled, together
from probata.importers.ids import unique_id
from probata.importers.plan import Fate
from probata.importers.records.compare import contradictions, kept, missing, usual_value
from probata.importers.records.completed import completed, kept_back, with_consent_required
from probata.importers.records.faults import faults_of
from probata.importers.records.growing import more
from probata.importers.records.incoming import Incoming
from probata.importers.records.matching import BY_ID, Held, Match, Shelf
from probata.importers.records.new_id import wished_id
from probata.importers.records.outcome import Outcome, outcome_of, paths_in, refused
from probata.importers.records.placed import placed
from probata.importers.records.references import Names
from probata.importers.records.refusals import against, locked, unsure
from probata.importers.records.titled import titled
from probata.source.node import Entry, Scalar, to_plain
from probata.source.node import Mapping as MappingNode

_KEPT_BACK = "its remark may ask for protection, `consent_required: true`"


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
        node, lacks = titled(one.kind, self.names.resolved(one.kind, one.node, faults), self.shelves)
        one = replace(one, remarks=(*one.remarks, lacks)) if lacks else one
        theirs = to_plain(node)
        if faults:
            return refused(one, faults)
        match = self.shelves[one.kind].find(theirs, (one.wished, *one.known_as))
        if one.is_named_apart and match.by != BY_ID and self._are_others(one.kind, match, theirs):
            return self._added(one, node)
        if len(match.found) == 1 and match.is_sure:
            return self._merged(match.found[0], match.by, one, node, theirs)
        if match.found:
            return refused(one, [unsure(one, match)])
        return self._added(one, node)

    def _are_others(self, kind: str, match: Match, theirs: dict[str, Any]) -> bool:
        """Tell whether records of ours are others than one that bears an id of its own: only alike, or contradicted."""
        return not match.is_sure or all(contradictions(kind, held.fields, theirs) for held in match.found)

    def _merged(self, held: Held, by: str, one: Incoming, node: MappingNode, theirs: dict[str, Any]) -> Outcome:
        if differing := contradictions(one.kind, held.fields, theirs):
            return refused(one, [against(one, held, by)], tuple(differing))
        new = missing(one.kind, held.fields, theirs) | more(one.kind, held.fields, theirs)
        usual = tuple(_was_usual(one.kind, held.fields, new))
        if kept_back(placed({**held.fields, **new}, one.span), one.kind) and "note" in new:
            usual = (*usual, f"{_KEPT_BACK}: set it where it does")
        whole = together(held.fields, new)
        ours = tuple(kept(one.kind, whole, theirs))
        self.names.put(one.kind, held, one.wished, *one.known_as)
        if not new:
            return outcome_of(Fate.SAME, held.id, one, by=by, kept=ours)
        if held.is_locked:
            return refused(one, [locked(one, held)])
        if faults := faults_of(one.kind, placed(whole, one.span), self.names, held.fields):
            return refused(one, faults)
        held.fields.clear()
        held.fields.update(whole)
        if held.span is not None:
            self._changes(one.kind).filled.append(Filled(held.id, held.span, new))
        self.shelves[one.kind].put(held)
        self.names.put(one.kind, held)
        return outcome_of(
            Fate.FILLED, held.id, one, by=by, filled=tuple(paths_in(new)), kept=ours, remarks=(*one.remarks, *usual)
        )

    def _added(self, one: Incoming, node: MappingNode) -> Outcome:
        remarks = list(one.remarks)
        if kept_back(node, one.kind):
            node = with_consent_required(node)
            remarks.append(f"{_KEPT_BACK}, which is set: write `no` where it does not")
        node = completed(one.kind, node, one.provenance)
        wished = wished_id(one.kind, to_plain(node), one.wished)
        name = unique_id(wished, self.taken[one.kind])
        record = to_plain(_with_id(node, name))
        if faults := faults_of(one.kind, _with_id(node, name), self.names):
            return refused(one, faults)
        if one.wished and name != one.wished:
            remarks.append(f"the id `{one.wished}` is taken or can be none: `{name}` is given")
        self.taken[one.kind].add(name)
        self._changes(one.kind).added.append(record)
        # The record itself, so that what fills it in later is written with it.
        held = Held(name, record)
        self.shelves[one.kind].put(held)
        self.names.put(one.kind, held, one.wished, *one.known_as)
        return outcome_of(Fate.ADDED, name, one, remarks=tuple(remarks))

    def _changes(self, kind: str) -> Changes:
        return self.changes.setdefault(kind, Changes())


def _was_usual(kind: str, ours: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Say of each field that is filled in what it meant before, though nothing was written."""
    for key in new:
        if key not in ours and (usual := usual_value(kind, key)):
            yield f"`{key}`: ours was `{usual}`, which is meant where nothing is written"


def _with_id(node: MappingNode, name: str) -> MappingNode:
    entry = Entry(Scalar("id", node.span), Scalar(name, node.span))
    return MappingNode((entry, *node.without({"id"}).entries), node.span)
