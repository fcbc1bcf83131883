"""The reads of allegations: which of them stand, and what changed under those that do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.read import AllegationRead, Read
from probata.proof.day_of_read import DaysKnown, read_later
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
        return f"{say.words(self.record)} {self.how}"


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
    after_its_day: str = ""
    """What it rests on or follows that is dated after it, in words: it was not made then. Empty where nothing is."""

    @property
    def stands(self) -> bool:
        """Whether it confirmed the allegation, says on what it rested, nothing of that changed, and its day can be."""
        return self.result == "confirmed" and self.rests_on > 0 and not self.changes and not self.after_its_day


def read_states(graph: CaseGraph) -> tuple[ReadState, ...]:
    """Return the state of every read of an allegation that is in the case, in the order of their file."""
    return graph.once("states of reads", lambda: tuple(_read_states(graph)))


def _read_states(graph: CaseGraph) -> Iterator[ReadState]:
    days = DaysKnown(graph) if graph.reads else None
    before: dict[tuple[str, str], list[Read]] = {}
    for read in graph.reads:
        allegation = graph.find("allegations", Allegation, read.what)
        if read.read_as != "text" and allegation is not None and days:
            earlier = before.setdefault((read.what, read.read_as), [])
            yield ReadState(
                read.id, allegation.id, read.read_as, read.by, read.on.text, read.result, len(read.rests_on),
                _changes(graph, allegation, read, read.read_as), _after_its_day(days, read, earlier),
            )  # fmt: skip
            earlier.append(read)


def unsettled(states: Sequence[ReadState]) -> ReadState | None:
    """Return the read, of those of one kind on one allegation, that is to be made again; `None` where one stands.

    Where somebody found a difference after the read that stands, on the records as they still are, that is the one.
    """
    last = max((place for place, state in enumerate(states) if state.stands), default=None)
    if last is None:
        return states[-1] if states else None
    later = [one for one in states[last:] if one.result != "confirmed" and one.rests_on and not one.changes]
    return later[-1] if later else None


def _after_its_day(days: DaysKnown, read: Read, before: Sequence[Read]) -> str:
    """Say what is dated after a read and is known to it: of what it rests on, or a read of other records before it.

    Of two reads of the same records the later in the file may be the older one: nothing had changed between them.
    """
    other = [one for one in before if set(one.rests_on) != set(read.rests_on)]
    later = read_later(read.on, other)
    told = f"the read {say.words(later.id)} of {say.date(later.on)}, which it follows" if later else ""
    return days.later_than(read.on, (resting.record for resting in read.rests_on)) or told


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
