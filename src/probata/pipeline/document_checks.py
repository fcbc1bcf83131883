"""The checks that look at documents, one by one and together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from probata.checks import (
    ALL_DOCUMENTS,
    DOCUMENTS,
    CheckInput,
    Drafted,
    answers_of,
    checks_about,
    findings_of,
    run_checks,
)
from probata.checks.engine.first_page import Places
from probata.checks.engine.places import printed_places
from probata.checks.engine.to_do import ToDo
from probata.diagnostics import Diagnostic, Report
from probata.forum import Forum
from probata.law import load_catalogue
from probata.model.case_file import Filing
from probata.pipeline.drafting import draft
from probata.pipeline.looks import looks_of
from probata.pipeline.record_checks import in_the_way, refusals
from probata.pipeline.session import Session, Workspace, filings, forum_of


@dataclass(frozen=True, slots=True)
class DocumentLookedAt:
    """What was found in the document of one filing, or in all together, where no filing is named."""

    filing: str
    findings: tuple[Diagnostic, ...]
    blocked_by: tuple[Diagnostic, ...] = ()
    """Why it could not be final."""
    places: Places = field(default_factory=dict)
    to_do: tuple[ToDo, ...] = ()
    """The gaps of its draft."""


def check_document(session: Session, filing: Filing, forum: Forum, drafted: Drafted) -> tuple[Diagnostic, ...]:
    """Run the checks that look at a document, on one filing; the session keeps what they answer."""
    forums = {**session.forums, filing.forum: forum}  # who reads the submission that it supports reads it too
    return _check_drafts(session, DOCUMENTS, forums, {filing.id: drafted}, (filing,))


def check_documents(session: Session, workspace: Workspace, chosen: tuple[Filing, ...] | None = None) -> Report:
    """Compose every filing of the case, or those chosen, and return what is found in composing and in the documents."""
    report = Report(session.reading.reword)
    for one in check_each_document(session, workspace, chosen):
        report.extend(one.findings)
    return report


def check_each_document(
    session: Session, workspace: Workspace, chosen: tuple[Filing, ...] | None = None
) -> Iterator[DocumentLookedAt]:
    """Compose every filing and give what is found in it; last, with no filing, what is found in all together."""
    drafts: dict[str, Drafted] = {}
    forums = dict(session.forums)
    every = filings(session)
    for filing in every if chosen is None else chosen:
        drafted, found = draft(session, workspace, filing, final=False)
        forum, _ = forum_of(session, workspace, filing)
        if drafted and forum:
            drafts[filing.id], forums[filing.forum] = drafted, forum
            _, unread = looks_of(forum, workspace.house)
            found = (*found, *unread, *check_document(session, filing, forum, drafted))
        places: Places = {filing.id: {}, filing.forum: {}}
        if drafted and session.graph:
            places = printed_places(filing, drafted.document, session.graph)
        blocked_by = in_the_way(refusals(session, workspace, filing), found)
        yield DocumentLookedAt(filing.id, found, blocked_by, places, drafted.to_do if drafted else ())
    if all(filing.id in drafts for filing in every):  # what some documents lack may stand in the others
        yield DocumentLookedAt("", check_all_drafts(session, drafts, forums, chosen))


def check_all_drafts(
    session: Session,
    drafts: Mapping[str, Drafted],
    forums: Mapping[str, Forum] | None = None,
    chosen: tuple[Filing, ...] | None = None,
) -> tuple[Diagnostic, ...]:
    """Run the checks that look at all documents of a case together; they pass over a case of which one is not there."""
    return _check_drafts(session, ALL_DOCUMENTS, forums or session.forums, drafts, chosen)


def _check_drafts(
    session: Session,
    about: str,
    forums: Mapping[str, Forum],
    drafts: Mapping[str, Drafted],
    chosen: tuple[Filing, ...] | None = None,
) -> tuple[Diagnostic, ...]:
    if session.graph is None:
        return ()
    profiles = {name: forum.profile for name, forum in forums.items()}
    case = CheckInput(session.graph, load_catalogue(), session.tables, profiles, chosen, drafts, session.figures,
                      today=session.today, held=session.held)  # fmt: skip
    results = run_checks(case, checks_about(about))
    session.answers.add(answers_of(results), chosen[0].id if chosen else "")
    return findings_of(results)
