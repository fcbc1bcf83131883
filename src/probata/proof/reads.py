"""The reads of allegations: which of them stand, and what changed under those that do not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.read import AllegationRead, Read
from probata.proof.fingerprint import fingerprint
from probata.proof.resting import resting_records


class How(StrEnum):
    """What happened to a record since it was read."""

    CHANGED = "changed"
    GONE = "is gone"
    NEW = "is new"


@dataclass(frozen=True, slots=True)
class Change:
    """A record that is not as it was when it was read."""

    record: str
    how: How

    def __str__(self) -> str:
        """Say it as findings do."""
        return f"`{self.record}` {self.how}"


@dataclass(frozen=True, slots=True)
class ReadState:
    """One read of an allegation, and whether it stands."""

    read: str
    """Id of the read."""
    allegation: str
    read_as: AllegationRead
    by: str
    on: str
    result: str
    rests_on: int
    """How many records it rested on; 0 where it does not say."""
    changes: tuple[Change, ...]
    """What changed since."""

    @property
    def stands(self) -> bool:
        """Whether it confirmed the allegation, says on what it rested, and nothing of that has changed."""
        return self.result == "confirmed" and self.rests_on > 0 and not self.changes


def read_states(graph: CaseGraph) -> tuple[ReadState, ...]:
    """Return the state of every read of an allegation that is in the case, in the order of their file."""
    states = []
    for read in graph.reads:
        allegation = graph.find("allegations", Allegation, read.what)
        if read.read_as != "text" and allegation is not None:
            states.append(ReadState(
                read.id, allegation.id, read.read_as, read.by, read.on.text, read.result, len(read.rests_on),
                _changes(graph, allegation, read, read.read_as),
            ))  # fmt: skip
    return tuple(states)


def _changes(graph: CaseGraph, allegation: Allegation, read: Read, read_as: AllegationRead) -> tuple[Change, ...]:
    """Compare what a read rested on with what it would rest on now; of one that does not say nothing can be told."""
    if not read.rests_on:
        return ()
    then = {resting.record: resting.fingerprint for resting in read.rests_on}
    now = dict(resting_now(graph, allegation, read_as))
    changes: list[Change] = []
    for record, before in then.items():
        after = now.get(record) or fingerprint(graph, record)
        if after != before:
            changes.append(Change(record, How.CHANGED if after else How.GONE))
    return (*changes, *(Change(record, How.NEW) for record in now if record not in then))


def resting_now(graph: CaseGraph, allegation: Allegation, read_as: AllegationRead) -> tuple[tuple[str, str], ...]:
    """Return the records on which a read would rest now, each with its fingerprint."""
    records = resting_records(graph, allegation, read_as)
    return tuple((record, found) for record in records if (found := fingerprint(graph, record)))
