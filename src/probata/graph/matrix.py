"""The proof matrix: role × responsibility × provision × number of citations, one row each, by allegation."""

from __future__ import annotations

from dataclasses import dataclass

from probata.graph.case_graph import CaseGraph
from probata.law import Catalogue
from probata.model.allegation import Allegation, AllegedProvision
from probata.model.person import Person
from probata.model.responsibility import Responsibilities
from probata.model.role import Role

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row. Empty texts are gaps."""

    allegation: str
    person: str
    role: str
    dates: str
    responsibility: str
    """`command`, `oversight`, both joined by `and`, or `not stated`."""
    provision: str
    citations: int
    """Citations that support the allegation; those against it are not counted."""


def matrix(graph: CaseGraph, catalogue: Catalogue) -> tuple[MatrixRow, ...]:
    """Return the rows of every allegation that is pursued; one without a role or provision has an empty cell there."""
    pursued = (allegation for allegation in graph.allegations if allegation.pursued)
    return tuple(row for allegation in pursued for row in _rows(graph, catalogue, allegation))


def _rows(graph: CaseGraph, catalogue: Catalogue, allegation: Allegation) -> list[MatrixRow]:
    count = sum(1 for evidence in allegation.evidence if not evidence.against)
    provisions = [_provision(found, catalogue) for found in allegation.provisions] or [""]
    rows: list[MatrixRow] = []
    for alleged in allegation.roles:
        role = graph.find("roles", Role, alleged.role)
        if role is None:
            continue
        person = graph.find("people", Person, role.person)
        name = person.name.display if person else role.person
        label = label_of(alleged.grounds_from(role))
        dates = role.dates.stated.text
        rows += [MatrixRow(allegation.id, name, role.title, dates, label, text, count) for text in provisions]
    return rows or [MatrixRow(allegation.id, "", "", "", "", text, count) for text in provisions]


def label_of(grounds: Responsibilities) -> str:
    """Return the plain labels of several grounds."""
    found = {ground.shown_label for ground in grounds}
    shown = [label for label in ("command", "oversight") if label in found]
    return " and ".join(shown) or NOT_STATED


def _provision(alleged: AllegedProvision, catalogue: Catalogue) -> str:
    """Name a provision as lawyers do, `UNCAT art 1`; by its id where the catalogue does not know the instrument."""
    instrument = catalogue.instrument(alleged.instrument or "")
    if instrument:
        place = instrument.pinpoint(alleged.provision) if alleged.provision else ""
        return f"{instrument.abbreviation} {place}".strip()
    if alleged.instrument:
        return f"{alleged.instrument} {alleged.provision or ''}".strip()
    return f"“{alleged.named}” (instrument not identified)" if alleged.named else "instrument not identified"
