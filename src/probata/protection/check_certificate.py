"""Whether the files for others are those that a certificate says were searched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from probata.evidence.verify import Item, Said, fail
from probata.protection.certificate import FOLDER, VERSION, stem_in
from probata.source.text_file import whole_file

KIND = "certificate"
_BUILD_AGAIN = "build it again: every file in the folder for others is searched then"
_MOST_BYTES = 50_000_000


def certified(home: Path, stems: Collection[str]) -> Iterator[Item]:
    """Give each certificate of search below an output folder, with what is otherwise in the folder for others.

    Nothing is given where nothing was ever certified. A file of a filing that its certificate does not name was not
    searched, and fails as a changed one does. `stems` are the beginnings of names, by which files are told apart.
    """
    found = sorted((home / "internal" / FOLDER).glob("*.json"))
    every = frozenset((*stems, *(path.stem for path in found)))
    for path in found:
        told = _read(path)
        if told is None:
            yield Item(KIND, path.name, (fail("it is no certificate of a search", _BUILD_AGAIN),))
        else:
            yield Item(KIND, path.name, tuple(_others(told, path.stem, every, home / "outgoing")))


def _read(path: Path) -> dict[str, str] | None:
    """Return the files of a certificate with their hashes; `None` where it is none."""
    try:
        told: Any = json.loads(whole_file(path, _MOST_BYTES))
        if told["version"] != VERSION:
            return None
        files = {str(one["name"]): str(one["sha256"]) for one in told["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return files if all(Path(name).name == name for name in files) else None


def _others(files: dict[str, str], own: str, stems: Collection[str], outgoing: Path) -> Iterator[Said]:
    for name, sha256 in files.items():
        try:
            found = hashlib.sha256(whole_file(outgoing / name)).hexdigest()
        except OSError:
            yield fail(f"`{name}` was searched, and is not there", _BUILD_AGAIN)
            continue
        if found != sha256:
            yield fail(f"`{name}` is another file than the one that was searched", _BUILD_AGAIN)
    for path in sorted(outgoing.iterdir()) if outgoing.is_dir() else ():
        if path.name not in files and path.is_file() and stem_in(path.name, stems) == own:
            yield fail(f"`{path.name}` was not searched", _BUILD_AGAIN)
