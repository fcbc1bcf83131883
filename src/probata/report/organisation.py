"""Bodies and command at the days on which something changes, as charts and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, pairwise

from probata.graph.case_graph import CaseGraph
from probata.graph.matrix import matrix
from probata.messages.wording import role_in_words, tenure_in_words
from probata.model.allegation import Allegation
from probata.model.body import Body
from probata.model.dates import Answer, When, parse_when
from probata.model.event import Event
from probata.model.position import Position
from probata.model.role import Role
from probata.pictures.drawing import Sheet
from probata.pictures.organisation import Organisation, days_of, organisation_on
from probata.pictures.organisation_chart import draw_organisation
from probata.pictures.picture import to_svg
from probata.pictures.time_axis import span_of_when
from probata.pictures.timeline import TimeGroup, TimeRow, draw_groups, groups_of
from probata.report.entries import AxisEntry, ChartEntry, PictureEntry
from probata.report.lists import ListOf
from probata.report.material import Material

SIZE = (620.0, 900.0)
"""Width and greatest height of a picture in points: a page of paper, and a column on a screen."""


def list_of_conduct(material: Material) -> ListOf:
    """Return a row for each dated conduct of an allegation and each role on which it rests."""
    columns = ("Allegation", "Person", "Role", "Held", "Conduct alleged", "When", "While in the role", "Place")
    rows = tuple(row for found in material.graph.allegations if found.pursued for row in _rows_of(material, found))
    return ListOf("conduct", "Roles against conduct", columns, rows, "No allegation rests on a role.")


def _rows_of(material: Material, allegation: Allegation) -> Iterator[tuple[str, ...]]:
    for place, alleged in enumerate(allegation.roles):
        if role := material.graph.find("roles", Role, alleged.role):
            for what, when in _conduct(material, allegation):
                told = material.wording.when(when) if when else ""
                held = role_in_words(material.wording, role)
                yield (allegation.id, material.person(role.person), role.title, held, what, told,
                       _answer(role, when), material.place("allegations", allegation.id, "roles", place))  # fmt: skip


def _conduct(material: Material, allegation: Allegation) -> Iterator[tuple[str, When | None]]:
    events = [found for key in allegation.events if (found := material.graph.find("events", Event, key))]
    if allegation.period or not events:
        yield "the whole period alleged", allegation.period
    yield from ((event.title, event.dates) for event in events if not event.context_only)


def _answer(role: Role, when: When | None) -> str:
    """Say whether all of the conduct fell into the tenure, as surely as the dates allow."""
    if when is None:
        return "not dated"
    covers = role.covers(when)
    if covers is Answer.NO:
        return "no" if role.dates.touches(when) is Answer.NO else "in part at most"
    return "yes" if covers is Answer.CERTAIN else "perhaps"


def axes_of(material: Material) -> tuple[AxisEntry, ...]:
    """Return a time axis for each person against whom an allegation is made: their posts, then what is alleged.

    Posts that are context only are left out, so that posts and conduct stand on one sheet.
    """
    drawn = ((person, pictures_of(draw_axis(material, person, alleged, SIZE)))
             for person, alleged in charged(material).items())  # fmt: skip
    return tuple(AxisEntry(material.person(person), pictures) for person, pictures in drawn if pictures)


def charged(material: Material) -> dict[str, list[Allegation]]:
    """Return the allegations against each person, by the id of the person."""
    found: dict[str, list[Allegation]] = {}
    for allegation in material.graph.allegations:
        for person in dict.fromkeys(role.person for role in _roles(material, allegation) if allegation.pursued):
            found.setdefault(person, []).append(allegation)
    return found


def _roles(material: Material, allegation: Allegation) -> Iterator[Role]:
    found = (material.graph.find("roles", Role, alleged.role) for alleged in allegation.roles)
    yield from (role for role in found if role is not None)


def draw_axis(
    material: Material, person: str, alleged: Sequence[Allegation], size: tuple[float, float]
) -> tuple[Sheet, ...]:
    """Draw the posts of a person and what is alleged of them."""
    graph, wording = material.graph, material.wording
    keys = dict.fromkeys(key for allegation in alleged for key in allegation.events)
    events = [event for key in keys if (event := graph.find("events", Event, key))]
    roles = [role for role in graph.roles if role.person == person and not role.context_only]
    rows = tuple(
        TimeRow(one.title, wording.when(one.period), span_of_when(one.period), False, record=f"allegations/{one.id}")
        for one in alleged
        if one.period
    )
    posts = groups_of(graph, roles, (), wording)
    groups = (*posts, *([TimeGroup("Conduct alleged", rows)] if rows else ()), *groups_of(graph, (), events, wording))
    undated = [event.title for event in events if not event.dates]
    days = [role.as_of.first for role in roles if role.as_of and role.as_of.start and role.status == "current"]
    return draw_groups(groups, undated, days, wording, size)


def pictures_of(sheets: Iterable[Sheet]) -> tuple[PictureEntry, ...]:
    """Return drawn sheets as pictures of a page."""
    return tuple(PictureEntry(to_svg(sheet.drawing, sheet.alternative), sheet.alternative) for sheet in sheets)


def list_of_matrix(material: Material) -> ListOf:
    """Return who is alleged to bear what responsibility, under which provision; gaps in brackets."""
    columns = ("Allegation", "Person", "Role", "Held", "Responsibility", "Provision", "Citations")
    rows = tuple(
        (row.allegation, row.person or "[not recorded]", row.role or "[not recorded]",
         material.wording.when(parse_when(row.dates)) if row.dates else "",
         row.responsibility or "[not recorded]", row.provision or "[not recorded]", row.citations)
        for row in matrix(material.graph, material.catalogue)
    )  # fmt: skip
    return ListOf("matrix", "Role, responsibility and provision", columns, rows, "No allegation is put forward.")


# The days on which the organisation chart of a case becomes another.

DAY = timedelta(days=1)
MOST_WORK = 20_000
"""Days times relations that are looked at; a case with more of them is looked at on some days only."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What holds from each day on which something changes."""

    organisations: tuple[Organisation, ...]
    """In the order of time."""
    passed_over: int = 0
    """Days on which something changes that were not looked at, in a case of very many."""

    def ends(self) -> dict[date, date]:
        """Return until when each holds, by its first day: that day alone where the days between are not known."""
        if self.passed_over:
            return {whole.day: whole.day for whole in self.organisations}
        return {whole.day: after.day - DAY for whole, after in pairwise(self.organisations)}


