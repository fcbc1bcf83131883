"""The records of a case as they were at a revision of git, written into a passing folder.

Only objects are read: no hook, no filter, no check-out and no network has a part in it, so that a case from somebody
else cannot have a program called. What is no plain file is left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from probata.cli.cannot_continue import CannotContinueError

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
