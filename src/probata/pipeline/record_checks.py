"""The checks that look at records, for a whole case or for one filing; and the matrix of proof, which they settle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from probata.checks import Check, CheckInput, checks_of_gaps, findings_of, run_checks
from probata.checks.proved import proved
from probata.diagnostics import Diagnostic, Severity
from probata.forum import Profile
from probata.graph import CaseGraph
from probata.law import Catalogue, load_catalogue
from probata.model.case_file import Filing
from probata.pipeline.session import Session, Workspace, forum_of
from probata.proof import AllegationProof

OF_STATUS = frozenset({"status-draft", "status-illustration", "allegation-draft"})
"""Notes on what the team says of the case as a whole; nothing is made for filing while one stands."""


def check_graph(
    session: Session,
    graph: CaseGraph,
    catalogue: Catalogue,
    chosen: tuple[Filing, ...] | None = None,
    checks: Iterable[Check] | None = None,
) -> tuple[Diagnostic, ...]:
    """Run the checks that look at records, or those named, for all filings or for those chosen."""
    return findings_of(run_checks(seen(session, graph, catalogue, chosen), checks))


def seen(
    session: Session, graph: CaseGraph, catalogue: Catalogue, chosen: tuple[Filing, ...] | None = None
) -> CheckInput:
    """Return the case as its checks see it, with all filings or with those chosen."""
    profiles: dict[str, Profile] = {name: forum.profile for name, forum in session.forums.items()}
    return CheckInput(graph, catalogue, session.tables, profiles, chosen, figures=session.figures)


def matrix_of_proof(session: Session) -> tuple[AllegationProof, ...]:
    """Return how each allegation stands with each element of its legal tests; nothing where the case was not read."""
    return proved(session.looked_through) if session.looked_through else ()


def refusals(session: Session, workspace: Workspace, filing: Filing) -> tuple[Diagnostic, ...]:
    """Return why a filing cannot be final by its records: must-fix findings, and what the case says of its status."""
    return tuple(found for found in findings_for(session, workspace, filing) if _refuses(found))


def _refuses(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR or found.name in OF_STATUS


def findings_for(session: Session, workspace: Workspace, *filings: Filing) -> tuple[Diagnostic, ...]:
    """Return what concerns some filings: faults of reading, and the checks with these filings alone."""
    if session.graph is None:
        return tuple(session.report)
    reading = [f for f in session.report if f.code[:3] in {"SRC", "REC", "REF", "TAB", "MKD", "FOR", "HSE"}]
    return (*reading, *_found_for(session, workspace, filings))


def gaps_of(session: Session, workspace: Workspace, filing: Filing) -> tuple[Diagnostic, ...]:
    """Return what a draft of one filing lists as missing, by the checks that tell it and no others."""
    found = _found_for(session, workspace, (filing,), checks_of_gaps())
    return tuple(one for one in found if one.gap)


def _found_for(
    session: Session, workspace: Workspace, filings: tuple[Filing, ...], checks: Iterable[Check] | None = None
) -> tuple[Diagnostic, ...]:
    if session.graph is None:
        return ()
    loaded = {filing.forum: forum_of(session, workspace, filing) for filing in filings}
    alone = replace(session, forums={name: forum for name, (forum, _) in loaded.items() if forum})
    faults = (fault for _, found in loaded.values() for fault in found)
    return (*faults, *check_graph(alone, session.graph, load_catalogue(), filings, checks))
