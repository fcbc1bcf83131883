"""The case on the desk: read, read again when its files change, changed, and changed back."""

from __future__ import annotations

import hashlib
import json
import threading
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from probata.diagnostics import Diagnostic, Report
from probata.edits.change import Change
from probata.edits.change_case import changed_files, record_as_written
from probata.graph import CaseGraph
from probata.model.case_file import Filing
from probata.output.together import write_together
from probata.pipeline import Prepared, Session, Workspace, check_each_document, filings, prepare
from probata.pipeline.opening import open_case
from probata.source.text_edits import Replaced

T = TypeVar("T")
_MOST_UNDONE = 200


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
    """One case. Everything is done under its lock, one after the other."""

    path: Path
    shown: str
    workspace: Workspace
    lock: threading.RLock = field(default_factory=threading.RLock)
    revision: int = 0
    """Counts how often the case was read; the pages of another revision are old."""
    done: deque[Done] = field(default_factory=lambda: deque(maxlen=_MOST_UNDONE))
    _session: Session | None = None
    _stamp: Hashable = None
    _known: dict[Hashable, Any] = field(default_factory=dict)
    _shown_records: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def session(self) -> Session:
        """Return the case as its files are now."""
        with self.lock:
            stamp = self._stamp_of_files()
            if self._session is None or stamp != self._stamp:
                self._session = open_case(self.path, self.shown, self.workspace)
                self._stamp, self._known = stamp, {}
                self.revision += 1
            return self._session

    @property
    def graph(self) -> CaseGraph | None:
        """The records; `None` where the case cannot be read."""
        return self.session().graph

    def filings(self) -> tuple[Filing, ...]:
        """Return the filings of the case."""
        return filings(self.session())

    def prepared(self, filing: Filing) -> Prepared:
        """Return a filing as a draft, with what is found in its document."""
        return self.known(("prepared", filing.id), lambda: prepare(self.session(), self.workspace, filing, final=False))

    def looked(self) -> Looked:
        """Return all that is found."""
        return self.known("looked", self._look)

    def _look(self) -> Looked:
        session = self.session()
        report = Report(session.reading.reword)
        report.extend(session.report)
        blocked: dict[str, tuple[Diagnostic, ...]] = {}
        places: dict[str, str] = {}
        for one in check_each_document(session, self.workspace) if session.graph else ():
            report.extend(one.findings)
            if one.filing:
                blocked[one.filing] = one.blocked_by
                places = {**one.places, **places}
        return Looked(tuple(report), blocked, places)

    def known(self, name: Hashable, work_out: Callable[[], T]) -> T:
        """Return what screens ask of the case as it is now, worked out at the first time."""
        with self.lock:
            self.session()
            if name not in self._known:
                self._known[name] = work_out()
            found: T = self._known[name]
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
        of_documents = (one.findings for name, one in list(self._known.items()) if isinstance(one, Prepared))
        return looked.findings if looked else tuple(one for several in of_documents for one in several)

    def change(self, what: str, changes: Sequence[Change]) -> None:
        """Make changes of records, all or none.

        Raises `CannotChangeError` and `PlacingError` where one cannot be made; nothing is written then.
        """
        with self.lock:
            graph = self.graph
            if graph is None:
                raise LookupError(what)
            self.write(what, changed_files(graph, changes))

    def write(self, what: str, files: Sequence[Replaced]) -> None:
        """Write files, all or none, as one edit. Raises `PlacingError` where one cannot be written."""
        with self.lock:
            if files:
                write_together(files)
                self.done.append(Done(what, tuple(files)))

    def last(self) -> Done | None:
        """Return the last edit."""
        return self.done[-1] if self.done else None

    def as_one(self, what: str, before: Done | None) -> None:
        """Make one edit of all those since `before`, so that they are taken back together."""
        files: dict[Path, Replaced] = {}
        while self.done and self.done[-1] is not before:
            for file in self.done.pop().files:
                files[file.path] = replace(files.get(file.path, file), before=file.before)
        if files:
            self.done.append(Done(what, tuple(files.values())))

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

    def _stamp_of_files(self) -> Hashable:
        """Return what changes when a file of the case does: names, sizes and times."""
        return tuple(_stamps([self.path] if self.path.is_file() else sorted(self.path.rglob("*"))))


def _stamps(paths: Iterable[Path]) -> Iterable[Hashable]:
    for path in paths:
        try:
            found = path.stat()
        except OSError:  # gone between
            continue
        if path.is_file() and not path.name.startswith((".", "~$")):
            yield path.as_posix(), found.st_mtime_ns, found.st_size
