"""Writing several files that belong together: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from probata.output.atomic import PlacingError, make_own_folder, placing_error, write_atomically
from probata.output.ledger import Ledger
from probata.source.text_edits import Replaced
from probata.source.text_file import whole_file

__all__ = ["Replaced", "write_together"]


def write_together(files: Sequence[Replaced], by_way_of: Path | None = None) -> None:
    """Write all files; where one cannot be written or the user stops the program, those written before are put back.

    `by_way_of` is a folder of the same disk in which each is written before it takes its place; else that is beside it.
    Raises `PlacingError` where the system refuses, and where a file is no longer as it was read: somebody has changed
    it, and that change would be lost.
    """
    for file in files:
        if _bytes(file.path) != file.before:
            raise PlacingError(f"`{file.path.name}` was changed in the meantime")
    written: list[Replaced] = []
    try:
        for file in files:
            written.append(file)
            _put(file.path, file.after, by_way_of)
    except BaseException:
        for file in written:
            _put_back(file, by_way_of)
        raise


def _bytes(path: Path) -> bytes | None:
    try:
        return whole_file(path) if path.exists() else None
    except OSError as error:
        raise placing_error(path, error) from error


def _put_back(file: Replaced, by_way_of: Path | None) -> None:
    if _bytes(file.path) != file.before:  # else a disk that is read-only would refuse what need not be done
        _put(file.path, file.before, by_way_of)


def _put(path: Path, data: bytes | None, by_way_of: Path | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        write_atomically(path, data, by_way_of)


# Files that belong together, each placed where no other file is lost: beside it, under another name.

LEDGER = "written.json"


def place_next_to(folder: Path, stem: str, data: Mapping[str, bytes], *, is_ours: bool) -> dict[str, Path]:
    """Write `stem` with each ending of `data` into `folder`, all or none, and return the paths by ending.

    A file that stands there with other content is never written over: the new ones are then called `<stem>.new`,
    `<stem>.new-2` and so on. With `is_ours` the folder is the program's own, and what it wrote there before and nobody
    changed gives way. Raises `PlacingError`.
    """
    if is_ours:
        make_own_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ledger = Ledger(folder / LEDGER) if is_ours else None
        chosen = next(
            name for name in _stems(stem) if all(_is_free(p, d, ledger) for p, d in _files(folder, name, data))
        )
        placed = _files(folder, chosen, data)
        files = [Replaced(path, _bytes_if_there(path), content) for path, content in placed]
    except OSError as error:
        raise placing_error(folder, error) from error
    for path, content in placed:
        if ledger:
            ledger.enter(path.name, content)
    write_together(files)
    return {ending: folder / f"{chosen}.{ending}" for ending in data}


def _files(folder: Path, stem: str, data: Mapping[str, bytes]) -> list[tuple[Path, bytes]]:
    return [(folder / f"{stem}.{ending}", content) for ending, content in data.items()]


def _is_free(path: Path, data: bytes, ledger: Ledger | None) -> bool:
    found = _bytes_if_there(path)
    return found is None or found == data or (ledger is not None and ledger.knows(found))


def _bytes_if_there(path: Path) -> bytes | None:
    return whole_file(path) if path.is_file() else None


def _stems(stem: str) -> Iterator[str]:
    yield stem
    yield f"{stem}.new"
    yield from (f"{stem}.new-{number}" for number in count(2))


# Putting files of the user aside while others take their place: all of it happens, or nothing.

_STAGED = ".new"
"""Folder in which the new files are written before any old one is moved."""


def replace_files(old: Sequence[Path], new: Mapping[Path, bytes], folder: Path, name: str) -> Path:
    """Move `old` files and folders into `folder/name`, put the `new` ones in place, and return where the old ones are.

    A name that is taken gets a number behind it. The new files are whole before the first old one is moved, so that who
    is killed while they are written loses nothing. Raises `PlacingError` where the system refuses, or where a new file
    would take the place of one that is not put aside; what was done until then is undone.
    """
    aside = next(place for place in _places(folder / name) if not place.exists())
    moved: list[tuple[Path, Path]] = []
    placed: list[Path] = []
    try:
        staged = _staged(new, folder, aside / _STAGED)
        for path in old:
            target = aside / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
            moved.append((path, target))
        for path, whole in staged.items():
            if path.exists():
                raise PlacingError(f"`{path.name}` is there already")
            path.parent.mkdir(parents=True, exist_ok=True)
            whole.rename(path)
            placed.append(path)
    except BaseException as error:
        _undo(moved, placed, aside)
        if isinstance(error, OSError) and not isinstance(error, PlacingError):
            raise placing_error(folder, error) from error
        raise
    _remove(aside / _STAGED)
    return aside


def _staged(new: Mapping[Path, bytes], folder: Path, stage: Path) -> dict[Path, Path]:
    """Write the new files below `stage` and return where each is."""
    stage.mkdir(parents=True)
    found: dict[Path, Path] = {}
    for path, data in new.items():
        found[path] = stage / path.relative_to(folder)
        found[path].parent.mkdir(parents=True, exist_ok=True)
        write_atomically(found[path], data)
    return found


def _undo(moved: Sequence[tuple[Path, Path]], placed: Sequence[Path], aside: Path) -> None:
    for path in placed:
        path.unlink(missing_ok=True)
    for path, target in reversed(moved):
        target.rename(path)
    for path in (one for one in (aside / _STAGED).rglob("*") if one.is_file()):
        path.unlink()
    _remove(aside)


def _remove(folder: Path) -> None:
    """Remove folders that hold no file; where that is refused, why stands in what was refused before."""
    for inner in (*sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True), folder):
        with suppress(OSError):
            inner.rmdir()


def _places(first: Path) -> Iterator[Path]:
    yield first
    yield from (first.with_name(f"{first.name}-{number}") for number in count(2))