def changes(graph: CaseGraph, roles: Sequence[Role], wanted: Sequence[date], last: date | None) -> Changes:
    """Return what holds from each day on which something changes until `last`; of very many days, those wanted first.

    Where an end is not known to the day, both the first and the last day that it may mean are such days.
    """
    days = sorted(day for day in set(_days(graph, roles)) if last is None or day <= last)
    most = max(MOST_WORK // (len(graph.commands) + len(roles) + 1), 1)
    looked_at = days if len(days) <= most else sorted({*wanted[:most], *days[:: len(days) // most + 1]})
    found: list[Organisation] = []
    for day in looked_at:
        whole = organisation_on(graph, roles, day)
        if not found or replace(found[-1], day=day) != whole:
            found.append(whole)
    return Changes(tuple(found), len(set(days) - set(looked_at)))


def _days(graph: CaseGraph, roles: Sequence[Role]) -> Iterator[date]:
    for when in periods(graph, roles):
        yield from (day for day in (when.first, when.latest_start) if day not in (date.min, date.max))
        yield from (day for end in (when.earliest_end, when.last) for day in _after(end))
    for role in roles:
        if role.as_of:
            yield from _after(role.as_of.last)


def periods(graph: CaseGraph, roles: Sequence[Role]) -> Iterator[When]:
    """Give the recorded dates of posts held, relations of command, bodies and posts."""
    held = [role.dates for role in roles] + [command.dates for command in graph.commands if command.dates]
    of_tenures = (when for dates in held for when in (dates.stated, dates.certain, dates.possible))
    of_seats = (seat.dates for role in roles for seat in role.seats)
    ends = [(body.founded, body.dissolved) for body in graph.bodies]
    ends += [(post.created, post.abolished) for post in graph.positions]
    of_ends = (end.value for pair in ends for end in pair if end)
    return (when for when in chain(of_tenures, of_seats, of_ends) if when is not None)


def _after(day: date) -> Iterator[date]:
    if day not in (date.min, date.max):
        yield day + DAY


def chosen(found: Sequence[Organisation], wanted: Iterable[date], most: int) -> tuple[Organisation, ...]:
    """Return those to draw, `most` of them: those in force on the days wanted, then others evenly over the time."""
    if len(found) <= most:
        return tuple(found)
    kept: dict[int, None] = {}
    for day in wanted:
        earlier = [place for place, whole in enumerate(found) if whole.day <= day]
        kept[earlier[-1] if earlier else 0] = None
    places = list(kept)[:most]
    others = [place for place in range(len(found)) if place not in places]
    room = most - len(places)
    places += [others[number * len(others) // room] for number in range(room)]
    return tuple(found[place] for place in sorted(places))


MOST = 60
"""Charts that are drawn; what is left out is said."""
LARGEST = 40
"""Bodies of a chart that is drawn; a larger one could not be read, and takes long."""


def charts_of(material: Material) -> tuple[tuple[ChartEntry, ...], int]:
    """Return the charts in the order of time, and the number of changes for which none is drawn."""
    roles = roles_looked_at(material)
    as_of = material.graph.case.as_of
    last = as_of.last if as_of and as_of.last != date.max else None
    wanted = days_of(roles, alleged_of_roles(material))
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


def alleged_of_roles(material: Material) -> dict[str, list[Event]]:
    """Return the events that are alleged of each role, by its id."""
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
