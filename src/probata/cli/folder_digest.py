"""All that a folder holds, in one hash: where it is the same, whatever reads there finds the same."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

_NOT_OURS = frozenset({"__pycache__"})
"""Folders that Python writes beside code."""


class UnknownDigestError(Exception):
    """What a folder holds cannot be told from what lies in it."""


def add_folder(digest: hashlib._Hash, folder: Path, largest: int | None = None) -> None:
    """Add names and contents of all files below a folder; of those above `largest` bytes, the size alone.

    What cannot be read is added as such. Raises `UnknownDigestError` at a link to a folder: what lies behind it may be
    anything, even the folder itself.
    """
    ahead = [folder]
    while ahead:
        here = ahead.pop()
        for entry in _entries(digest, here):
            _say(digest, os.path.relpath(entry.path, folder))
            if entry.is_symlink():
                _add_link(digest, Path(entry.path))
            if entry.is_dir():
                ahead.append(Path(entry.path))
            else:
                add_file(digest, Path(entry.path), largest)


def add_file(digest: hashlib._Hash, path: Path, largest: int | None = None) -> None:
    """Add the content of a file, or why there is none."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            _say(digest, "no file")
        elif largest is not None and found.st_size > largest:
            _say(digest, f"{found.st_size} bytes")
        else:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    except OSError as error:
        _say(digest, f"error {error.errno}")


def installed_libraries() -> list[str]:
    """Return the installed libraries with their versions, by the names of their folders."""
    found = (place.name for folder in map(Path, sys.path) if folder.is_dir() for place in folder.glob("*.dist-info"))
    return sorted(found)


def add_words(digest: hashlib._Hash, words: Iterable[str]) -> None:
    """Add texts, each told from the next."""
    for word in words:
        _say(digest, word)


def _entries(digest: hashlib._Hash, folder: Path) -> list[os.DirEntry[str]]:
    try:
        return sorted((entry for entry in os.scandir(folder) if entry.name not in _NOT_OURS), key=lambda one: one.name)
    except OSError as error:
        _say(digest, f"error {error.errno}")
        return []


def _add_link(digest: hashlib._Hash, link: Path) -> None:
    if link.is_dir():
        raise UnknownDigestError(str(link))
    _say(digest, os.path.realpath(link))


def _say(digest: hashlib._Hash, word: str) -> None:
    data = word.encode(errors="surrogateescape")
    digest.update(b"%d " % len(data))
    digest.update(data)
