"""The roles of an allegation as it uses them: how long each was held, and on which grounds it answers for what time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.engine.case import CheckInput, Loc
from probata.graph.case_graph import grouped
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.event import Event
from probata.model.responsibility import Responsibility
from probata.model.role import Role
from probata.model.tenure import Tenure


@dataclass(frozen=True, slots=True)
class Held:
    """A role of an allegation with its position there, how long it was held, and its grounds there."""

    position: int
    role: Role
    tenure: Tenure
    grounds: tuple[Responsibility, ...]
    """Those of the allegation, or of the role record where it gives none."""
    are_own: bool
    """Whether the grounds stand in the allegation."""

    @property
    def loc(self) -> Loc:
        """Place of the role in the allegation."""
        return ("roles", self.position, "role")

    def loc_of(self, ground: int, field: str) -> Loc:
        """Return the place of a ground's field; that of the role where the grounds are the role record's."""
        return ("roles", self.position, "responsibility", ground, field) if self.are_own else self.loc

    @property
    def has_own_times(self) -> bool:
        """Whether each of its grounds has a period of its own, so that none is for all of the allegation's."""
        return bool(self.grounds) and all(ground.period for ground in self.grounds)


def held_roles(case: CheckInput, allegation: Allegation) -> tuple[Held, ...]:
    """Return the roles of an allegation in its order; one that is not recorded is left out."""
    return tuple(
        Held(position, role, tenure_of(role), alleged.grounds_from(role),
             bool(alleged.responsibility))
        for position, alleged in enumerate(allegation.roles)
        if (role := case.role(alleged.role))
    )  # fmt: skip


def grounds_of(case: CheckInput, role: Role) -> Iterator[Responsibility]:
    """Give the grounds of a role by its own record, then those that allegations put forward give it."""
    pairs = ((one.role, one.responsibility) for allegation in case.pursued for one in allegation.roles)
    alleged = case.once("alleged grounds by role", lambda: grouped(pairs, lambda pair: pair[0]))
    yield from role.responsibility
    for _, grounds in alleged.get(role.id, ()):
        yield from grounds


def tenure_of(role: Role) -> Tenure:
    """Return the tenure of a role; one that is current as of a day was surely held until that day."""
    tenure, as_of = role.dates, role.as_of
    if tenure.certain or not tenure.stated.is_open or role.status != "current" or as_of is None:
        return tenure
    until = When(f"{tenure.stated.text} as of {as_of.text}", tenure.stated.start, as_of.start, is_period=True)
    return tenure.model_copy(update={"certain": until})


def timed_grounds(held: tuple[Held, ...]) -> Iterator[tuple[Held, int, Responsibility, When]]:
    """Give each ground that has a period of its own, with its role and its number there."""
    for one in held:
        for number, ground in enumerate(one.grounds):
            if ground.period:
                yield one, number, ground, ground.period


# When the conduct of an allegation is said to have been.


def times_of_conduct(case: CheckInput, allegation: Allegation) -> tuple[When, ...]:
    """Return the period of an allegation, or else the dates of its events, background aside; none without dates."""
    if allegation.period:
        return (allegation.period,)
    events = (case.graph.find("events", Event, key) for key in allegation.events)
    return tuple(event.dates for event in events if event and event.dates and not event.context_only)
