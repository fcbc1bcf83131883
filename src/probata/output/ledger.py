"""What we wrote: the hashes of the finished files, so that a file which was edited since is known."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from probata.output.atomic import write_atomically
from probata.source.text_file import whole_file

KEPT = 2
"""Hashes kept for each name: a build that is stopped between the entry and the move leaves the older file."""


class Ledger:
    """Hashes of written files by name, and of what they were made from, kept in a JSON file.

    A ledger that is missing or cannot be read is empty: every file then counts as edited, which loses nothing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        found = _read(path)
        self._hashes = _hashes(found)
        self._made_from = _made_from(found)

    def knows(self, data: bytes) -> bool:
        """Tell whether these bytes are what we wrote, under whatever name."""
        return self.knows_hash(hash_of(data))

    def knows_hash(self, found: str, made: str = "") -> bool:
        """Tell the same of the hash of a file; one that is what is `made` now is known."""
        return found == made or any(found in hashes for hashes in self._hashes.values())

    def is_last(self, name: str, data: bytes) -> bool:
        """Tell whether these bytes are what we wrote last under a name."""
        return self._hashes.get(name, [])[-1:] == [hash_of(data)]

    def has(self, name: str) -> bool:
        """Tell whether we have written a file under a name."""
        return name in self._hashes

    def made_from(self, name: str) -> str:
        """Return the fingerprint of what a file was made from; empty where it is not known."""
        return self._made_from.get(name, "")

    def enter(self, name: str, data: bytes, made_from: str = "") -> None:
        """Enter a file before it is moved into place; raises `PlacingError` where the ledger cannot be written."""
        self.enter_hash(name, hash_of(data), made_from)

    def enter_hash(self, name: str, entered: str, made_from: str = "") -> None:
        """Enter a file by its hash; as `enter`."""
        before = [found for found in self._hashes.get(name, []) if found != entered]
        hashes = [*before, entered][-KEPT:]
        same = self._hashes.get(name) == hashes and self._made_from.get(name, "") == made_from
        if same and self._path.is_file():
            return
        self._hashes[name] = hashes
        self._made_from[name] = made_from
        write_atomically(self._path, _sealed(self._hashes, self._made_from))

    def changed(self, files: Mapping[str, Path]) -> tuple[str, ...] | None:
        """Return the names of those files of ours that are not as we wrote them last; `None` where it cannot tell.

        It cannot where it is itself not as it was written, but for one of a version that could not tell so. `files` are
        those that are there, by name. Raises `OSError`.
        """
        written = whole_file(self._path) if self._path.exists() else b""
        is_old = b'"version": 2' in written and b'"seal"' not in written
        if written and not is_old and written != _sealed(self._hashes, self._made_from):
            return None
        own = {name: path for name, path in files.items() if name in self._hashes}
        return tuple(name for name, path in own.items() if self._hashes[name][-1:] != [hash_of_file(path)])


def _sealed(hashes: Mapping[str, Sequence[str]], made_from: Mapping[str, str]) -> bytes:
    """Return a ledger with a hash of itself, so that it is seen where one bit of it is another."""
    entries = {"version": 3, "sha256": hashes, "made_from": made_from}
    entries["seal"] = hash_of(json.dumps(entries, sort_keys=True).encode())
    return f"{json.dumps(entries, indent=2, sort_keys=True, ensure_ascii=False)}\n".encode()


def hash_of(data: bytes) -> str:
    """Return the SHA-256 of the bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def hash_of_file(path: Path) -> str:
    """Return the SHA-256 of a file, which is not held in memory; raises `OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(whole_file(path))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _hashes(entries: dict[str, Any]) -> dict[str, list[str]]:
    try:
        return {str(name): [str(value) for value in hashes] for name, hashes in entries["sha256"].items()}
    except (KeyError, TypeError, AttributeError):
        return {}


def _made_from(entries: dict[str, Any]) -> dict[str, str]:
    found = entries.get("made_from")
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}
