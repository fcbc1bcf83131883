"""The case on the desk: read, read again when its files change, changed, and changed back."""

from __future__ import annotations

import gc
import hashlib
import json
import threading
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import chain, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from probata.diagnostics import Diagnostic
from probata.output.atomic import PlacingError
from probata.output.lock import FolderInUseError, hold
from probata.output.together import write_together
from probata.pipeline.case_checks import Checked, Outline, all_found, outline_of
from probata.pipeline.session import Session, Workspace, filings
from probata.source.file_names import open_in
from probata.source.stamps import stamp_of_files
from probata.source.text_edits import Replaced
from probata.workbench.undone import ChangedSinceError, Edits, own_folder
from probata.workbook.read_records import workbook_of

if TYPE_CHECKING:
    from probata.edits.change import Change
    from probata.graph import CaseGraph
    from probata.model.case_file import Filing
    from probata.pipeline import Prepared

T = TypeVar("T")
_MOST_REMEMBERED = 2000
"""Records of forms that are kept as they were shown; of an older form each field that differs is asked about."""
_UNTIDIED = 20
"""Readings of the case after which what they left is collected."""


class CaseGoneError(PlacingError):
    """The case cannot be read at all at this moment."""


@dataclass
class Desk:
    """One case. It is read and changed under its lock; what takes longer is worked out beside it, each thing once."""

    path: Path
    shown: str
    workspace: Workspace
    who: str = ""
    """Whose edits are undone here, as the system calls them."""
    kept_or_found: Callable[[Callable[[], Checked | None]], Checked | None] = lambda find: find()
    """Returns what was found before in the files as they are now, here or by a command; else finds and keeps it."""
    lock: threading.RLock = field(default_factory=threading.RLock)
    revision: int = 0
    """Counts the states of the files in which the case was seen; the pages of another revision are old."""
    added: dict[tuple[str, str], str] = field(default_factory=dict)
    """Ids of the records that were added in this run, by the form and what was in it."""
    lasting: dict[str, Any] = field(default_factory=dict)
    """What screens keep from one reading of the case to the next."""
    _session: Session | None = None
    _stamp: Hashable = None
    _tidied: int = 0
    _known: dict[Hashable, Any] = field(default_factory=dict)
    _turns: dict[Hashable, threading.RLock] = field(default_factory=dict)
    _shown_records: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    _holds: int = 0

    folder: Path = field(init=False)
    """The folder that the files of the case lie in."""

    def __post_init__(self) -> None:
        """Find out while it is there whether the case is a folder or one file."""
        self.folder = self.path.parent if self.path.is_file() else self.path

    @property
    def edits(self) -> Edits:
        """The edits that can be taken back."""
        return Edits(self.folder, self.who)

    def session(self) -> Session:
        """Return the case as its files are now."""
        with self.lock:
            self._follow()
            if self._session is None:
                from probata.pipeline.opening import open_case  # with all that reads, behind the first page

                self._session = open_case(self.path, self.shown, self.workspace)
            return self._session

    def _follow(self) -> None:
        """Forget what was known where a file of the case changed since, or a template."""
        stamp = tuple(map(stamp_of_files, (self.path, *self.workspace.template_roots)))
        if stamp != self._stamp:
            self._session, self._stamp, self._known = None, stamp, {}
            self.revision += 1

    @property
    def graph(self) -> CaseGraph | None:
        """The records; `None` where the case cannot be read."""
        return self.session().graph

    def outline(self) -> Outline:
        """Return what the case is called and what it has; the case is not read where that is known from before."""
        with self.lock:
            self._follow()
            looked: Checked | None = self._known.get("looked")
            return looked.outline if looked else outline_of(self.session())

    def warm(self) -> None:
        """Read the case and compose its first filing before anybody asks: a browser takes as long to open."""
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

    def filing(self, name: str) -> Filing | None:
        """Return the filing of a name; `None` where the case has none of it."""
        return next((one for one in self.filings() if one.id == name), None)

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

    def looked_before(self) -> Checked | None:
        """Return all that is found where it is known, from now or from before; the case is not read for it."""
        with self.turn("looked before"):
            with self.lock:
                self._follow()
                known = self._known
            if "looked" not in known and (kept := self.kept_or_found(lambda: None)):
                known["looked"] = kept
            found: Checked | None = known.get("looked")
            return found

    def looked(self) -> Checked:
        """Return all that is found; what was begun is dropped where the case changed meanwhile."""
        found = None
        while found is None:
            found = self.known("looked", lambda: self.kept_or_found(self._look))
        return found

    def _look(self) -> Checked | None:
        from probata.pipeline import check_each_document

        session = self.session()
        documents = takewhile(lambda _: self.session() is session, check_each_document(session, self.workspace))
        found = all_found(session, session.report, documents)
        return found if self.session() is session else None

    def known(self, name: Hashable, work_out: Callable[[], T]) -> T:
        """Return what screens ask of the case as it is now, worked out at the first time; who asks meanwhile waits."""
        with self.turn(name):
            with self.lock:
                self._follow()
                known = self._known
            if name not in known:
                known[name] = work_out()
            found: T = known[name]
            return found

    def turn(self, name: Hashable) -> threading.RLock:
        """Return the lock of something that is worked out by one thread at a time."""
        return self._turns.setdefault(name, threading.RLock())

    def record(self, kind: str, record: str) -> dict[str, Any]:
        """Return a record as its file has it.

        Raises `CannotChangeError` where there is none, and `OSError` where the case is gone.
        """
        from probata.edits.change_case import record_as_written

        with self.lock:
            return record_as_written(self._graph(), kind, record)

    def _graph(self) -> CaseGraph:
        graph = self.graph
        if graph is None:
            raise CaseGoneError("the case cannot be read at this moment" if self.folder.is_dir() else
                                "the folder of the case is not there at this moment")  # fmt: skip
        return graph

    def remember(self, record: Mapping[str, Any]) -> str:
        """Keep a record as a form shows it, and return the name under which the form gives it back."""
        name = hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()[:20]
        with self.turn("shown records"):
            self._shown_records.pop(name, None)
            self._shown_records[name] = record
            while len(self._shown_records) > _MOST_REMEMBERED:
                del self._shown_records[next(iter(self._shown_records))]
        return name

    def remembered(self, name: str) -> Mapping[str, Any] | None:
        """Return what a form was filled from; `None` where that was another run."""
        with self.turn("shown records"):
            return self._shown_records.get(name)

    def known_findings(self) -> tuple[Diagnostic, ...]:
        """Return what is known to be found in the case, first what was found in reading; nothing is looked for."""
        if looked := self._known.get("looked"):
            return tuple(looked.findings)
        of_documents = (one.findings for filing in self.filings() if (one := self._known.get(("prepared", filing.id))))
        return tuple(dict.fromkeys((*self.session().reading, *chain.from_iterable(of_documents))))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep all others out who save in this case, in this window, another one, or on another computer.

        Raises `PlacingError` where somebody else saves just now.
        """
        with self.lock, ExitStack() as held:
            if not self._holds:
                if not self.folder.is_dir():
                    raise CaseGoneError("the folder of the case is not there at this moment")
                try:
                    held.enter_context(hold(own_folder(self.folder)))
                except FolderInUseError:
                    raise PlacingError("somebody else saves in this case just now; wait a moment") from None
                except PlacingError:  # without a lock; where nothing can be written, the next file says so
                    pass
            self._holds += 1
            try:
                yield
            finally:
                self._holds -= 1

    def open_elsewhere(self) -> str:
        """Return a sentence where the workbook of the case is open in another program; empty where it is not."""
        book = workbook_of(self.path)
        program, mark = open_in(book) if book else ("", "")
        if not book or not program:
            return ""
        return (f"`{book.name}` is open in {program}: close it there before you save here, or one of both would be "
                f"lost. If it is not open, delete `{mark}` beside it, which was left behind")  # fmt: skip

    def change(self, what: str, changes: Sequence[Change], still: Callable[[], bool] = lambda: True) -> None:
        """Make changes of records, all or none; `still` tells whether what they were made from is still so.

        Raises `CannotChangeError` and `PlacingError` where one cannot be made; nothing is written then.
        """
        from probata.edits.change_case import changed_files

        with self.alone():
            files = changed_files(self._graph(), changes)
            if not still():
                raise ChangedSinceError("the case was changed at the same moment")
            self.write(what, files)

    def write(self, what: str, files: Sequence[Replaced]) -> None:
        """Write files, all or none, as one edit. Raises `PlacingError` where one cannot be written."""
        with self.alone():
            if open_elsewhere := self.open_elsewhere():
                raise PlacingError(open_elsewhere)
            if files:
                self._place(files)
                self.edits.keep(what, files)

    def _place(self, files: Sequence[Replaced]) -> None:
        """Write files by way of our own folder: what a process that was killed leaves there goes at the next save."""
        try:
            by_way_of = own_folder(self.folder)
        except PlacingError:  # where nothing can be written, the next file says so
            by_way_of = None
        write_together(files, by_way_of)

    def as_one(self, what: str, before: str) -> None:
        """Make one edit of all those since `before`, so that they are taken back together."""
        with self.alone():
            self.edits.as_one(what, before)

    def undo(self, oldest: str = "") -> str:
        """Take the last edit back and return what it was; empty where there is none.

        Where `oldest` is named, that edit and all since, all or none. Raises `ChangedSinceError` where a file was
        changed since; the last edit is dropped then, since it can never be taken back.
        """
        with self.alone():
            if open_elsewhere := self.open_elsewhere():
                raise PlacingError(open_elsewhere)
            try:
                what, files = self.edits.taken_back(oldest)
                self._place(files)
            except ChangedSinceError:
                if not oldest:
                    self.edits.forget()
                raise
            if what:
                self.edits.forget(oldest)
            return what
