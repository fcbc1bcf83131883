"""The bodies, the relations of command and the posts of persons that hold on one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from probata.graph.case_graph import CaseGraph
from probata.model.body import Body
from probata.model.command import CommandRelation
from probata.model.dates import Answer, When, parse_when
from probata.model.event import Event
from probata.model.person import Person
from probata.model.position import Position
from probata.model.role import Role, Seat
from probata.pictures.time_axis import span_of_role

# What an organisation chart consists of, and the parts of it that hang together.


@dataclass(frozen=True, slots=True)
class Held:
    """A post that a person holds on the day, surely or possibly."""

    person: str
    post: str
    """Title of the post in the box of its body; in the box of the post, its body where no line leads there."""
    is_certain: bool
    role: str = field(default="", compare=False)
    """Id of the role; two that read alike are no change of what holds."""
    position: str = field(default="", compare=False)
    """Id of the post; nothing where the role names none."""


@dataclass(slots=True)
class Unit:
    """A body, or a post that stands by itself."""

    name: str
    held: list[Held] = field(default_factory=list)
    record: str = field(default="", compare=False)
    """Such as `bodies/watch`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of command; the ends are places in the list of units."""

    superior: int
    subordinate: int
    kind: str
    is_certain: bool
    limit: str = ""
    """What the relation is about, where it does not reach everything."""
    relation: str = field(default="", compare=False)
    """Id of its record."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """What a chart shows."""

    day: date
    units: tuple[Unit, ...]
    links: tuple[Link, ...]


def near_posts(whole: Organisation) -> Organisation:
    """Keep what is joined with a held post, directly or through others; everything where no post is held."""
    kept = [joined for joined in joined_units(whole) if any(whole.units[place].held for place in joined)]
    return part_of(whole, [place for joined in kept for place in joined]) if kept else whole


def joined_units(whole: Organisation) -> list[list[int]]:
    """Return the places of units in groups that no relation joins with each other, in the order of the units."""
    group = list(range(len(whole.units)))
    for link in whole.links:
        old, new = sorted((group[link.superior], group[link.subordinate]), reverse=True)
        group = [new if own == old else own for own in group]
    return [[place for place, own in enumerate(group) if own == first] for first in sorted(set(group))]


def part_of(whole: Organisation, kept: Iterable[int]) -> Organisation:
    """Return some units, and the links whose two ends are among them."""
    places = {old: new for new, old in enumerate(sorted(kept))}
    links = tuple(
        replace(link, superior=places[link.superior], subordinate=places[link.subordinate])
        for link in whole.links
        if link.superior in places and link.subordinate in places
    )
    return Organisation(whole.day, tuple(whole.units[old] for old in places), links)


_End = Body | Position


def organisation_on(graph: CaseGraph, roles: Sequence[Role], day: date) -> Organisation:
    """Return what holds on a day, surely or possibly: every relation, and the posts held under `roles`.

    Relations that are not joined with a body in which one of these posts lies are left out, unless no post is held.
    """
    made = _Maker(graph, parse_when(day.isoformat()))
    made.add_relations(graph.commands)
    for role in roles:
        made.add_role(role)
    return near_posts(Organisation(day, tuple(made.units.values()), tuple(made.links)))


class _Maker:
    def __init__(self, graph: CaseGraph, day: When) -> None:
        self.graph, self.day = graph, day
        self.units: dict[str, Unit] = {}
        self.places: dict[str, int] = {}
        self.links: list[Link] = []

    def add_relations(self, commands: Iterable[CommandRelation]) -> None:
        """Add the relations that may hold; an open end goes on, as it does in a chain of command.

        A post over its own body is told in the box of the body, not by a line. One with another relation besides
        stands by itself, and has both lines.
        """
        holding = [found for one in commands if (found := self._holding(one))]
        apart = {end for one, *_ in holding if not self._post_at_home(one) for end in (one.superior, one.subordinate)}
        for command, superior, subordinate, answer in holding:
            post = self._post_at_home(command)
            if not post or post in apart:
                ends = (self._place(superior), self._place(subordinate))
                self.links.append(
                    Link(*ends, command.shown_kind, answer is Answer.CERTAIN, command.over or "", command.id)
                )

    def _holding(self, command: CommandRelation) -> tuple[CommandRelation, _End, _End, Answer] | None:
        """Return a relation with its ends and how surely it holds; `None` where it does not, or leads to itself."""
        answer = command.dates.going_on().touches(self.day) if command.dates else Answer.POSSIBLE
        superior, subordinate = self._end(command.superior), self._end(command.subordinate)
        if answer is Answer.NO or superior is None or subordinate is None or superior is subordinate:
            return None
        return command, superior, subordinate, answer

    def _post_at_home(self, command: CommandRelation) -> str:
        """Return the post of a relation between a post and its own body; empty for any other relation."""
        ends = (command.superior, command.subordinate)
        posts = ((self.graph.find("positions", Position, post), body) for post, body in (ends, ends[::-1]))
        return next((post.id for post, body in posts if post and post.body == body), "")

    def add_role(self, role: Role) -> None:
        """Add the posts that a role brings on the day; nothing of a person who is not in the graph."""
        answer = role.covers(self.day)
        person = self.graph.find("people", Person, role.person)
        if person is None:
            return
        name = person.name.display or person.id
        for seat in role.seats:
            both = (answer, seat.dates.overlaps(self.day) if seat.dates else Answer.CERTAIN)
            if Answer.NO not in both:
                self._add_seat(seat, Held(name, "", all(one is Answer.CERTAIN for one in both), role.id))
        if not role.seats and answer is not Answer.NO:
            held = Held(name, "", answer is Answer.CERTAIN, role.id)
            self._unit(f"roles/{role.id}", role.title).held.append(held)

    def _add_seat(self, seat: Seat, held: Held) -> None:
        position = self.graph.find("positions", Position, seat.position)
        body = self.graph.find("bodies", Body, position.body or "") if position else None
        if position is None:
            return
        key = f"positions/{position.id}"
        if key in self.units or body is None:
            unsaid = body.name if body and not self._are_joined(key, f"bodies/{body.id}") else ""
            self._unit(key, position.title).held.append(replace(held, post=unsaid, position=position.id))
        else:
            self._unit(f"bodies/{body.id}", body.name).held.append(
                replace(held, post=position.title, position=position.id)
            )

    def _end(self, record_id: str) -> _End | None:
        found = self.graph.find("bodies", Body, record_id) or self.graph.find("positions", Position, record_id)
        return found if found is not None and self._exists(found) else None

    def _are_joined(self, one: str, other: str) -> bool:
        ends = {self.places.get(one), self.places.get(other)}
        return any({link.superior, link.subordinate} == ends for link in self.links)

    def _exists(self, end: _End) -> bool:
        begun, ended = (end.founded, end.dissolved) if isinstance(end, Body) else (end.created, end.abolished)
        is_later = begun is not None and begun.value.first > self.day.last
        return not is_later and not (ended is not None and ended.value.last < self.day.first)

    def _place(self, end: _End) -> int:
        key, name = (f"bodies/{end.id}", end.name) if isinstance(end, Body) else (f"positions/{end.id}", end.title)
        self._unit(key, name)
        return self.places[key]

    def _unit(self, key: str, name: str) -> Unit:
        self.places.setdefault(key, len(self.places))
        return self.units.setdefault(key, Unit(name, record=key))


# On which days an organisation chart says most about the posts on which something rests.


def days_of(roles: Sequence[Role], events: Mapping[str, Iterable[Event]]) -> tuple[date, ...]:
    """Return as few days as there need be, so that each role was held on one of them, in the order of time.

    For a role it is the day of the first incident or act that is alleged of it, where that is known to the day and
    falls into its tenure. Otherwise it is the first sure day of a tenure: of that one, or of one that begins within it
    and covers more roles. `events` are those alleged of each role, by its id.
    """
    days: list[date] = []
    for role in roles:
        found = sorted(day for event in events.get(role.id, ()) if (day := _day_of(event)) and _is_held(role, day))
        if found and not any(_is_held(role, day) for day in days):
            days.append(found[0])
    left = [role for role in roles if not any(_is_held(role, day) for day in days)]
    days += _fewest([sure for role in left if (sure := _sure_days(role))])
    return tuple(sorted(set(days)))


def telling_day(roles: Sequence[Role], events: Mapping[str, Iterable[Event]]) -> date | None:
    """Return the one of these days on which the roles were held of which most is alleged; of equal ones the first.

    The day of an incident or act that is alleged goes before any other.
    """
    weights = {role.id: 1 + len(list(events.get(role.id, ()))) for role in roles}
    alleged = {_day_of(event) for found in events.values() for event in found}
    days = sorted(days_of(roles, events), key=lambda day: day not in alleged)
    days = [day for day in days if (day in alleged) == (days[0] in alleged)]
    return max(days, key=lambda day: sum(weights[one.id] for one in roles if _is_held(one, day)), default=None)


def _day_of(event: Event) -> date | None:
    """Return the first day of an incident or act, where it is recorded to the day."""
    start = event.dates.start if event.dates else None
    is_exact = start is not None and start.precision == 3 and not start.approximate
    return start.first if start and is_exact and event.kind in {"incident", "act"} else None


def _is_held(role: Role, day: date) -> bool:
    return role.covers(parse_when(day.isoformat())) is Answer.CERTAIN


def _sure_days(role: Role) -> tuple[date, date] | None:
    """Return the days on which a role was surely held; its possible first day alone where none is sure."""
    span = span_of_role(role)
    if span.certain:
        return span.certain
    return (span.first, span.first) if span.first else None


def _fewest(spans: Sequence[tuple[date, date]]) -> list[date]:
    """Return days so that each span has one: for the span that ends first, the beginning that meets most spans."""
    days: list[date] = []
    left = sorted(spans, key=lambda span: (span[1], span[0]))
    while left:
        first, last = left[0]
        starts = sorted({start for start, _ in left if first <= start <= last})
        day = max(starts, key=lambda start: sum(a <= start <= b for a, b in left))
        days.append(day)
        left = [(a, b) for a, b in left if not a <= day <= b]
    return days
