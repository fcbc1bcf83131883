"""The roles on which an allegation rests, and the persons who held them, as templates see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from probata.compose.printer import Printer
from probata.compose.views.joined import stacked
from probata.compose.views.person import PersonView
from probata.compose.views.responsibility import describe, effective, labels
from probata.compose.views.role import RoleView
from probata.document.foreign import texts
from probata.document.inlines import Inlines
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
    """Each ground in words, with its citations."""
    cites: InlineValue


@dataclass(frozen=True, slots=True)
class ChargedView:
    """A person against whom an allegation is put forward."""

    person: PersonView
    label: LiteralValue | None
    """Command, oversight or both."""


def alleged_role_view(alleged: AllegedRole, printer: Printer, origin: Origin) -> AllegedRoleView | None:
    """Return a role with its person and each ground; `None` where there is no such role."""
    role = printer.graph.find("roles", Role, alleged.role)
    if role is None:
        return None
    grounds = effective(alleged.responsibility, role.responsibility)
    person = printer.graph.find("people", Person, role.person)
    return AllegedRoleView(
        RoleView(role, printer),
        PersonView(person, printer) if person else None,
        LiteralValue(labels(grounds, printer.wording), origin),
        stacked(list(_lines(grounds, printer, origin))),
        printer.cited(alleged.citations or role.citations, origin),
    )


def _lines(grounds: Sequence[Responsibility], printer: Printer, origin: Origin) -> Iterator[Inlines]:
    """Give each ground in words. Where the next rests on the same, one note behind both will do."""
    for ground, following in zip_longest(grounds, grounds[1:]):
        cites = () if following and following.citations == ground.citations else ground.citations
        yield (*texts(origin, *describe(ground, printer.wording)), *printer.cite(cites, origin))


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
