"""All that is found in a case, by the checks of its records and of its documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from probata.checks import Answer
from probata.checks.engine.first_page import Places, add_places
from probata.checks.engine.to_do import ToDo
from probata.diagnostics import Diagnostic, Report
from probata.pipeline.session import Session, filings

if TYPE_CHECKING:
    from probata.pipeline.document_checks import DocumentLookedAt


@dataclass(frozen=True, slots=True)
class Outline:
    """What a case is called, and what it has."""

    title: str = ""
    """Empty where the case cannot be read."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """How many records of each kind, in the order of kinds."""
    filings: tuple[tuple[str, str], ...] = ()
    """Id and title of each filing; one without a title is called by its forum."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, in order, and the text of every file, or as much of it as the findings show."""

    findings: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    answers: tuple[Answer, ...] = ()
    """What each check answers."""
    blocked: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """Why each filing that was looked at could not be final; nothing where it is ready."""
    places: Places = field(default_factory=dict)
    """Of the records on which something is found."""
    outline: Outline = field(default_factory=Outline)
    to_do: Mapping[str, tuple[ToDo, ...]] = field(default_factory=dict)
    """The gaps in the draft of each filing."""


def outline_of(session: Session) -> Outline:
    """Return what a case is called, and what it has."""
    from probata.model.kinds import KINDS  # with all that records are made of; what was kept needs none of it

    graph = session.graph
    numbers = {kind.key: len(graph.records.get(kind.key, ())) if graph else 0 for kind in KINDS}
    forums = {name: forum.profile.title for name, forum in session.forums.items()}
    titles = ((one.id, one.title or forums.get(one.forum, one.id)) for one in filings(session))
    return Outline(graph.case.title if graph else "", numbers, tuple(titles))


def all_found(session: Session, of_records: Iterable[Diagnostic], documents: Iterable[DocumentLookedAt]) -> Checked:
    """Return what is found in the records of a case and, as it is looked for, in its documents."""
    report = Report(session.reading.reword)
    report.extend(of_records)
    blocked: dict[str, tuple[Diagnostic, ...]] = {}
    printed: Places = {}
    to_do: dict[str, tuple[ToDo, ...]] = {}
    for one in documents:
        report.extend(one.findings)
        if one.filing:
            blocked[one.filing], to_do[one.filing] = one.blocked_by, one.to_do
            add_places(printed, one.places)
    found = tuple(report)
    about = {one.record for one in found}
    places = {name: {key: where for key, where in of.items() if key in about} for name, of in printed.items()}
    return Checked(found, session.texts, tuple(session.answers), blocked, places, outline_of(session), to_do)
