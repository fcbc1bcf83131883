"""All that the findings of a check can depend on, as one hash: where it is the same, the findings are."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import probata
from probata.citation.program import find_program
from probata.cli.opening import Named
from probata.document.own_templates import own_templates
from probata.source.file_names import is_hash
from probata.workbook.read_records import MAX_BYTES

# All that a folder holds, in one hash: where it is the same, whatever reads there finds the same.

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
            elif _is_held_copy(entry):
                _say(digest, _state(entry.path))
                continue
            if entry.is_dir():
                ahead.append(Path(entry.path))
            else:
                add_file(digest, Path(entry.path), largest)


def _is_held_copy(entry: os.DirEntry[str]) -> bool:
    """Tell a copy in the store, which may be large. Its name is the hash of its bytes, as `probata verify` proves."""
    return is_hash(entry.name) and Path(entry.path).parent.name == entry.name[:2] and entry.is_file()


def add_file(digest: hashlib._Hash, path: Path, largest: int | None = None) -> None:
    """Add the content of a file, or why there is none."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            _say(digest, "no file")
        elif largest is not None and found.st_size > largest:
            _say(digest, f"{found.st_size} bytes")
        else:
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
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


def check_key(named: Named) -> str | None:
    """Return the key of a case as it stands now, with its templates, the office's settings, this program and today.

    `None` where it cannot be told: of a case that is one file, among whose neighbours its tables are, and where a link
    leads to a folder.
    """
    case = named.place.path
    if not case.is_dir():
        return None
    digest = hashlib.sha256(_program().encode())
    try:
        add_words(digest, (named.place.shown, str(case.resolve())))
        add_folder(digest, case.resolve(), MAX_BYTES)
        for root in named.workspace.template_roots:
            add_words(digest, (root.as_posix(), str(root.resolve())))
            add_folder(digest, root.resolve())
    except UnknownDigestError:
        return None
    _add_house(digest, named)
    add_words(digest, (str(named.workspace.today), str(named.workspace.ocr)))
    return digest.hexdigest()


def _add_house(digest: hashlib._Hash, named: Named) -> None:
    """Add the settings of the office: their text, what they came to, and what is wrong with them."""
    found = named.house
    add_words(digest, [part for pair in sorted(found.texts.items()) for part in pair])
    add_words(digest, (found.shown, *found.in_force, *map(repr, found.findings)))
    add_words(digest, (repr(found.house.author), repr(found.house.language), repr(found.house.look)))
    digest.update(hashlib.sha256(found.house.letterhead or b"").digest())


@cache
def _program() -> str:
    """Return the hash of the program: its version, code and data, Python, its libraries, and Pandoc."""
    digest = hashlib.sha256()
    add_words(digest, (probata.__version__, sys.version, sys.platform, *installed_libraries()))
    pandoc = find_program()
    for root in (Path(probata.__file__).parent, own_templates()):
        add_words(digest, _states(root))
    add_words(digest, (str(pandoc), _state(pandoc) if pandoc else ""))
    return digest.hexdigest()


def _states(folder: Path) -> Iterator[str]:
    """Give the files of the program by name, size and time, as Python itself tells whether code has changed."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = os.path.join(here, name)
            yield f"{os.path.relpath(path, folder)} {_state(path)}"


def _state(program: str | Path) -> str:
    try:
        found = os.stat(program)
    except OSError as error:
        return f"error {error.errno}"
    return f"{found.st_size} {found.st_mtime_ns} {found.st_mode}"
