"""The bodies, the relations of command and the posts of persons that hold on one day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from probata.graph.case_graph import CaseGraph
from probata.model.body import Body
from probata.model.command import CommandRelation
from probata.model.dates import Answer, When, parse_when
from probata.model.person import Person
from probata.model.position import Position
from probata.model.role import Role, Seat
from probata.pictures.organisation_parts import Held, Link, Organisation, Unit, near_posts

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
    """Collects units and links."""

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
                self.links.append(Link(*ends, command.shown_kind, answer is Answer.CERTAIN, command.over or ""))

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
                self._add_seat(seat, name, all(one is Answer.CERTAIN for one in both))
        if not role.seats and answer is not Answer.NO:
            self._unit(f"role {role.id}", role.title).held.append(Held(name, "", answer is Answer.CERTAIN))

    def _add_seat(self, seat: Seat, person: str, is_certain: bool) -> None:
        position = self.graph.find("positions", Position, seat.position)
        body = self.graph.find("bodies", Body, position.body or "") if position else None
        if position is None:
            return
        key = f"post {position.id}"
        if key in self.units or body is None:
            unsaid = body.name if body and not self._are_joined(key, f"body {body.id}") else ""
            self._unit(key, position.title).held.append(Held(person, unsaid, is_certain))
        else:
            self._unit(f"body {body.id}", body.name).held.append(Held(person, position.title, is_certain))

    def _end(self, record_id: str) -> _End | None:
        """Return a body or post that can have been there on the day."""
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
        key, name = (f"body {end.id}", end.name) if isinstance(end, Body) else (f"post {end.id}", end.title)
        self._unit(key, name)
        return self.places[key]

    def _unit(self, key: str, name: str) -> Unit:
        self.places.setdefault(key, len(self.places))
        return self.units.setdefault(key, Unit(name))
