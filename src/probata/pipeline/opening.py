"""From the files of a case to a session: read, decode, join, compute."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from probata.diagnostics import Report, Severity
from probata.forum.discovery import known_forums
from probata.graph import CaseGraph
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.law import load_catalogue
from probata.pipeline.held_copies import held_copies
from probata.pipeline.session import Session, Workspace
from probata.source.node import Scalar
from probata.source.stamps import stamp_of_files
from probata.workbook.read_records import read_records, workbook_of

if TYPE_CHECKING:
    from probata.diagnostics import Diagnostic
    from probata.figures import Computed, TypedTable
    from probata.forum import Forum


def title_of_case(path: Path) -> str:
    """Return the title that a case gives itself, without reading its records where they are text; empty where none."""
    case = read_records(path, path.name, ()).case
    title = case.get("title") if case else None
    return title.text if isinstance(title, Scalar) else ""


def open_records(path: Path, shown: str, workspace: Workspace) -> Session:
    """Read, decode and join the records of a case."""
    catalogue = load_catalogue()
    forums = known_forums(workspace.template_roots)
    law = (frozenset(catalogue.instruments), frozenset(catalogue.conduct), frozenset(catalogue.elements))
    loaded = load_case(path, shown, Known(frozenset(forums), *law), workspace.memory)
    report = _report_for(path)
    report.extend(loaded.findings)
    if loaded.graph is None:
        return Session(None, report, loaded.texts)
    graph = replace(loaded.graph, case=workspace.memory.same("case", workspace.house.complete(loaded.graph.case)))
    return Session(graph, report, loaded.texts, today=workspace.today)


def read_figures(
    graph: CaseGraph,
) -> tuple[tuple[dict[str, TypedTable], list[Diagnostic]], tuple[dict[str, Computed], list[Diagnostic]]]:
    """Return the tables of a case and the figures computed from them, each with what was found."""
    from probata.figures import compute_figures, read_tables, recorded_works  # a table of records needs neither

    recorded_works(graph)  # first, so that the tables stay what they are where the works are the same

    def tables() -> tuple[dict[str, TypedTable], list[Diagnostic]]:
        return graph.once("typed tables", lambda: read_tables(graph, tuple(load_catalogue().instruments)))

    return tables(), graph.once("computed figures", lambda: compute_figures(graph, tables()[0]))


def open_case(path: Path, shown: str, workspace: Workspace) -> Session:
    """Read the records of a case, its tables and forums. No check runs."""
    session = open_records(path, shown, workspace)
    if session.graph is None:
        return session
    (tables, found), (figures, without_result) = read_figures(session.graph)
    session.reading.extend((*found, *without_result))
    cells = sum(1 for fault in found if fault.severity is Severity.ERROR)
    graph = replace(session.graph, left_out=session.graph.left_out + cells)
    forums = _load_forums(graph, workspace, session.reading)
    held = held_copies(graph, workspace)
    return replace(session, graph=graph, forums=forums, tables=tables, figures=figures, held=held)


def _report_for(path: Path) -> Report:
    """Return a report that speaks of sheets and cells where the case is a workbook."""
    if not workbook_of(path):
        return Report()
    from probata.workbook.in_sheets import in_sheets

    return Report(in_sheets)


def _load_forums(graph: CaseGraph, workspace: Workspace, report: Report) -> dict[str, Forum]:
    from probata.forum import load_forum

    loaded: dict[str, Forum] = {}
    files = workspace.memory.same("templates", tuple(map(stamp_of_files, workspace.template_roots)))
    for index, filing in enumerate(graph.case.filings):
        span = graph.span("case", graph.name, "filings", index, "forum")
        load = partial(load_forum, filing.forum, workspace.template_roots, span, workspace.house.look)
        outcome = workspace.memory.made_of((files, str(span)), ("forum", filing.forum), load)
        report.extend(found for found in outcome.findings if found.name != "unknown-forum")
        if outcome.forum:
            profile = workspace.memory.same(("profile", filing.forum), outcome.forum.profile)
            loaded[filing.forum] = replace(outcome.forum, profile=profile)
    return loaded
