"""What we wrote: the hashes of the finished files, so that a file which was edited since is known."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from probata.output.atomic import write_atomically

KEPT = 2
"""Hashes kept for each name: a build that is stopped between the entry and the move leaves the older file."""


class Ledger:
    """Hashes of written files by name, kept in a JSON file.

    A ledger that is missing or cannot be read is empty: every file then counts as edited, which loses nothing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._hashes = _read(path)

    def knows(self, data: bytes) -> bool:
        """Tell whether these bytes are what we wrote, under whatever name."""
        return any(hash_of(data) in hashes for hashes in self._hashes.values())

    def enter(self, name: str, data: bytes) -> None:
        """Enter a file before it is moved into place; raises `PlacingError` where the ledger cannot be written."""
        entered = hash_of(data)
        before = [found for found in self._hashes.get(name, []) if found != entered]
        hashes = [*before, entered][-KEPT:]
        if self._hashes.get(name) == hashes and self._path.is_file():
            return
        self._hashes[name] = hashes
        text = json.dumps({"version": 1, "sha256": self._hashes}, indent=2, sort_keys=True, ensure_ascii=False)
        write_atomically(self._path, f"{text}\n".encode())


def hash_of(data: bytes) -> str:
    """Return the SHA-256 of the bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _read(path: Path) -> dict[str, list[str]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["sha256"]
        return {str(name): [str(value) for value in hashes] for name, hashes in found.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
