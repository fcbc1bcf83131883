"""Redlines of the documents of a case since its records were otherwise: until now, or until another revision."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final

from probata.checks.engine.finding import title_of
from probata.cli.exit_code import CannotContinueError
from probata.cli.opening import Named, Opened, filings_asked_for, find_named, open_found
from probata.cli.redline import Asked, Built, Wanted, author_for, build, folder_of, make, refuse_outgoing
from probata.cli.terminal import Terminal
from probata.document.blocks import Heading, Table
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.graph import CaseGraph
from probata.graph.record_changes import RecordChange, record_changes
from probata.model.case_file import Filing
from probata.model.schema import CASE
from probata.pipeline import stem_of
from probata.redline.changes import ChangeTold, Group, by_heading, of_listings
from probata.returned.redlined import Version

# Only objects are read: no hook, no filter, no check-out and no network has a part in it, so that a case from somebody
# else cannot have a program called. What is no plain file is left out.

LARGEST: Final = 500_000_000
"""Bytes of all files together that are taken from a revision."""

SECONDS: Final = 120
_PLAIN: Final = (b"100644", b"100755")
_SETTINGS: Final = ("-c", "protocol.allow=never", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=")
_QUIET: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
_NEXT_STEP: Final = "name a commit, a tag or a branch; `git log --oneline` shows commits"


@dataclass(frozen=True, slots=True)
class OldRecords:
    """The records as they were."""

    path: Path
    """The case in the passing folder."""

    commit: str
    """The whole name of the commit."""

    subjects: tuple[str, ...]
    """First lines of the commits since then that changed the case, the latest first."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    object: str
    size: int


def records_at(case: Path, revision: str, into: Path, until: str = "HEAD") -> OldRecords:
    """Write the case as it was at a revision into `into`, below its own name; commits are counted up to `until`.

    Raises `CannotContinueError` where there is no git, no repository, no such revision, no such case at it, or where it
    is too large.
    """
    folder = case if case.is_dir() else case.parent
    inside = _git(folder, "rev-parse", "--show-prefix").decode().rstrip("\n")
    path = inside if case.is_dir() else f"{inside}{case.name}"
    commit = _commit(folder, revision)
    entries = [entry for entry in _entries(folder, commit, path, case.is_dir()) if _is_safe(entry.name)]
    if not entries:
        raise CannotContinueError(f"`{case.as_posix()}` was not there at `{revision}`", _NEXT_STEP)
    if sum(entry.size for entry in entries) > LARGEST:
        raise CannotContinueError(f"the case at `{revision}` is larger than 500 MB", "take large files out of the case")
    home = into / case.name
    for entry, data in _contents(folder, entries):
        target = home / PurePosixPath(entry.name) if case.is_dir() else home
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    last = _commit(folder, until)
    return OldRecords(home, commit, _subjects(folder, f"{commit}..{last}", path))


def _commit(folder: Path, revision: str) -> str:
    if revision.startswith("-") or not revision.strip():
        raise CannotContinueError(f"there is no revision `{revision}`", _NEXT_STEP)
    try:
        return _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    except CannotContinueError:
        raise CannotContinueError(f"there is no revision `{revision}`", _NEXT_STEP) from None


def _entries(folder: Path, commit: str, path: str, is_folder: bool) -> Iterator[_Entry]:
    """Give the plain files of the case, named from its folder; nothing where it was not there."""
    tree = f"{commit}:{path.rstrip('/')}" if is_folder and path else commit
    only = () if is_folder else ("--", path)
    try:
        listed = _git(folder, "ls-tree", "--full-tree", "-r", "-z", "-l", tree, *only)
    except CannotContinueError:
        return
    for line in listed.split(b"\0"):
        head, _, name = line.partition(b"\t")
        parts = head.split()
        if len(parts) == 4 and parts[0] in _PLAIN and parts[1] == b"blob" and parts[3].isdigit():
            yield _Entry(os.fsdecode(name), parts[2].decode(), int(parts[3]))


