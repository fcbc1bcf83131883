"""The output folder of one case: `outgoing` for documents, `internal` for findings and what we wrote."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, dropwhile, islice, takewhile
from pathlib import Path, PurePath

from probata.output.atomic import PlacingError, make_own_folder, placing_error, refuse_link, write_atomically
from probata.output.ledger import Ledger, hash_of_file
from probata.source.file_names import device_name, on_disk, open_in
from probata.source.text_file import whole_file

LEDGER = "written.json"
TAKEN_BACK = "taken-back"
"""Folder of documents that were taken out of the folder for others."""
DRAFT = "DRAFT-"
"""Beginning of the name of every draft."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a file was put."""

    path: Path
    beside: Path | None = None
    """The changed file beside which it was put; `None` where it stands at its own name."""
    counterpart: Path | None = None
    """A draft beside a final file, or the other way round, left from an earlier build."""
    superseded: tuple[Path, ...] = ()
    """Files under a name beside it, left from when that at its own name had been changed."""
    unchanged: bool = False
    """True where it stood there already, made from the same."""
    open_in: str = ""
    """The program that has the file open and still shows the older one."""


class OutputFolder:
    """The folder of one case below the output folder."""

    def __init__(self, root: Path, case: str) -> None:
        """Open the folder, or make it; raises `PlacingError` where it is a link or cannot be made."""
        home = on_disk(root / case)
        self.outgoing = home / "outgoing"
        self.internal = home / "internal"
        for folder in (home, self.outgoing, self.internal):
            make_own_folder(folder)
        self._ledger = Ledger(self.internal / LEDGER)

    def standing(self, name: str, made_from: str) -> Placed | None:
        """Return the file that stands there already, made from the same and not changed since; `None` where none does.

        Raises `PlacingError` where a file cannot be read or is a link, or `name` is no plain file name.
        """
        wanted = self._wanted(name)
        for path in _names(wanted):
            found = _bytes(path)
            if found is None:
                return None
            if self._ledger.is_last(path.name, found) and self._ledger.made_from(path.name) == made_from != "":
                return replace(self._placed(path, wanted), unchanged=True)
            if self._ledger.knows(found):
                return None
        return None

    def place(self, name: str, data: bytes, made_from: str = "") -> Placed:
        """Write a document for others; beside the old one where that was changed since we wrote it.

        The name beside it is `<stem>.new.<ending>`, `<stem>.new-2.<ending>` and so on. `made_from` is remembered for
        `standing`. Raises `PlacingError` where it cannot be written or `name` is no plain file name.
        """
        wanted = self._wanted(name)
        path = next(path for path in _names(wanted) if not self._was_changed(path, data))
        self._ledger.enter(path.name, data, made_from)
        write_atomically(path, data)
        return replace(self._placed(path, wanted), open_in=open_in(path)[0])

    def place_files(self, finished: Sequence[Path]) -> tuple[Placed, ...]:
        """Move finished files that belong together into their places, under their own names; else as `place` does.

        They lie on the same disk, and are not held in memory. All are safe on it before the first is moved.
        """
        moves: list[tuple[Path, Path, Path]] = []
        for file in finished:
            wanted, made = self._wanted(file.name), hash_of_file(file)
            with file.open("rb+") as opened:
                os.fsync(opened.fileno())
            free = (one for one in _names(wanted) if not one.is_file() or self._ledger.knows_hash(_hash(one), made))
            path = next(free)
            self._ledger.enter_hash(path.name, made)
            moves.append((file, path, wanted))
        for file, path, _ in moves:
            try:
                file.replace(path)
            except OSError as error:
                raise placing_error(path, error) from error
        return tuple(replace(self._placed(path, wanted), open_in=open_in(path)[0]) for _, path, wanted in moves)

    def left_over(self, stems: Collection[str], others: Collection[str] = ()) -> tuple[Path, ...]:
        """Return the documents of ours in `outgoing` that nothing makes any more, by name; none is touched.

        `stems` are the beginnings of names that are made now, such as `uk-ghr.en-GB`, and `others` ids of filings that
        stand in the case and were not made, of which no language is known. A file of the user's own is never named.
        """
        kept = tuple(f"{stem}." for stem in (*stems, *others))
        return tuple(path for path in self._own() if not path.name.removeprefix(DRAFT).startswith(kept))

    def earlier(self, stem: str, placed: Sequence[Placed]) -> tuple[Path, ...]:
        """Return the documents of ours under a stem, by name, that are none of those placed now; none is touched."""
        now = {path for one in placed for path in (one.path, one.beside)}
        own = (path for path in self._own() if path.name.removeprefix(DRAFT).startswith(f"{stem}."))
        return tuple(path for path in own if path not in now)

    def _own(self) -> list[Path]:
        """Return the documents of ours in `outgoing`, by name."""
        there = sorted(self.outgoing.iterdir())
        return [path for path in there if path.name.startswith(DRAFT) or self._ledger.has(path.name)]

    def note(self, name: str, text: str | bytes) -> Path:
        """Write a file that is ours alone, over the one that was there; raises `PlacingError`.

        `name` may name folders first, as in `lists/findings.csv`, which are made where they are missing.
        """
        path = self.internal / name
        for above in reversed(PurePath(name).parents):
            make_own_folder(self.internal / above)
        write_atomically(path, text if isinstance(text, bytes) else text.encode())
        return path

    def keep(self, name: str, text: str) -> None:
        """Write a file that is ours alone, as `note` does, of which `changed` tells as of those for others."""
        self._ledger.enter(name, text.encode())
        self.note(name, text)

    def take_back(self, name: str) -> Path:
        """Move a document out of the folder for others, among what is ours; return where it stands now.

        What was taken back under its name before is written over. Raises `PlacingError`; the document then stays.
        """
        path = self.outgoing / name
        taken = self.note(f"{TAKEN_BACK}/{name}", _bytes(path) or b"")
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise placing_error(path, error) from error
        return taken

    def drop(self, name: str) -> None:
        """Remove a file that is ours alone, where there is one; raises `PlacingError`."""
        path = self.internal / name
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise placing_error(path, error) from error

    def _wanted(self, name: str) -> Path:
        if PurePath(name).name != name or "\\" in name or name.startswith("."):
            raise PlacingError(f"`{name}` cannot be the name of a file: look at the `language` of the filing")
        if device := device_name(name.removeprefix(DRAFT)):
            raise PlacingError(f"Windows keeps the name `{device}` for a device: give the filing another `id`")
        refuse_link(self.outgoing / name)
        return self.outgoing / name

    def _was_changed(self, path: Path, data: bytes) -> bool:
        found = _bytes(path)
        return found is not None and found != data and not self._ledger.knows(found)

    def _placed(self, path: Path, wanted: Path) -> Placed:
        """Return where a file stands, with what is left beside it from earlier builds."""
        behind = dropwhile(lambda one: one != path, _names(wanted))
        older = tuple(takewhile(Path.is_file, islice(behind, 1, None)))
        return Placed(path, wanted if path != wanted else None, self._counterpart(wanted.name), older)

    def _counterpart(self, name: str) -> Path | None:
        other = name.removeprefix(DRAFT) if name.startswith(DRAFT) else f"{DRAFT}{name}"
        path = self.outgoing / other
        return path if path.is_file() else None


def _bytes(path: Path) -> bytes | None:
    try:
        return whole_file(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise placing_error(path, error) from error


def _hash(path: Path) -> str:
    try:
        return hash_of_file(path)
    except OSError as error:
        raise placing_error(path, error) from error


def _names(wanted: Path) -> Iterator[Path]:
    yield wanted
    yield wanted.with_name(f"{wanted.stem}.new{wanted.suffix}")
    for number in count(2):
        yield wanted.with_name(f"{wanted.stem}.new-{number}{wanted.suffix}")
