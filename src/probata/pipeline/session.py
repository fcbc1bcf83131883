"""What a run works on: a case that was read."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

from probata.checks import Answers
from probata.diagnostics import Diagnostic, Report
from probata.document.own_templates import own_templates
from probata.kept import Memory, Store
from probata.model.house import House

if TYPE_CHECKING:
    from probata.disclosure.identities import Texts
    from probata.evidence.held_copies import HeldCopies
    from probata.figures import Computed, TypedTable
    from probata.forum import Forum
    from probata.graph import CaseGraph
    from probata.model.case_file import Filing

T = TypeVar("T")


def _none_held() -> HeldCopies:
    from probata.evidence.held_copies import HeldCopies  # not for a command that reads no case

    return HeldCopies()


@dataclass(frozen=True, slots=True)
class Session:
    """A case that was read. Its checks run when somebody asks what they find, and once."""

    graph: CaseGraph | None
    reading: Report
    """What was found while it was read."""
    texts: Mapping[str, str]
    forums: Mapping[str, Forum] = field(default_factory=dict)
    tables: Mapping[str, TypedTable] = field(default_factory=dict)
    figures: Mapping[str, Computed] = field(default_factory=dict)
    held: HeldCopies = field(default_factory=_none_held)
    """Copies of sources whose bytes are there; none is read before a check asks for it."""
    today: date | None = None
    """The day on which the case is looked at, where it is known."""
    answers: Answers = field(default_factory=Answers, compare=False)
    """What the checks that have run answer, on the records and on each document."""
    _known: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    _turns: dict[Hashable, RLock] = field(default_factory=dict, repr=False, compare=False)

    @property
    def report(self) -> Report:
        """What was found in reading and by the checks of records, which run at the first time."""
        from probata.pipeline.record_checks import check_records

        return self.once("report", lambda: check_records(self))

    def once(self, name: Hashable, work_out: Callable[[], T]) -> T:
        """Return what several stages ask for, worked out at the first time; a thread that asks meanwhile waits."""
        if name not in self._known:
            with self._turns.setdefault(name, RLock()):
                if name not in self._known:
                    self._known[name] = work_out()
        found: T = self._known[name]
        return found


def filings(session: Session) -> tuple[Filing, ...]:
    """Return the filings of the case."""
    return session.graph.case.filings if session.graph else ()


def forum_of(session: Session, workspace: Workspace, filing: Filing) -> tuple[Forum | None, tuple[Diagnostic, ...]]:
    """Return the forum of a filing, loading it where the case has no filing for it."""
    if filing.forum in session.forums:
        return session.forums[filing.forum], ()
    from probata.forum import load_forum

    loaded = load_forum(filing.forum, workspace.template_roots, house=workspace.house.look)
    return loaded.forum, loaded.findings


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where templates are, the user's own before ours, and what an office adds to every case."""

    template_roots: tuple[Path, ...]
    house: House = field(default_factory=House)
    today: date | None = None
    """The day on which cases are looked at; documents never know it."""
    store: Store | None = field(default=None, compare=False)
    """Where answers of the citation program and pictures are kept from one run to the next."""
    ocr: bool = False
    """Whether pictures of text in held copies are to be recognised."""
    identities: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict, compare=False)
    """Who persons are, kept apart, by kind and id of record, where a key was named; documents alone see it."""
    texts_apart: Texts = field(default_factory=dict, compare=False)
    """What texts said before they said a pseudonym, likewise."""
    memory: Memory = field(default_factory=Memory, compare=False)
    """What was worked out of the cases that were read with it."""


def open_workspace(
    extra_templates: Path | None = None, house: House | None = None, today: date | None = None
) -> Workspace:
    """Return the workspace with the user's templates, where they are given, before ours."""
    ours = own_templates()
    roots = [extra_templates] if extra_templates and extra_templates.resolve() != ours.resolve() else []
    return Workspace((*roots, ours), house or House(), today)
