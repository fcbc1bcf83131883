"""`probata show`: the records of a case as tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table

from probata.cli.terminal import CannotContinueError, console, open_session
from probata.graph import CaseGraph

Rows = tuple[tuple[str, ...], Sequence[tuple[str, ...]]]


class What(StrEnum):
    """The tables."""

    PEOPLE = "people"
    BODIES = "bodies"
    ROLES = "roles"
    ALLEGATIONS = "allegations"
    SOURCES = "sources"
    MATRIX = "matrix"
    TIMELINE = "timeline"


def show(
    case: Annotated[str, typer.Argument(help="Folder of the case, such as claims/example.")],
    what: Annotated[What, typer.Argument(help="people, bodies, roles, allegations, sources, matrix or timeline")],
) -> int:
    """Show records of a case as a table.

    `matrix` sets role, responsibility, provision and number of citations side by side for each allegation.
    """
    session, _ = open_session(case)
    if session.graph is None:
        raise CannotContinueError("The case itself cannot be read; `probata check` says why.")
    headings, rows = _TABLES[what](session.graph)
    table = Table(*headings, show_lines=what is What.MATRIX)
    for row in rows:
        table.add_row(*row)
    console().print(table)
    return 0


def _people(graph: CaseGraph) -> Rows:
    rows = [
        (
            person.id,
            person.name.display,
            person.name.native.text if person.name.native else "",
            person.birth.date.value.text if person.birth.date else "",
            ", ".join(part.replace("_", " ") for part in person.part_played),
        )
        for person in graph.people
    ]
    return ("id", "name", "own script", "born", "part played"), rows


def _bodies(graph: CaseGraph) -> Rows:
    rows = [(b.id, b.name, b.native.text if b.native else "", b.kind.replace("_", " ")) for b in graph.bodies]
    return ("id", "name", "own script", "kind"), rows


def _roles(graph: CaseGraph) -> Rows:
    from probata.graph.matrix import label_of

    rows = [
        (r.id, r.person, r.title, r.dates.stated.text, "none" if r.context_only else label_of(r.responsibility))
        for r in graph.roles
    ]
    return ("id", "person", "title", "dates", "responsibility"), rows


def _allegations(graph: CaseGraph) -> Rows:
    rows = [
        (
            a.id,
            a.title,
            ", ".join(alleged.role for alleged in a.roles),
            a.period.text if a.period else "",
            ", ".join(a.conduct),
            str(len(a.evidence)),
        )
        for a in graph.allegations
    ]
    return ("id", "title", "roles", "period", "conduct", "evidence"), rows


def _sources(graph: CaseGraph) -> Rows:
    rows = [
        (s.id, s.title or s.container_title or s.url or "", s.issued.text if s.issued else "", s.held.replace("_", " "))
        for s in graph.sources
    ]
    return ("id", "title", "date", "held"), rows


def _matrix(graph: CaseGraph) -> Rows:
    from probata.graph.matrix import matrix

    rows = [
        (r.allegation, r.role or "—", r.dates, r.responsibility or "—", r.provision or "—", str(r.citations))
        for r in matrix(graph)
    ]
    return ("allegation", "role", "dates", "responsibility", "provision", "citations"), rows


def _timeline(graph: CaseGraph) -> Rows:
    from probata.graph.timeline import timeline

    rows = [(entry.when.text, entry.kind, entry.text) for entry in timeline(graph)]
    return ("date", "kind", "what"), rows


_TABLES: dict[What, Callable[[CaseGraph], Rows]] = {
    What.PEOPLE: _people,
    What.BODIES: _bodies,
    What.ROLES: _roles,
    What.ALLEGATIONS: _allegations,
    What.SOURCES: _sources,
    What.MATRIX: _matrix,
    What.TIMELINE: _timeline,
}
