"""The checks that look at records, for a whole case or for one filing; and the matrix of proof, which they settle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from probata.checks import Check, CheckInput, CheckResult, answers_of, checks_of_gaps, findings_of, run_checks
from probata.checks.support.proved import proved
from probata.diagnostics import Diagnostic, Severity
from probata.forum import Profile
from probata.graph import CaseGraph
from probata.law import Catalogue, load_catalogue
from probata.model.case_file import Filing
from probata.pipeline.session import Session, Workspace, forum_of
from probata.proof import AllegationProof

OF_STATUS = frozenset({"status-draft", "status-illustration", "allegation-draft"})
"""Notes on what the team says of the case as a whole; nothing is made for filing while one stands."""

OF_READING = frozenset({"SRC", "REC", "REF", "TAB", "MKD", "FOR", "HSE"})
"""Codes of what is found while a case is read, whatever filing is looked at."""


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
    session: Session,
    graph: CaseGraph,
    catalogue: Catalogue,
    chosen: tuple[Filing, ...] | None = None,
    as_filed: bool = False,
) -> CheckInput:
    """Return the case as its checks see it, with all filings or with those chosen; `as_filed` as a final would be."""
    profiles: dict[str, Profile] = {name: forum.profile for name, forum in session.forums.items()}
    found_in_all = session.found_in_all if chosen is not None else {}
    return CheckInput(
        graph, catalogue, session.tables, profiles, chosen, figures=session.figures, found_in_all=found_in_all,
        today=session.today, as_filed=as_filed,
    )  # fmt: skip


def matrix_of_proof(session: Session) -> tuple[AllegationProof, ...]:
    """Return how each allegation stands with each element of its legal tests; nothing where the case was not read."""
    return proved(session.looked_through) if session.looked_through else ()


def refusals(session: Session, workspace: Workspace, filing: Filing) -> tuple[Diagnostic, ...]:
    """Return why a filing cannot be final by its records: must-fix findings, and what the case says of its status.

    Everything that stands in the way is told at once: reads are asked for though the case still says that it is a
    draft. What refuses weighs as must fix here, since nothing goes out before it is mended.
    """
    if session.graph is None:
        return tuple(session.report)
    results, faults = _results_for(session, workspace, (filing,), as_filed=True)
    found = (*_of_reading(session), *faults, *findings_of(results))
    refusing = (one for one in found if one.refuses or one.name in OF_STATUS)
    return tuple(replace(one, severity=Severity.ERROR) for one in refusing)


def findings_for(session: Session, workspace: Workspace, *filings: Filing) -> tuple[Diagnostic, ...]:
    """Return what concerns some filings: faults of reading, and the checks with these filings alone."""
    if session.graph is None:
        return tuple(session.report)
    results, faults = _results_for(session, workspace, filings)
    return (*_of_reading(session), *faults, *findings_of(results))


def check_records_for(session: Session, workspace: Workspace, *filings: Filing) -> tuple[Diagnostic, ...]:
    """Return what concerns some filings; the session keeps what the checks answer for them, and forgets the others."""
    if session.graph is None:
        return tuple(session.report)
    results, faults = _results_for(session, workspace, filings)
    session.answers.add(answers_of(results))
    return (*_of_reading(session), *faults, *findings_of(results))


def _of_reading(session: Session) -> tuple[Diagnostic, ...]:
    return tuple(found for found in session.report if found.code[:3] in OF_READING)


def gaps_of(session: Session, workspace: Workspace, filing: Filing) -> tuple[Diagnostic, ...]:
    """Return what a draft of one filing lists as missing, by the checks that tell it and no others."""
    results, _ = _results_for(session, workspace, (filing,), checks_of_gaps())
    return tuple(one for one in findings_of(results) if one.gap)


def _results_for(
    session: Session,
    workspace: Workspace,
    filings: tuple[Filing, ...],
    checks: Iterable[Check] | None = None,
    as_filed: bool = False,
) -> tuple[tuple[CheckResult, ...], tuple[Diagnostic, ...]]:
    """Return what the checks give with some filings alone, and the faults of their forums."""
    if session.graph is None:
        return (), ()
    loaded = {filing.forum: forum_of(session, workspace, filing) for filing in filings}
    alone = replace(session, forums={name: forum for name, (forum, _) in loaded.items() if forum})
    faults = tuple(fault for _, found in loaded.values() for fault in found)
    return run_checks(seen(alone, session.graph, load_catalogue(), filings, as_filed), checks), faults
