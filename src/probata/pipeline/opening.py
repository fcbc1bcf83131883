"""From the files of a case to a session: read, decode, join, compute."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from probata.diagnostics import Report, Severity
from probata.figures import compute_figures, read_tables
from probata.forum import Forum, known_forums, load_forum
from probata.graph import CaseGraph
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.law import load_catalogue
from probata.pipeline.session import Session
from probata.pipeline.workspace import Workspace
from probata.workbook.read_records import workbook_of


def open_case(path: Path, shown: str, workspace: Workspace) -> Session:
    """Read, decode and join a case; read its tables and forums. No check runs."""
    catalogue = load_catalogue()
    forums = known_forums(workspace.template_roots)
    law = (frozenset(catalogue.instruments), frozenset(catalogue.conduct), frozenset(catalogue.elements))
    known = Known(frozenset(forums), *law)
    loaded = load_case(path, shown, known)
    report = _report_for(path)
    report.extend(loaded.findings)
    if loaded.graph is None:
        return Session(None, report, loaded.texts)
    tables, found = read_tables(loaded.graph, tuple(catalogue.instruments))
    report.extend(found)
    figures, without_result = compute_figures(loaded.graph, tables)
    report.extend(without_result)
    cells = sum(1 for fault in found if fault.severity is Severity.ERROR)
    case = workspace.house.complete(loaded.graph.case)
    graph = replace(loaded.graph, case=case, left_out=loaded.graph.left_out + cells)
    profiles = _load_forums(graph, workspace, report)
    return Session(graph, report, loaded.texts, profiles, tables, figures, workspace.today)


def _report_for(path: Path) -> Report:
    """Return a report that speaks of sheets and cells where the case is a workbook."""
    if not workbook_of(path):
        return Report()
    from probata.workbook.in_sheets import in_sheets

    return Report(in_sheets)


def _load_forums(graph: CaseGraph, workspace: Workspace, report: Report) -> dict[str, Forum]:
    loaded: dict[str, Forum] = {}
    for index, filing in enumerate(graph.case.filings):
        span = graph.span("case", graph.name, "filings", index, "forum")
        outcome = load_forum(filing.forum, workspace.template_roots, span, workspace.house.look)
        report.extend(found for found in outcome.findings if found.name != "unknown-forum")
        if outcome.forum:
            loaded[filing.forum] = outcome.forum
    return loaded
