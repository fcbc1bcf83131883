"""Bodies and command at the days on which something changes, as charts and in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from probata.messages.tenure import tenure_in_words
from probata.model.allegation import Allegation
from probata.model.body import Body
from probata.model.dates import parse_when
from probata.model.event import Event
from probata.model.position import Position
from probata.model.role import Role
from probata.pictures.days import days_of
from probata.pictures.organisation_chart import draw_organisation
from probata.pictures.organisation_parts import Organisation
from probata.report.conduct import SIZE, pictures_of
from probata.report.days_of_change import changes, chosen
from probata.report.entries import ChartEntry
from probata.report.lists import ListOf
from probata.report.material import Material

MOST = 60
"""Charts that are drawn; what is left out is said."""
LARGEST = 40
"""Bodies of a chart that is drawn; a larger one could not be read, and takes long."""


def charts_of(material: Material) -> tuple[tuple[ChartEntry, ...], int]:
    """Return the charts in the order of time, and the number of changes for which none is drawn."""
    roles = roles_looked_at(material)
    as_of = material.graph.case.as_of
    last = as_of.last if as_of and as_of.last != date.max else None
    wanted = days_of(roles, _events(material))
    found = changes(material.graph, roles, wanted, last)
    full = [whole for whole in found.organisations if whole.units]
    drawn = chosen(full, wanted, MOST)
    shown, ends = max(drawn, key=_held_surely, default=None), found.ends()
    charts = (_chart(material, whole, ends.get(whole.day), whole is shown) for whole in drawn)
    return tuple(charts), len(full) - len(drawn) + found.passed_over


def _held_surely(whole: Organisation) -> int:
    return sum(held.is_certain for unit in whole.units for held in unit.held)


def roles_looked_at(material: Material) -> tuple[Role, ...]:
    """Return the roles of the persons whom the case is about or accuses; not the posts on which nothing rests."""
    graph = material.graph
    persons = {person.id for filing in (None, *graph.case.filings) for person in graph.persons_concerned(filing)}
    alleged = {one.role for allegation in graph.allegations for one in allegation.roles}
    persons |= {role.person for role in graph.roles if role.id in alleged}
    return tuple(role for role in graph.roles if role.person in persons and not role.context_only)


def _events(material: Material) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for allegation in material.graph.all("allegations", Allegation):
        events = [event for key in allegation.events if (event := material.graph.find("events", Event, key))]
        for alleged in allegation.roles:
            found.setdefault(alleged.role, []).extend(events)
    return found


def _chart(material: Material, whole: Organisation, last: date | None, is_first_shown: bool) -> ChartEntry:
    is_drawn = len(whole.units) <= LARGEST
    pictures = pictures_of(draw_organisation(whole, material.wording, SIZE)) if is_drawn else ()
    period = f"{whole.day}" if last == whole.day else f"{whole.day}/{last or '..'}"
    heading = material.wording.when(parse_when(period))
    return ChartEntry(
        whole.day.isoformat(), last.isoformat() if last else "", heading, is_first_shown, tuple(_held(whole)), pictures
    )


def _held(whole: Organisation) -> Iterator[str]:
    for unit in whole.units:
        for held in unit.held:
            post = f"{held.post}, {unit.name}" if held.post else unit.name
            yield f"{held.person}: {post}{'' if held.is_certain else ' (perhaps)'}"


def list_of_command(material: Material) -> ListOf:
    """Return all relations of command with their dates, in the order of the records."""
    columns = ("Superior", "Subordinate", "Kind", "When", "About", "Legal basis", "Place")
    rows = tuple(
        (_end(material, one.superior), _end(material, one.subordinate), one.shown_kind.replace("_", " "),
         tenure_in_words(material.wording, one.dates) if one.dates else "", one.over or "", one.legal_basis or "",
         material.place("commands", one.id))
        for one in material.graph.commands
    )  # fmt: skip
    return ListOf("command", "Who stands above whom", columns, rows, "No relation of command is recorded.")


def _end(material: Material, key: str) -> str:
    body, post = material.graph.find("bodies", Body, key), material.graph.find("positions", Position, key)
    return body.name if body else post.title if post else key
