"""The checks that look at records, for a whole case or for one filing; and the matrix of proof, which they settle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from probata.checks import (
    Check,
    CheckInput,
    CheckResult,
    Said,
    answers_of,
    checks_of_gaps,
    discover,
    findings_of,
    run_checks,
    said_where_decided,
)
from probata.checks.engine.first_page import OF_STATUS
from probata.checks.support.proved import proved
from probata.diagnostics import Diagnostic, Report, Severity
from probata.forum import Forum, Profile
from probata.law import load_catalogue
from probata.model.case_file import Filing
from probata.pipeline.session import Session, Workspace, forum_of
from probata.proof import AllegationProof

OF_READING = frozenset({"SRC", "REC", "REF", "TAB", "MKD", "FOR", "HSE"})
"""Codes of what is found while a case is read, whatever filing is looked at."""


def check_records(session: Session) -> Report:
    """Return what was found in reading a case and by the checks of its records; the session keeps what they answer."""
    report = Report(session.reading.reword)
    report.extend(session.reading)
    if whole := whole_case(session):
        results = run_checks(whole)
        report.extend(findings_of(results))
        session.answers.add_missing(answers_of(results))
    return report


def whole_case(session: Session) -> CheckInput | None:
    """Return the case as its checks see it, with what they work out; `None` where it was not read."""
    if session.graph is None:
        return None
    graph = session.graph
    return session.once("whole case", lambda: CheckInput(
        graph, load_catalogue(), session.tables, _profiles(session.forums), figures=session.figures,
        today=session.today, held=session.held,
    ))  # fmt: skip


def _found_in_all(session: Session, check: str) -> Said:
    """Return what a check finds with all filings in the records of which something of it is decided."""
    whole = whole_case(session)
    if whole is None:
        return {}
    named = (found.check for found in discover() if found.check.name == check)
    return session.once(
        f"found in all: {check}", lambda: said_where_decided(findings_of(run_checks(whole, named)), whole.graph)
    )


def _profiles(forums: Mapping[str, Forum]) -> dict[str, Profile]:
    return {name: forum.profile for name, forum in forums.items()}


def matrix_of_proof(session: Session) -> tuple[AllegationProof, ...]:
    """Return how each allegation stands with each element of its legal tests; nothing where the case was not read."""
    whole = whole_case(session)
    return proved(whole) if whole else ()


def refusals(session: Session, workspace: Workspace, filing: Filing) -> tuple[Diagnostic, ...]:
    """Return why a filing cannot be final by its records: must-fix findings, and what the case says of its status.

    Everything that stands in the way is told at once: reads are asked for though the case still says that it is a
    draft. What refuses weighs as must fix here, since nothing goes out before it is mended. Only checks whose findings
    may weigh so are run.
    """
    if session.graph is None:
        return tuple(session.reading)
    forum, faults = forum_of(session, workspace, filing)
    levels = {level.check: level.level for level in session.graph.case.levels}
    levels |= {name: level.level for name, level in forum.profile.levels.items()} if forum else {}
    may_refuse = [
        found.check
        for found in discover()
        if found.check.may_refuse or found.check.name in OF_STATUS or levels.get(found.check.name) == "must_fix"
    ]
    results, _ = _results_for(session, workspace, (filing,), may_refuse, as_filed=True)
    found = (*_of_reading(session), *faults, *findings_of(results))
    refusing = (one for one in found if one.refuses or one.name in OF_STATUS)
    return tuple(replace(one, severity=Severity.ERROR) for one in refusing)


def in_the_way(refused: Iterable[Diagnostic], in_document: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return why a filing cannot be final: what refuses it by its records, and what must be fixed in its document."""
    faults = (one for one in in_document if one.severity is Severity.ERROR)
    return tuple(dict.fromkeys((*refused, *faults)))


def findings_for(session: Session, workspace: Workspace, *filings: Filing) -> tuple[Diagnostic, ...]:
    """Return what concerns some filings: faults of reading, and the checks with these filings alone."""
    if session.graph is None:
        return tuple(session.reading)
    results, faults = _results_for(session, workspace, filings)
    return (*_of_reading(session), *faults, *findings_of(results))


def check_records_for(session: Session, workspace: Workspace, *filings: Filing) -> tuple[Diagnostic, ...]:
    """Return what concerns some filings; the session keeps what the checks answer for them, and forgets the others."""
    if session.graph is None:
        return tuple(session.reading)
    results, faults = _results_for(session, workspace, filings)
    session.answers.add(answers_of(results))
    return (*_of_reading(session), *faults, *findings_of(results))


def _of_reading(session: Session) -> tuple[Diagnostic, ...]:
    return tuple(found for found in session.reading if found.code[:3] in OF_READING)


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
    forums = {name: forum for name, (forum, _) in loaded.items() if forum}
    faults = tuple(fault for _, found in loaded.values() for fault in found)
    graph = session.graph
    case = session.once(("case for", filings, as_filed), lambda: CheckInput(
        graph, load_catalogue(), session.tables, _profiles(forums), filings, figures=session.figures,
        found_in_all=lambda check: _found_in_all(session, check), today=session.today, as_filed=as_filed,
        held=session.held,
    ))  # fmt: skip
    return run_checks(case, checks), faults
