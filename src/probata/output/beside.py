"""Files that belong together, each placed where no other file is lost: beside it, under another name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from probata.output.ledger import Ledger
from probata.output.own_folder import make_own_folder
from probata.output.placing_error import placing_error
from probata.output.together import Replaced, write_together
from probata.source.text_file import whole_file

LEDGER = "written.json"


def place_beside(folder: Path, stem: str, data: Mapping[str, bytes], *, is_ours: bool) -> dict[str, Path]:
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
        files = [Replaced(path, _bytes(path), content) for path, content in _files(folder, chosen, data)]
    except OSError as error:
        raise placing_error(folder, error) from error
    for file in files:
        if ledger:
            ledger.enter(file.path.name, file.after)
    write_together(files)
    return {ending: folder / f"{chosen}.{ending}" for ending in data}


def _files(folder: Path, stem: str, data: Mapping[str, bytes]) -> list[tuple[Path, bytes]]:
    return [(folder / f"{stem}.{ending}", content) for ending, content in data.items()]


def _is_free(path: Path, data: bytes, ledger: Ledger | None) -> bool:
    found = _bytes(path)
    return found is None or found == data or (ledger is not None and ledger.knows(found))


def _bytes(path: Path) -> bytes | None:
    return whole_file(path) if path.is_file() else None


def _stems(stem: str) -> Iterator[str]:
    yield stem
    yield f"{stem}.new"
    yield from (f"{stem}.new-{number}" for number in count(2))
