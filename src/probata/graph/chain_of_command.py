"""The chain of command: whether recorded relations lead from some posts or bodies down to others, and how surely.

What carries it is said above `Hop`; all else breaks the chain, and is kept to say where it breaks. A way is as sure as
the weakest of its hops.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date, timedelta

from probata.graph.case_graph import CaseGraph
from probata.model.dates import Answer, When
from probata.model.tenure import Tenure, lasting

# One link of a chain of command, and how surely it held at some time.
# Only the two command classes carry (`model/command.py`). A part of a body is under whoever commands the whole, but
# for the time for which the two are recorded to stand to each other in another way. Oversight, coordination,
# administration, membership and what is our own reading carry nothing.

COMMANDS = frozenset({"command_de_jure", "command_de_facto"})
OVERSIGHT = "oversight"
INFERRED = "inferred"
"""Kind of a relation that is our own reading (`CommandRelation.shown_kind`)."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One step downwards, from a post or body to what is recorded below it."""

    superior: str
    subordinate: str
    kind: str
    """Kind of the relation, `inferred` where it is our own reading, or `part_of`."""
    relation: str | None = None
    """Id of the relation; `None` for a part of a body."""
    dates: Tenure | When | None = None
    instead: tuple[Hop, ...] = ()
    """Relations of the same two that are no command and outrank that one is part of the other."""

    @property
    def stated(self) -> When | None:
        """Its period as the source states it."""
        return self.dates.stated if isinstance(self.dates, Tenure) else self.dates

    @property
    def is_command(self) -> bool:
        """Whether the chain goes on over it."""
        return self.kind in COMMANDS or self.kind == "part_of"

    @property
    def widest(self) -> When | None:
        """The days between which it was so at some time; `None` where it has no dates."""
        return (self.dates.possible or self.dates.stated) if isinstance(self.dates, Tenure) else self.dates

    def holds_on(self, when: When | None) -> Answer:
        """Answer whether it was so on some day of `when`; what has no date may have been so at any time.

        An open end goes on, but for a relation of which a source only last shows it (`end_known: false`).
        """
        if when is None or self.dates is None:
            return Answer.POSSIBLE
        if not isinstance(self.dates, Tenure):
            return lasting(self.dates).overlaps(when)
        return self.dates.going_on().touches(when)

    def carries_on(self, when: When | None) -> Answer:
        """Answer whether the chain goes on over it on some day of `when`."""
        if not self.is_command or self.outranked_on(when):
            return Answer.NO
        return self.holds_on(when)

    def outranked_on(self, when: When | None) -> Hop | None:
        """Return the relation that stands in its place then; one without dates stands there at any time."""
        return next((one for one in self.instead if one.dates is None or one.holds_on(when) is Answer.CERTAIN), None)


CameBy = dict[str, Hop | None]
"""Each post or body that is reached, the surest and nearest first, with the hop that leads to it from the one above."""