def _is_safe(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return not name.startswith("/") and "\\" not in name and ":" not in name and ".." not in parts


def _contents(folder: Path, entries: list[_Entry]) -> Iterator[tuple[_Entry, bytes]]:
    asked = "".join(f"{entry.object}\n" for entry in entries).encode()
    answer = memoryview(_git(folder, "cat-file", "--batch", given=asked))
    for entry in entries:
        head = bytes(answer[:200]).partition(b"\n")[0]
        words = head.split()
        if len(words) != 3 or words[1] != b"blob":
            raise CannotContinueError(f"git has not kept `{entry.name}` of that revision", "fetch the whole history")
        start, size = len(head) + 1, int(words[2])
        yield entry, bytes(answer[start : start + size])
        answer = answer[start + size + 1 :]


def _subjects(folder: Path, commits: str, path: str) -> tuple[str, ...]:
    where = ("--", f":(top,literal){path.rstrip('/')}") if path else ()
    listed = _git(folder, "log", "--format=%s", "--no-show-signature", commits, *where)
    return tuple(line for line in listed.decode(errors="replace").splitlines() if line.strip())


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    program = shutil.which("git")
    if program is None:
        raise CannotContinueError(
            "git is not installed, and `--since` reads its history", "install git, or name two Word files instead"
        )
    command = [program, *_SETTINGS, "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=SECONDS, env={**os.environ, **_QUIET})  # noqa: S603  # no shell
    except subprocess.TimeoutExpired:
        raise CannotContinueError("git did not answer within two minutes", "try again") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise CannotContinueError(
            f"git cannot read the history of `{folder.as_posix()}`: {said[-1] if said else 'it gave no reason'}",
            "keep the case in a git repository, or name two Word files instead",
        )
    return done.stdout


# To which record a change of a redline belongs: by its words, and by the heading below which it stands.


class Owners:
    """Knows which records the texts of two versions come from."""

    def __init__(self, trees: tuple[Document, Document], first: str) -> None:
        """Take the older and the newer document; below a heading all belongs to the one record of kind `first`."""
        self._records: dict[str, list[str]] = {}
        for tree in reversed(trees):
            for text, record in _texts(tree):
                self._records.setdefault(_key(text), []).append(record)
        self._sections = {**_sections_of(trees[0], first), **_sections_of(trees[1], first)}

    def of(self, change: ChangeTold) -> str:
        """Return the record, such as `allegations/beatings`; empty where there is none.

        Where several records print the same words it is the one below whose heading they stand, or else the first.
        """
        section = self._sections.get(_key(change.heading), "")
        for text in (change.new, change.old, *reversed(change.beside)):
            if records := self._records.get(_key(text)):
                return section if section in records else records[0]
        return section


def _texts(tree: Document) -> Iterator[tuple[str, str]]:
    """Give each text of a document with its record; what says nothing or is of no one record is left out."""
    for block in walk_blocks(tree.blocks):
        for row in block.rows if isinstance(block, Table) else ():
            cells = ("".join(plain_text(own_inlines(one)) for one in walk_blocks(cell.blocks)) for cell in row.cells)
            yield from _of_record("|".join(cells), row.origin)
        yield from _of_record(plain_text(own_inlines(block)), getattr(block, "origin", None))


def _of_record(text: str, origin: Origin | None) -> Iterator[tuple[str, str]]:
    if origin is not None and "/" in origin.record and _key(text):
        yield text, origin.record


def _sections_of(tree: Document, kind: str) -> dict[str, str]:
    """Return the record of each heading, with its number, below which one of a kind is printed and no other.

    A heading below which none is printed belongs with the heading above it of a higher level. Of headings that are
    alike, number and all, none is known.
    """
    found: dict[str, set[str]] = {}
    headings: Counter[str] = Counter()
    open_: list[tuple[int, str]] = [(0, "")]
    above: dict[str, str] = {}
    for block in walk_blocks(tree.blocks):
        if isinstance(block, Heading):
            heading = _key(f"{block.number} {plain_text(own_inlines(block))}")
            headings[heading] += 1
            open_ = [*((level, one) for level, one in open_ if level < block.level), (block.level, heading)]
            above[heading] = open_[-2][1]
        origin: Origin | None = getattr(block, "origin", None)
        if origin is not None and origin.record.startswith(f"{kind}/"):
            found.setdefault(open_[-1][1], set()).add(origin.record)
    known = {key: next(iter(records)) for key, records in found.items() if headings[key] == 1 == len(records)}
    for key in (key for key in above if headings[key] == 1 and key not in found):  # those above are known by then
        if record := known.get(above[key]):
            known[key] = record
    return known


def _key(text: str) -> str:
    return "".join(text.split())


FIRST = "allegations"
MOST_SUBJECTS = 20


def by_record(
    trees: tuple[Document, Document], graphs: tuple[CaseGraph, CaseGraph], subjects: Sequence[str],
    changes: Sequence[ChangeTold],
) -> list[Group]:  # fmt: skip
    """Return the changes by the records from which the passages come, allegations first; the others by heading.

    What stands below the heading of one allegation and has no record of its own belongs to that allegation. Lines of
    contents and of other lists that follow the text come last.

    What changed in a record stands with it, and by itself where no passage of this document shows it. `subjects` are
    the first lines of the commits since.
    """
    owners = Owners(trees, FIRST)
    fields = {change.record: change for change in record_changes(*graphs)}
    held: dict[str, list[ChangeTold]] = {}
    rest: list[ChangeTold] = []
    for change in (one for one in changes if not one.is_listing):
        record = owners.of(change)
        if record.partition("/")[0] == CASE:
            record = f"{CASE}/{graphs[1].name}"  # documents call it in several ways
        if record:
            held.setdefault(record, []).append(change)
        else:
            rest.append(change)
    ordered = sorted(held, key=lambda record: not record.startswith(f"{FIRST}/"))
    groups = [Group(_called(name, graphs), tuple(held[name]), _why(fields.get(name))) for name in ordered]
    others = (*_elsewhere(fields, held, graphs), *by_heading(rest), *of_listings(changes), *_history(subjects))
    return [*groups, *others]


def _why(change: RecordChange | None) -> tuple[str, ...]:
    if change is None:
        return ()
    if change.what == "unread":
        return ("the record has a fault and was left out: `probata check` says which",)
    named = f": {', '.join(f'`{name}`' for name in change.fields)}" if change.fields else ""
    return (f"the record was {change.what}{named}",)


def _elsewhere(
    fields: dict[str, RecordChange], held: dict[str, list[ChangeTold]], graphs: tuple[CaseGraph, CaseGraph]
) -> Iterator[Group]:
    lines = [f"{_called(name, graphs)}: {_why(change)[0]}" for name, change in fields.items() if name not in held]
    if lines:
        yield Group("Other records that changed", (), tuple(lines))


def _history(subjects: Sequence[str]) -> Iterator[Group]:
    if subjects:
        more = len(subjects) - MOST_SUBJECTS
        lines = [f"“{subject}”" for subject in subjects[:MOST_SUBJECTS]]
        yield Group("What the history says of it", (), (*lines, *([f"and {more} more"] if more > 0 else ())))


def _called(name: str, graphs: tuple[CaseGraph, CaseGraph]) -> str:
    kind, _, key = name.partition("/")
    title = next((title for graph in reversed(graphs) if (title := title_of(graph, kind, key))), "")
    return f"{kind} {title} (`{key}`)" if title else f"{kind} `{key}`"


NOW = "as the records are now"
SHORT = 8
"""Signs of a commit that names of files have."""

_NOT_FOR_NAMES = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Span:
    """From which records to which."""

    since: str
    until: str | None = None
    """Nothing for the records as they are now."""


@dataclass(frozen=True, slots=True)
class _End:
    """The case at one end of a span."""

    opened: Opened
    graph: CaseGraph
    revision: str = ""
    commit: str = ""
    """Of the records as they are now, nothing."""
    subjects: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """What readers are told: the revision, with its commit where that is not what it is called by."""
        commit = self.commit[:SHORT]
        return self.revision if self.commit.startswith(self.revision) else f"{self.revision}, {commit}"

    @property
    def named(self) -> str:
        """What names of files have for it."""
        plain, commit = _NOT_FOR_NAMES.sub("-", self.revision).strip("-."), self.commit[:SHORT]
        return commit if self.commit.startswith(self.revision) else f"{plain}-{commit}"


def redline_since(case: str, span: Span, asked: Asked, terminal: Terminal) -> None:
    """Make the redline of each document of a case over a span of its records; raises `CannotContinueError`."""
    refuse_outgoing(asked.out)
    named = find_named(case, asked.templates)
    with tempfile.TemporaryDirectory(prefix="probata-") as passing, ExitStack() as held:
        new = _end(named, span.until, None, Path(passing) / "new", terminal)
        planned = filings_asked_for(new.opened, asked.forums)
        old = _end(named, span.since, span.until, Path(passing) / "old", terminal)
        folder = folder_of(new.opened, held)
        made = [pair for filing in planned for pair in _pairs(old, new, filing, asked)]
        for called, before, after in made:
            if before and after:
                make(_wanted((before, after), (old, new), asked, folder), terminal)
            else:
                there = "is no such document any more" if before else f"was no such document at `{span.since}`"
                terminal.trouble(f"`{called}`: there {there}", "yellow")
    if not any(before and after for _, before, after in made):
        raise CannotContinueError(f"no document of the case was there at `{span.since}`", "choose a later revision")


def _end(named: Named, revision: str | None, until: str | None, passing: Path, terminal: Terminal) -> _End:
    """Read the case as it is, or as it was at a revision, with the commits from there up to `until`."""
    if revision is None:
        opened = open_found(named)
        return _End(opened, opened.graph(terminal))
    records = records_at(named.place.path, revision, passing, until or "HEAD")
    opened = open_found(replace(named, place=replace(named.place, path=records.path)))
    if opened.session.graph is None:
        raise CannotContinueError(f"the records at `{revision}` cannot be read", "choose another revision")
    return _End(opened, opened.session.graph, revision, records.commit, records.subjects)


def _pairs(old: _End, new: _End, filing: Filing, asked: Asked) -> Iterator[tuple[str, Built | None, Built | None]]:
    """Give what the file of each part of a filing is called, with what it was and is, where it was and is there."""
    was = next((one for one in old.graph.case.filings if one.id == filing.id), None)
    if was is None:
        yield filing.id, None, None
        return
    before, after = build(old.opened, was, asked.final), build(new.opened, filing, asked.final)
    for part in {**after, **before}:
        yield stem_of(filing, part), before.get(part), after.get(part)


def _wanted(pair: tuple[Built, Built], ends: tuple[_End, _End], asked: Asked, folder: Path) -> Wanted:
    (before, after), (old, new) = pair, ends
    until, named_until = (f" until {new.shown}", f".until-{new.named}") if new.commit else ("", "")
    now = f"{after.name} at {new.shown}" if new.commit else f"{after.name} ({NOW})"
    return Wanted(
        Version(f"{before.name} at {old.shown}", before.data, before.names), Version(now, after.data, after.names),
        author_for(asked, new.graph), asked.date, asked.out or folder, f"{after.stem}.since-{old.named}{named_until}",
        f"{after.tree.meta.title}: changes since {old.shown}{until}", is_internal=True, in_own_folder=asked.out is None,
        grouped=partial(by_record, (before.tree, after.tree), (old.graph, new.graph), old.subjects),
    )  # fmt: skip
