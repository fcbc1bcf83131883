"""The roles on which an allegation rests, and the persons who held them, as templates see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probata.compose.printer import Printer
from probata.compose.views.grounds_told import grounds_told
from probata.compose.views.person import PersonView
from probata.compose.views.responsibility import effective, labels
from probata.compose.views.role import RoleView
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.model.allegation import AllegedRole
from probata.model.person import Person
from probata.model.responsibility import Responsibility
from probata.model.role import Role


@dataclass(frozen=True, slots=True)
class AllegedRoleView:
    """A role on which an allegation rests, with the responsibility alleged from it."""

    role: RoleView
    person: PersonView | None
    label: LiteralValue
    """Command, oversight, both, or not stated."""
    grounds: InlineValue | None
    """The grounds in sentences, each with its citations."""
    cites: InlineValue


@dataclass(frozen=True, slots=True)
class ChargedView:
    """A person against whom an allegation is put forward."""

    person: PersonView
    label: LiteralValue | None
    """Command, oversight or both."""


def alleged_role_view(
    alleged: AllegedRole, printer: Printer, origin: Origin, acts: Sequence[str] = ()
) -> AllegedRoleView | None:
    """Return a role with its person and grounds; `None` where there is no such role.

    `acts` are what is said to have been done, each a noun: "the beatings".
    """
    role = printer.graph.find("roles", Role, alleged.role)
    if role is None:
        return None
    grounds = effective(alleged.responsibility, role.responsibility)
    person = printer.graph.find("people", Person, role.person)
    return AllegedRoleView(
        RoleView(role, printer),
        PersonView(person, printer) if person else None,
        LiteralValue(labels(grounds, printer.wording), origin),
        next(iter(grounds_told([(role, grounds)], printer, origin, acts)), None),
        printer.cited(alleged.citations or role.citations, origin),
    )


def charged_views(roles: Iterable[AllegedRole], printer: Printer, origin: Origin) -> tuple[ChargedView, ...]:
    """Return everybody who held one of the roles, once, with command, oversight or both over theirs."""
    charged: dict[str, list[AllegedRole]] = {}
    for alleged in roles:
        if role := printer.graph.find("roles", Role, alleged.role):
            charged.setdefault(role.person, []).append(alleged)
    found = ((printer.graph.find("people", Person, key), own) for key, own in charged.items())
    return tuple(ChargedView(PersonView(p, printer), label_over(own, printer, origin)) for p, own in found if p)


def label_over(roles: Iterable[AllegedRole], printer: Printer, origin: Origin) -> LiteralValue | None:
    """Return command, oversight or both, over several roles; `None` where nothing is said of any."""
    grounds: list[Responsibility] = []
    for alleged in roles:
        role = printer.graph.find("roles", Role, alleged.role)
        grounds.extend(effective(alleged.responsibility, role.responsibility if role else ()))
    return LiteralValue(labels(grounds, printer.wording), origin) if grounds else None
