"""The store of a case: copies under the hash of their bytes in `held/`, never written over and never removed."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import BinaryIO

from probata.diagnostics.cannot_continue import CannotContinueError
from probata.evidence.log import NAME, Log, LogLine, append, following, read_log
from probata.evidence.media_type import HEAD, media_type_of
from probata.source.file_names import is_hash
from probata.source.text_file import ILLEGAL

FOLDER = "held"
"""Where the copies lie, beside the records."""

_CHUNK = 1 << 20
_ASIDE = re.compile(r"([0-9a-f]{64})\.damaged(-\d+)?")
_READ = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
"""A link is not followed, and a pipe opened without waiting for somebody to write into it."""


class NotPreservedError(CannotContinueError):
    """A file cannot be taken into the store, or the store takes none; the message says why."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was read from its first byte to its last."""

    path: Path
    sha256: str
    size: int
    media_type: str
    """Told from the bytes alone; `application/octet-stream` where they do not tell it."""
    called: str = ""
    """Its original name, where it lies under another."""

    @property
    def name(self) -> str:
        """Original name of the file, with what no record can hold replaced."""
        return ILLEGAL.sub("\ufffd", self.called or self.path.name).strip() or "\ufffd"


@dataclass(frozen=True, slots=True)
class Added:
    """Bytes that are in the store now, with the line of the log that says so."""

    seen: Seen
    line: LogLine
    is_new: bool
    """Whether the store did not have them before."""
    aside: Path | None = None
    """Where what lay in their place, and was not they, is kept now."""


def look_at(path: Path) -> Seen:
    """Read a file and return what it is; raises `NotPreservedError` for what is no file, or changes meanwhile."""
    with _opened(path) as file:
        return _read(path, file, None)


@dataclass(frozen=True, slots=True)
class Store:
    """The store of one case. Who adds to it must hold its lock, `output.lock.hold(store.folder)`."""

    folder: Path

    @classmethod
    def of(cls, root: Path) -> Store:
        """Return the store of the case whose files lie in a folder, whether or not it holds anything yet."""
        return cls(root / FOLDER)

    @property
    def log(self) -> Log:
        """The log as it is now; raises `OSError` where it cannot be read."""
        return read_log(self.folder / NAME)

    def place_of(self, sha256: str) -> Path:
        """Return where bytes of a hash lie, or would lie."""
        return self.folder / sha256[:2] / sha256

    def path_of(self, sha256: str) -> Path | None:
        """Return the file that holds bytes of a hash; `None` where there is none, or a link or folder instead."""
        if not is_hash(sha256) or self.folder.is_symlink() or self.place_of(sha256).parent.is_symlink():
            return None
        try:
            found = self.place_of(sha256).lstat()
        except OSError:
            return None
        return self.place_of(sha256) if stat.S_ISREG(found.st_mode) else None

    def has(self, sha256: str) -> bool:
        """Tell whether bytes of a hash are there and are those; reads them. Raises `NotPreservedError` as `look_at`."""
        path = self.path_of(sha256)
        return path is not None and look_at(path).sha256 == sha256

    def is_aside(self, path: Path) -> bool:
        """Tell whether a file is one that was damaged and set aside when the right bytes were put back."""
        named = _ASIDE.fullmatch(path.name)
        return named is not None and path.parent == self.place_of(named[1]).parent

    def files(self) -> Iterator[Path]:
        """Give what lies in the store in order of name, apart from its log, its lock and what is unfinished."""
        is_there = self.folder.is_dir() and not self.folder.is_symlink()
        for folder in sorted(self.folder.iterdir() if is_there else ()):
            if folder.is_dir() and not folder.is_symlink():
                yield from sorted(path for path in folder.iterdir() if not _is_unfinished(path))
            elif folder.name not in (NAME, ".lock") and not _is_unfinished(folder):
                yield folder

    def unfinished(self) -> list[Path]:
        """Return what a command that was stopped left; the next one that adds removes it."""
        return sorted(path for path in self.folder.glob("**/.*.part") if _is_unfinished(path))

    def add(self, files: Sequence[Path | Seen], at: str) -> list[Added]:
        """Copy files into the store, all or none, and write a line into the log for each.

        `at` is the moment with its zone. A file given as it was `Seen` must still be the same. Bytes that are there
        stay untouched; what lies in their place and is not they is set aside under another name. Stopped at any moment
        the store is as before or holds, besides, whole files that no record names. Raises `NotPreservedError` for a
        file, `OSError` where the store cannot be written.
        """
        log = self.log
        if log.broken_at:
            message = f"the log of held copies is broken at line {log.broken_at}, and nothing is added to it"
            raise NotPreservedError(message, "`probata verify` says what is wrong; take the log from a backup")
        staged: list[tuple[Path, Seen]] = []
        placed: list[Path] = []
        asides: dict[str, Path] = {}
        try:
            for number, file in enumerate(files):
                passing = self.folder / f".{os.getpid()}-{number}.part"
                staged.append((passing, self._staged(file, passing)))
            for passing, seen in staged:
                placed += self._placed(passing, seen, asides)
            lines = following(log, [(seen.sha256, seen.size) for _, seen in staged], at)
            append(self.folder / NAME, log, lines)
        except BaseException:
            logged = {line.sha256 for line in self.log.lines}  # who is stopped just behind it has written the lines
            for path in placed:
                if path.name not in logged:
                    _remove(path)
            for sha256, aside in asides.items():
                if not os.path.lexists(self.place_of(sha256)):
                    os.rename(aside, self.place_of(sha256))
            raise
        finally:
            for number in range(len(files)):
                _remove(self.folder / f".{os.getpid()}-{number}.part")
        _wait_for(self.folder)
        new = {path.name for path in placed}
        return [
            Added(seen, line, seen.sha256 in new, asides.get(seen.sha256))
            for (_, seen), line in zip(staged, lines, strict=True)
        ]

    def _staged(self, file: Path | Seen, passing: Path) -> Seen:
        path = file.path if isinstance(file, Seen) else file
        with _opened(path) as source, passing.open("xb") as target:
            seen = _read(path, source, target)
            target.flush()
            os.fsync(target.fileno())
        if isinstance(file, Seen) and file.sha256 != seen.sha256:
            raise _changed(path)
        return seen

    def _placed(self, passing: Path, seen: Seen, asides: dict[str, Path]) -> list[Path]:
        """Move a copy into its place and return it; nothing where the very bytes lie there.

        What else lies there is moved aside, and noted in `asides` by the hash.
        """
        place = self.place_of(seen.sha256)
        if self.has(seen.sha256):
            return []
        if place.parent.is_symlink():
            raise NotPreservedError(f"`{place.parent}` is a link that leads elsewhere", "delete the link")
        if os.path.lexists(place):
            names = (place.with_name(f"{place.name}.damaged{f'-{n}' if n > 1 else ''}") for n in count(1))
            aside = next(path for path in names if not os.path.lexists(path))
            os.rename(place, aside)
            asides[seen.sha256] = aside
        place.parent.mkdir(exist_ok=True)
        os.chmod(passing, 0o444)
        os.rename(passing, place)
        _wait_for(place.parent)
        return [place]


