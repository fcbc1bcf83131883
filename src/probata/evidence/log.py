"""The log of the store: one line for each copy preserved, which carries the hash of the line before and its own."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from probata.diagnostics.value import value

NAME = "log.jsonl"
FIRST = "0" * 64
"""Stands for the line before the first."""

_MOST = 500_000_000
"""Bytes that are read of a log: two million copies."""


@value()
class LogLine:
    """One line: when bytes were preserved, and which. It names nobody and no file."""

    at: str
    """Moment as the clock of the machine had it, with the zone."""
    sha256: str
    size: int
    before: str
    """Hash of the line before."""

    @property
    def hash(self) -> str:
        """SHA-256 of what it says."""
        return hashlib.sha256(self._said.encode()).hexdigest()

    @property
    def written(self) -> str:
        """The line as it stands in the file, without its end."""
        return f'{self._said[:-1]}, "hash": "{self.hash}"}}'

    @property
    def _said(self) -> str:
        return json.dumps({"at": self.at, "sha256": self.sha256, "size": self.size, "before": self.before})


@value()
class Log:
    """What was read of a log."""

    lines: tuple[LogLine, ...] = ()
    """Those that are unbroken, from the first on."""
    broken_at: int = 0
    """Number of the first line that is not as it was written or does not follow the one before; 0 where none is."""
    unfinished: int = 0
    """Bytes behind the last line end, of a line that was not finished."""
    size: int = 0
    """Bytes up to the end of the last whole line."""

    @property
    def last(self) -> str:
        """Hash of the last line."""
        return self.lines[-1].hash if self.lines else FIRST


def read_log(path: Path) -> Log:
    """Read a log; one that is not there is empty. Raises `OSError` where it cannot be read."""
    if not os.path.lexists(path):
        return Log()
    if path.is_symlink() or not path.is_file() or path.stat().st_size > _MOST:
        return Log(broken_at=1)
    data = path.read_bytes()
    whole, _, rest = data.rpartition(b"\n")
    lines: list[LogLine] = []
    before, size = FIRST, len(data) - len(rest)
    for number, raw in enumerate(whole.split(b"\n") if size else (), 1):
        line = _line(raw)
        if line is None or line.before != before:
            return Log(tuple(lines), number, len(rest), size)
        lines.append(line)
        before = line.hash
    return Log(tuple(lines), 0, len(rest), size)


def _line(raw: bytes) -> LogLine | None:
    """Return a line that is letter by letter as it was written, else nothing."""
    try:
        said = json.loads(raw)
        line = LogLine(said["at"], said["sha256"], said["size"], said["before"])
        is_text = all(isinstance(one, str) for one in (line.at, line.sha256, line.before))
        return line if is_text and isinstance(line.size, int) and line.written.encode() == raw else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def following(log: Log, added: Sequence[tuple[str, int]], at: str) -> list[LogLine]:
    """Return the lines for bytes, each by hash and size, that follow those of a log."""
    lines: list[LogLine] = []
    for sha256, size in added:
        lines.append(LogLine(at, sha256, size, lines[-1].hash if lines else log.last))
    return lines


def append(path: Path, log: Log, lines: Sequence[LogLine]) -> None:
    """Write lines behind those of a log in one go, and wait until the disk has them.

    A line that was not finished, which nothing names, gives way. Raises `OSError`; the log is then as it was.
    """
    data = "".join(f"{line.written}\n" for line in lines).encode()
    file = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0), 0o644)
    try:
        os.ftruncate(file, log.size)
        os.lseek(file, log.size, os.SEEK_SET)
        try:
            written = 0
            while written < len(data):
                written += os.write(file, data[written:])
            os.fsync(file)
        except BaseException:
            os.ftruncate(file, log.size)
            raise
    finally:
        os.close(file)
