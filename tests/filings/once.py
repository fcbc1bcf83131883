"""Work that several workers of one test run share: whoever comes first does it, the others wait for it."""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

shared: list[Path] = []
"""The folder that all workers of this run share; none outside of a run."""


def made_once(folder: Path, name: str, make: Callable[[Path], None]) -> Path:
    """Return the folder `name` below `folder`, filled by `make` the first time that anyone asks for it."""
    made, done = folder / name, folder / f"{name}.done"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            made.mkdir()
            make(made)
            done.touch()
    return made


def value_made_once(name: str, make: Callable[[], T]) -> T:
    """Return a value that is made the first time that anyone of this run asks for it, and kept for the others."""
    if not shared:
        return make()

    def keep(made: Path) -> None:
        (made / "value").write_bytes(pickle.dumps(make()))

    kept = (made_once(shared[0], name, keep) / "value").read_bytes()
    found: T = pickle.loads(kept)  # noqa: S301 (written by this run of the tests)
    return found