# Reading a file of somebody's: a link, pipe or device is no file, and one that changes meanwhile is not read at all.


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    called = path.as_posix()
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise NotPreservedError(f"`{called}` is a link and no file", "name the file that it leads to")
        if stat.S_ISDIR(found.st_mode):
            raise NotPreservedError(f"`{called}` is a folder", "name the files in it")
        if not stat.S_ISREG(found.st_mode):
            raise NotPreservedError(f"`{called}` is a pipe or device and no file", "save what it gives as a file")
        descriptor = os.open(path, _READ)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotPreservedError(f"`{called}` cannot be read: {reason}", "check its name and who may read it") from None
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):  # put there since
            raise _changed(path)
        yield file


def _read(path: Path, source: BinaryIO, target: BinaryIO | None) -> Seen:
    hashed, size, head = hashlib.sha256(), 0, b""
    before = os.fstat(source.fileno())
    while chunk := _next(path, source):
        hashed.update(chunk)
        size += len(chunk)
        head = head or chunk[:HEAD]
        if target:
            target.write(chunk)
        if size > before.st_size:
            raise _changed(path)  # one that grows as fast as it is read would have no end
    after = os.fstat(source.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or size != before.st_size:
        raise _changed(path)
    return Seen(path, hashed.hexdigest(), size, media_type_of(head, source))


def _next(path: Path, source: BinaryIO) -> bytes:
    try:
        return source.read(_CHUNK)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotPreservedError(f"`{path.as_posix()}` cannot be read: {reason}", "check the disk it lies on") from None


def _changed(path: Path) -> NotPreservedError:
    message = f"`{path.as_posix()}` changed while it was read"
    return NotPreservedError(message, "wait until it is whole, or close it in other programs, and try again")


def _is_unfinished(path: Path) -> bool:
    return path.name.startswith(".") and path.name.endswith(".part")


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _wait_for(folder: Path) -> None:
    """Wait until the disk knows which files a folder holds; not every system can say."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
