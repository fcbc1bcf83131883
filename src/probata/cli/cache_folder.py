"""The user's own cache folder: entries by key, for this user alone, few and not for long.

A cache that cannot be read or written is no fault: all is worked out anew then.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 100_000_000
"""Size of all entries together; the oldest go first."""
MOST_DAYS = 30
"""An entry that was not used for so long is removed."""
_ENDING = ".json"


_SEAL = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class UserStore:
    """The `Store` of the command line."""

    folder: Path

    def read(self, key: str) -> bytes | None:
        """Return what was kept under a key, or `None`."""
        return read_entry(self.folder, key)

    def write(self, key: str, data: bytes) -> None:
        """Keep something under a key; where the folder cannot be written, nothing is kept."""
        write_entry(self.folder, key, data)


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return `$XDG_CACHE_HOME/probata`, or the system's usual place: `~/.cache`, `~/Library/Caches`, `%LOCALAPPDATA%`.

    A relative path in the variable is passed over, as the XDG Base Directory Specification asks.
    """
    named = environment.get("XDG_CACHE_HOME", "")
    if os.path.isabs(named):
        return Path(named) / "probata"
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home()) / "probata" / "cache"
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "probata"


def read_entry(folder: Path, key: str) -> bytes | None:
    """Return an entry, or `None` where there is none of this user's, or it is damaged or of another key."""
    path = folder / f"{key}{_ENDING}"
    try:
        if hasattr(os, "getuid") and os.lstat(path).st_uid != os.getuid():
            return None
        sealed = path.read_bytes()
    except OSError:
        return None
    data = sealed[_SEAL:]
    if not sealed.startswith(_seal(key, data)):
        return None
    with suppress(OSError):
        os.utime(path)
    return data


def write_entry(folder: Path, key: str, data: bytes) -> None:
    """Keep an entry, readable by this user alone, and remove what is too old or too much. Nothing is raised."""
    sealed = _seal(key, data) + data
    if len(sealed) > MOST_BYTES:
        return
    unfinished = folder / f"{key}.{os.getpid()}.new"
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(sealed)
        unfinished.replace(folder / f"{key}{_ENDING}")
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)
    _remove_old(folder)


def forget_all(folder: Path) -> None:
    """Remove all entries: which of them hold a name, nobody can tell. Nothing is raised."""
    with suppress(OSError):
        for path in folder.glob(f"*{_ENDING}"):
            with suppress(OSError):
                path.unlink()


def _seal(key: str, data: bytes) -> bytes:
    """Return what an entry begins with, so that a damaged one, or one under the name of another, is known as such."""
    return hashlib.sha256(key.encode() + data).digest()


def _remove_old(folder: Path) -> None:
    """Remove entries that were not used for long, and of the others the oldest until the rest is small enough."""
    found: list[tuple[float, int, Path]] = []
    with suppress(OSError):
        for path in folder.iterdir():
            state = path.lstat()
            found.append((state.st_mtime, state.st_size, path))
    oldest, size = time.time() - MOST_DAYS * 86_400, 0
    for used, more, path in sorted(found, reverse=True):
        size += more
        if used < oldest or size > MOST_BYTES:
            with suppress(OSError):
                path.unlink()
