"""Putting files of the user aside while others take their place: all of it happens, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from probata.output.atomic import write_atomically
from probata.output.placing_error import PlacingError, placing_error

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
