"""Who commands in an allegation, from which posts a chain of command begins, and in which events it must end."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.alleged_grounds import Held, held_roles
from probata.checks.check_input import CheckInput
from probata.model.allegation import Allegation
from probata.model.event import Event
from probata.model.position import Position
from probata.model.role import Role


def commanding(case: CheckInput, allegation: Allegation) -> tuple[Held, ...]:
    """Return the roles of an allegation from which command is alleged, by its grounds or those of the role record."""
    held = held_roles(case, allegation)
    return tuple(one for one in held if any(ground.shown_label == "command" for ground in one.grounds))


def starts_of(case: CheckInput, role: Role, allegation: Allegation) -> set[str]:
    """Return the posts with their bodies; where the allegation names the body of some, those alone."""
    posts = [(seat.position, case.graph.find("positions", Position, seat.position)) for seat in role.seats]
    named = [(one, post) for one, post in posts if post and post.body in allegation.bodies]
    chosen = named or posts
    return {one for one, _ in chosen} | {post.body for _, post in chosen if post and post.body}


def charged_events(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Event]]:
    """Give the events charged that name a body, with their places; reforms of the law and background are left out."""
    for position, event_id in enumerate(allegation.events):
        event = case.graph.find("events", Event, event_id)
        if event and event.kind != "reform" and not event.context_only and (event.lead_bodies or event.bodies):
            yield position, event
