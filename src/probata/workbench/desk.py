"""The case on the desk: read, read again when its files change, changed, and changed back."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import threading
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from probata.diagnostics import Diagnostic, Report
from probata.edits.change import Change
from probata.edits.change_case import changed_files, record_as_written
from probata.graph import CaseGraph
from probata.model.case_file import Filing
from probata.output.together import write_together
from probata.pipeline.opening import open_case
from probata.pipeline.session import Session, Workspace, filings
from probata.source.text_edits import Replaced

if TYPE_CHECKING:
    from probata.pipeline import Prepared

T = TypeVar("T")
_MOST_UNDONE = 200
_UNTIDIED = 20
"""Readings of the case after which what they left is collected."""


@dataclass(frozen=True, slots=True)
class Looked:
    """All that is found in a case, which filing it blocks, and where documents print which record."""

    findings: tuple[Diagnostic, ...]
    blocked: Mapping[str, tuple[Diagnostic, ...]]
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Done:
    """An edit that can be undone."""

    what: str
    files: tuple[Replaced, ...]


@dataclass
class Desk:
    """One case. It is read and changed under its lock; what takes longer is worked out beside it, each thing once."""

    path: Path
    shown: str
    workspace: Workspace
    lock: threading.RLock = field(default_factory=threading.RLock)
    revision: int = 0
    """Counts how often the case was read; the pages of another revision are old."""
    done: deque[Done] = field(default_factory=lambda: deque(maxlen=_MOST_UNDONE))
    lasting: dict[str, Any] = field(default_factory=dict)
    """What screens keep from one reading of the case to the next."""
    _session: Session | None = None
    _stamp: Hashable = None
    _tidied: int = 0
    _known: dict[Hashable, Any] = field(default_factory=dict)
    _turns: dict[Hashable, threading.RLock] = field(default_factory=dict)
    _shown_records: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def session(self) -> Session:
        """Return the case as its files are now."""
        with self.lock:
            stamp = stamp_of_files(self.path)
            if self._session is None or stamp != self._stamp:
                self._session = open_case(self.path, self.shown, self.workspace)
                self._stamp, self._known = stamp, {}
                self.revision += 1
            return self._session

    @property
    def graph(self) -> CaseGraph | None:
        """The records; `None` where the case cannot be read."""
        return self.session().graph

    def warm(self) -> None:
        """Read the case and compose its first filing before anybody asks: a browser takes as long to open."""
        with suppress(Exception):  # whoever asks for it is told
            for filing in self.filings()[:1]:
                self.composed(filing)

    def tidy(self) -> None:
        """Give back what readings of the case left behind that are gone, where they are many.

        The collector does not run by itself while the command does; nobody waits while it is called.
        """
        if self.revision - self._tidied >= _UNTIDIED:
            self._tidied = self.revision
            gc.collect()

    def filings(self) -> tuple[Filing, ...]:
        """Return the filings of the case."""
        return filings(self.session())

    def composed(self, filing: Filing) -> Prepared:
        """Return a filing as a draft, before anybody looks at what is found in its document."""
        from probata.pipeline import prepare  # with all that composes, behind the first page

        return self.known(
            ("composed", filing.id), lambda: prepare(self.session(), self.workspace, filing, final=False, checked=False)
        )

    def prepared(self, filing: Filing) -> Prepared:
        """Return a filing as a draft, with what is found in its document."""
        from probata.pipeline import with_findings

        return self.known(
            ("prepared", filing.id), lambda: with_findings(self.session(), self.workspace, self.composed(filing))
        )

    def looked(self) -> Looked:
        """Return all that is found; what was begun is dropped where the case changed meanwhile."""
        found = None
        while found is None:
            found = self.known("looked", self._look)
        return found

    def _look(self) -> Looked | None:
        from probata.pipeline import check_each_document

        session = self.session()
        report = Report(session.reading.reword)
        report.extend(session.report)
        blocked: dict[str, tuple[Diagnostic, ...]] = {}
        places: dict[str, str] = {}
        for one in check_each_document(session, self.workspace) if session.graph else ():
            if self.session() is not session:
                return None
            report.extend(one.findings)
            if one.filing:
                blocked[one.filing] = one.blocked_by
                places = {**one.places, **places}
        return Looked(tuple(report), blocked, places)

    def known(self, name: Hashable, work_out: Callable[[], T]) -> T:
        """Return what screens ask of the case as it is now, worked out at the first time; who asks meanwhile waits."""
        with self._turns.setdefault(name, threading.RLock()):
            with self.lock:
                self.session()
                known = self._known
            if name not in known:
                known[name] = work_out()
            found: T = known[name]
            return found

    def record(self, kind: str, record: str) -> dict[str, Any]:
        """Return a record as its file has it. Raises `CannotChangeError` where there is none."""
        with self.lock:
            graph = self.graph
            if graph is None:
                raise LookupError(record)
            return record_as_written(graph, kind, record)

    def remember(self, record: Mapping[str, Any]) -> str:
        """Keep a record as a form shows it, and return the name under which the form gives it back."""
        name = hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()[:20]
        self._shown_records[name] = record
        return name

    def remembered(self, name: str) -> Mapping[str, Any] | None:
        """Return what a form was filled from; `None` where that was another run."""
        return self._shown_records.get(name)

    def known_findings(self) -> tuple[Diagnostic, ...]:
        """Return what is known to be found in the case as it is; nothing is looked for."""
        looked = self._known.get("looked")
        of_documents = (one.findings for filing in self.filings() if (one := self._known.get(("prepared", filing.id))))
        return looked.findings if looked else tuple(dict.fromkeys(chain.from_iterable(of_documents)))

    def change(self, what: str, changes: Sequence[Change]) -> None:
        """Make changes of records, all or none.

        Raises `CannotChangeError` and `PlacingError` where one cannot be made; nothing is written then.
        """
        with self.lock:
            graph = self.graph
            if graph is None:
                raise LookupError(what)
            files = changed_files(graph, changes)
            if files:
                write_together(files)
                self.done.append(Done(what, tuple(files)))

    def undo(self) -> str:
        """Take the last edit back and return what it was; empty where there is none.

        Raises `PlacingError` where its file was changed since.
        """
        with self.lock:
            if not self.done:
                return ""
            last = self.done[-1]
            write_together([replace(file, before=file.after, after=file.before) for file in last.files])
            self.done.pop()
            return last.what


def stamp_of_files(path: Path) -> Hashable:
    """Return what changes when a file of a case does, or another takes its place: names, sizes and times."""
    if path.is_file():
        found = path.stat()
        return (path.name, found.st_mtime_ns, found.st_size, found.st_ino)
    return tuple(sorted(_stamps(path)))


def _stamps(folder: Path | str) -> Iterator[tuple[str, int, int, int]]:
    """Give the files of a case; what other programs and this one keep beside them is no part of it."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith((".", "~$")):
                    continue
                if entry.is_dir():
                    yield from _stamps(entry.path)
                else:
                    found = os.stat(entry.path)  # of an entry, Windows tells no number
                    yield entry.path, found.st_mtime_ns, found.st_size, found.st_ino
    except OSError:  # gone between
        return
