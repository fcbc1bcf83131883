"""The edits that can be taken back: a list beside the case, for the one who made them.

It lies in `.probata/` in the folder of the case, which is never read as records. An edit is kept as what it took out of
a file, where, and what the file was after it; so nothing is taken back from a file that somebody changed since.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from probata.output.atomic import PlacingError, make_own_folder, write_atomically
from probata.source.text_edits import Replaced
from probata.source.text_file import whole_file

OWN_FOLDER = ".probata"
MOST_EDITS = 200
MOST_BYTES = 50_000_000
"""What all edits that are kept may take; the oldest go first. Of a workbook nearly the whole file is kept."""


class ChangedSinceError(PlacingError):
    """The file was changed since the edit."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit that can be taken back."""

    name: str
    what: str
    files: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits that one person made in the case of a folder, the last one last."""

    case: Path
    """The folder that the files of the case lie in."""
    who: str = ""

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        return self.case / OWN_FOLDER / "undo" / (self.who or "me")

    def last(self) -> str:
        """Return what the last edit was; empty where there is none."""
        return next((str(kept["what"]) for _, kept in self._newest_first()), "")

    def all(self) -> Iterator[Edit]:
        """Give the edits, the last one first."""
        for path, kept in self._newest_first():
            files = tuple(str(one["path"]) for one in kept["files"])
            yield Edit(
                path.stem, str(kept["what"]), files, datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
            )

    def keep(self, what: str, files: Sequence[Replaced]) -> None:
        """Keep an edit that was made. Where that cannot be done, the edit is made all the same."""
        with suppress(OSError, ValueError):
            for folder in (own_folder(self.case) / "undo", self.folder):
                make_own_folder(folder)
            self.folder.chmod(0o700)
            kept = self._paths()
            number = int(kept[-1].stem) + 1 if kept else 1
            made = {"what": what, "files": [_kept(self.case, file) for file in files]}
            write_atomically(self.folder / f"{number:08}.json", json.dumps(made).encode())
            self._drop_oldest()

    def newest(self) -> str:
        """Return the name of the last edit; empty where there is none."""
        paths = self._paths()
        return paths[-1].stem if paths else ""

    def as_one(self, what: str, before: str) -> None:
        """Make one edit of all those since `before`. Where that cannot be done, they stay several."""
        newer = [path for path in self._paths() if path.stem > before]
        with suppress(OSError, ValueError):
            files = self._together([json.loads(path.read_bytes()) for path in reversed(newer)])
            if len(newer) > 1:
                for path in newer:
                    path.unlink(missing_ok=True)
                self.keep(what, [Replaced(one.path, one.after, one.before, one.shown) for one in files])

    def _together(self, edits: Iterable[Mapping[str, Any]]) -> list[Replaced]:
        """Return the files as they were before some edits that follow each other, the last one first."""
        files: dict[Path, Replaced] = {}
        for kept in edits:
            for one in kept["files"]:
                back = _before(self.case, one, files)
                first = files.get(back.path, back)
                files[back.path] = Replaced(back.path, first.before, back.after, back.shown)
        return list(files.values())

    def taken_back(self, oldest: str = "") -> tuple[str, list[Replaced]]:
        """Return what the last edit was, and its files as they were before; nothing where there is none.

        Where `oldest` is named, that edit, and the files as they were before it and all that followed. Raises
        `ChangedSinceError` where one was changed since.
        """
        edits = [kept for _, kept in self._wanted(oldest)]
        return (str(edits[-1]["what"]), self._together(edits)) if edits else ("", [])

    def forget(self, oldest: str = "") -> None:
        """Drop the last edit, or all from the oldest on: they are taken back, or can never be."""
        for path, _ in self._wanted(oldest):
            path.unlink(missing_ok=True)

    def _wanted(self, oldest: str) -> list[tuple[Path, dict[str, Any]]]:
        edits = list(self._newest_first()) if oldest else list(islice(self._newest_first(), 1))
        return [(path, kept) for path, kept in edits if path.stem >= oldest]

    def _paths(self) -> list[Path]:
        try:
            return sorted(path for path in self.folder.glob("*.json") if path.stem.isdigit())
        except OSError:
            return []

    def _newest_first(self) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Give the edits with their files; what cannot be read is none."""
        for path in reversed(self._paths()):
            with suppress(OSError, ValueError):
                kept = json.loads(path.read_bytes())
                if isinstance(kept, dict) and isinstance(kept.get("files"), list) and kept.get("what"):
                    yield path, kept

    def _drop_oldest(self) -> None:
        size = 0
        for number, path in enumerate(reversed(self._paths())):
            size += path.stat().st_size
            if number >= MOST_EDITS or (number and size > MOST_BYTES):
                path.unlink(missing_ok=True)


def own_folder(case: Path) -> Path:
    """Return the folder beside the records that is for the program alone, and left out by git."""
    hidden = case / OWN_FOLDER
    if not hidden.is_dir():
        make_own_folder(hidden)
        write_atomically(hidden / ".gitignore", b"*\n")
    return hidden


def _kept(case: Path, file: Replaced) -> dict[str, Any]:
    """Return an edit of a file without what it left as it was."""
    before, after = file.before, file.after
    path = file.path.resolve().relative_to(case.resolve()).as_posix()
    if before is None or after is None:
        return {"path": path, "start": 0, "end": 0, "was": _text(before), "after": _digest(after)}
    start = _same(before, after)
    behind = _same(before[start:][::-1], after[start:][::-1])
    was = before[start : len(before) - behind]
    return {"path": path, "start": start, "end": behind, "was": _text(was), "after": _digest(after)}


def _same(one: bytes, other: bytes) -> int:
    """Return how many bytes both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


def _before(case: Path, kept: dict[str, Any], later: Mapping[Path, Replaced]) -> Replaced:
    """Return a file as it was before an edit; `later` are those of which later edits are taken back already."""
    path = (case / str(kept["path"])).resolve()
    if not path.is_relative_to(case.resolve()):
        raise ChangedSinceError(f"`{path.name}` lies outside the case")
    now = later[path].after if path in later else whole_file(path) if path.exists() else None
    if _digest(now) != kept["after"]:
        raise ChangedSinceError(f"`{path.name}` was changed since")
    was = None if kept["was"] is None else base64.b64decode(kept["was"])
    if now is not None and was is not None:
        start, behind = int(kept["start"]), int(kept["end"])
        was = now[:start] + was + now[len(now) - behind :]
    return Replaced(path, now, was, path.name)


def _text(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def _digest(data: bytes | None) -> str:
    return "" if data is None else sha256(data).hexdigest()