class ChainOfCommand:
    """The recorded relations of a case, by their superior."""

    def __init__(self, graph: CaseGraph) -> None:
        """Index the relations."""
        self._below: dict[str, list[Hop]] = {}
        self._reached: dict[tuple[frozenset[str], When | None], CameBy] = {}
        self._changes: dict[frozenset[str], frozenset[date]] = {}
        self.is_empty = not graph.commands
        for one in graph.commands:
            self._add(Hop(one.superior, one.subordinate, one.shown_kind, one.id, one.dates))
        for body in graph.bodies:
            for relation in body.relations:
                if relation.kind == "part_of":
                    instead = tuple(self._no_command(relation.body, body.id))
                    self._add(Hop(relation.body, body.id, "part_of", None, relation.dates, instead))

    def _no_command(self, superior: str, subordinate: str) -> Iterator[Hop]:
        """Give the recorded relations of two that are no command; our own reading is none of them."""
        for hop in self._below.get(superior, ()):
            if hop.subordinate == subordinate and not hop.is_command and hop.kind != INFERRED:
                yield hop

    def is_recorded(self, superior: str, subordinate: str) -> bool:
        """Tell whether any relation leads from one to the other, of whatever kind."""
        return any(hop.subordinate == subordinate for hop in self._below.get(superior, ()))

    def right_above(self, body: str) -> tuple[str, ...]:
        """Return what is recorded to stand right above a body, by whatever relation and at whatever time."""
        return tuple(above for above, hops in self._below.items() if any(hop.subordinate == body for hop in hops))

    def is_above(self, body: str, others: Set[str]) -> bool:
        """Tell whether a body stands above one of others, by whatever relations and at whatever time."""
        return not others.isdisjoint(self._walk({body}, lambda _: Answer.CERTAIN).keys() - {body})

    def _add(self, hop: Hop) -> None:
        self._below.setdefault(hop.superior, []).append(hop)

    @property
    def carrying(self) -> frozenset[str]:
        """The relations over which the chain goes on, whenever they were."""
        hops = (hop for below in self._below.values() for hop in below)
        return frozenset(hop.relation for hop in hops if hop.relation and hop.is_command)

    def between(self, starts: frozenset[str], ends: frozenset[str]) -> tuple[Hop, ...]:
        """Return the hops of command or oversight that lie on a way from a start to an end, whenever they held."""
        reached = self._walk(starts, _carries_charge).keys()
        hops = [hop for node in reached for hop in self._below.get(node, ()) if _carries_charge(hop) is Answer.CERTAIN]
        leads, before = set(ends), -1
        while len(leads) > before:
            before = len(leads)
            leads |= {hop.superior for hop in hops if hop.subordinate in leads}
        return tuple(hop for hop in hops if hop.subordinate in leads)

    def reached(self, starts: frozenset[str], when: When | None) -> Set[str]:
        """Return what stands below the starts, and they themselves, over command that is not ruled out at that time."""
        return self._ways(starts, when).keys()

    def open_hops(self, starts: frozenset[str], ends: frozenset[str], when: When | None) -> tuple[Hop, ...]:
        """Return, from above, the hops of the surest way to an end of which it is open whether they held at that time.

        There are none where one way is sure, nor where no way leads to an end.
        """
        came_by = self._ways(starts, when)
        ways = (_way(came_by, end) for end in sorted(ends & came_by.keys()))
        open_on = (tuple(hop for hop in way if hop.carries_on(when) is not Answer.CERTAIN) for way in ways)
        return min(open_on, key=len, default=())

    def _ways(self, starts: frozenset[str], when: When | None) -> CameBy:
        # Many allegations ask from the same posts at the same time.
        if (starts, when) not in self._reached:
            self._reached[starts, when] = self._walk(starts, lambda hop: hop.carries_on(when))
        return self._reached[starts, when]

    def broken_hop(self, starts: Iterable[str], ends: frozenset[str], when: When | None) -> Hop | None:
        """Return the first hop that breaks the shortest way from the starts to an end; `None` where there is no way."""
        return _first_broken(self._walk(starts, lambda _: Answer.CERTAIN), ends, when)

    def hop_out_of_time(self, starts: Iterable[str], ends: frozenset[str], when: When) -> Hop | None:
        """Return the first hop out of time on the shortest way of command; `None` where there is no such way."""
        return _first_broken(self._walk(starts, _is_command), ends, when)

    def days_of_change(self, starts: frozenset[str]) -> frozenset[date]:
        """Return the days from which what stands below the starts may be another: relations begin, or are over."""
        if starts not in self._changes:
            self._changes[starts] = self._find_changes(starts)
        return self._changes[starts]

    def _find_changes(self, starts: frozenset[str]) -> frozenset[date]:
        below = self._walk(starts, _is_command)
        hops = (hop for node in below for hop in self._below.get(node, ()) if hop.is_command)
        spans = [one.widest for hop in hops for one in (hop, *hop.instead) if one.widest]
        ended = {span.last + timedelta(days=1) for span in spans if span.last < date.max}
        return frozenset({span.first for span in spans if span.start} | ended)

    def _walk(self, starts: Iterable[str], carries: Callable[[Hop], Answer]) -> CameBy:
        """Go down over all hops that may carry: as far as sure ones lead first, then over one that is open, and on."""
        came_by: CameBy = {}
        ahead: deque[tuple[str, Hop | None]] = deque((start, None) for start in sorted(starts))
        unsure: deque[tuple[str, Hop | None]] = deque()
        while ahead or unsure:
            node, hop = (ahead or unsure).popleft()
            if node in came_by:
                continue
            came_by[node] = hop
            for below in self._below.get(node, ()):
                answer = Answer.NO if below.subordinate in came_by else carries(below)
                if answer is not Answer.NO:
                    (ahead if answer is Answer.CERTAIN else unsure).append((below.subordinate, below))
        return came_by


def _is_command(hop: Hop) -> Answer:
    return Answer.CERTAIN if hop.is_command else Answer.NO


def _carries_charge(hop: Hop) -> Answer:
    return Answer.CERTAIN if hop.is_command or hop.kind == OVERSIGHT else Answer.NO


def _way(came_by: CameBy, end: str) -> list[Hop]:
    """Return the hops down to an end, the first one first."""
    way: list[Hop] = []
    while hop := came_by[end]:
        way.append(hop)
        end = hop.superior
    return way[::-1]


def _first_broken(came_by: CameBy, ends: frozenset[str], when: When | None) -> Hop | None:
    """Return the first hop on the way to the nearest end that is no command or does not hold at that time."""
    for end in (found for found in came_by if found in ends):
        broken = [one for one in _way(came_by, end) if one.carries_on(when) is Answer.NO]
        if broken:
            return broken[0]
    return None
