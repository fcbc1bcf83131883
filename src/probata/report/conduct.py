"""Roles against conduct: which posts the persons held when what is alleged of them was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.graph.matrix import matrix
from probata.messages.tenure import role_in_words
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When, parse_when
from probata.model.event import Event
from probata.model.role import Role
from probata.pictures.sheet import Sheet
from probata.pictures.spans import span_of_when
from probata.pictures.svg import to_svg
from probata.pictures.timeline import draw_groups
from probata.pictures.timeline_rows import TimeGroup, TimeRow, groups_of
from probata.report.entries import AxisEntry, PictureEntry
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
    charged: dict[str, list[Allegation]] = {}
    for allegation in material.graph.allegations:
        for person in dict.fromkeys(role.person for role in _roles(material, allegation) if allegation.pursued):
            charged.setdefault(person, []).append(allegation)
    drawn = ((person, _draw(material, person, found)) for person, found in charged.items())
    return tuple(AxisEntry(material.person(person), pictures) for person, pictures in drawn if pictures)


def _roles(material: Material, allegation: Allegation) -> Iterator[Role]:
    found = (material.graph.find("roles", Role, alleged.role) for alleged in allegation.roles)
    yield from (role for role in found if role is not None)


def _draw(material: Material, person: str, allegations: Iterable[Allegation]) -> tuple[PictureEntry, ...]:
    graph, wording = material.graph, material.wording
    alleged = list(allegations)
    keys = dict.fromkeys(key for allegation in alleged for key in allegation.events)
    events = [event for key in keys if (event := graph.find("events", Event, key))]
    roles = [role for role in graph.roles if role.person == person and not role.context_only]
    rows = tuple(TimeRow(one.title, wording.when(one.period), span_of_when(one.period), False)
                 for one in alleged if one.period)  # fmt: skip
    posts = groups_of(graph, roles, (), wording)
    groups = (*posts, *([TimeGroup("Conduct alleged", rows)] if rows else ()), *groups_of(graph, (), events, wording))
    undated = [event.title for event in events if not event.dates]
    days = [role.as_of.first for role in roles if role.as_of and role.as_of.start and role.status == "current"]
    return pictures_of(draw_groups(groups, undated, days, wording, SIZE))


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
