"""Putting files of the user aside while others take their place: all of it happens, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from probata.output.atomic import write_atomically
from probata.output.placing_error import PlacingError, placing_error


def replace_files(old: Sequence[Path], new: Mapping[Path, bytes], folder: Path, name: str) -> Path:
    """Move `old` files and folders into `folder/name`, write the `new` ones, and return where the old ones are.

    A name that is taken gets a number behind it. Raises `PlacingError` where the system refuses, or where a new file
    would take the place of one that is not put aside; what was done until then is undone.
    """
    aside = next(place for place in _places(folder / name) if not place.exists())
    moved: list[tuple[Path, Path]] = []
    written: list[Path] = []
    try:
        aside.mkdir()
        for path in old:
            target = aside / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
            moved.append((path, target))
        for path, data in new.items():
            if path.exists():
                raise PlacingError(f"`{path.name}` is there already")
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, data)
            written.append(path)
    except BaseException as error:
        _undo(moved, written, aside)
        if isinstance(error, OSError) and not isinstance(error, PlacingError):
            raise placing_error(folder, error) from error
        raise
    return aside


def _undo(moved: Sequence[tuple[Path, Path]], written: Sequence[Path], aside: Path) -> None:
    for path in written:
        path.unlink(missing_ok=True)
    for path, target in reversed(moved):
        target.rename(path)
    for folder in sorted((one for one in aside.rglob("*") if one.is_dir()), reverse=True):
        folder.rmdir()
    aside.rmdir()


def _places(first: Path) -> Iterator[Path]:
    yield first
    yield from (first.with_name(f"{first.name}-{number}") for number in count(2))
