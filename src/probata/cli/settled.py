"""A changed file from which everything came back: kept as it is, and no longer in the way of the next build."""

from __future__ import annotations

from pathlib import Path

from probata.output import PlacingError, hold, write_atomically
from probata.output.folder import LEDGER
from probata.output.ledger import Ledger, hash_of


def settle(path: Path, internal: Path) -> str:
    """Keep a copy of the file in `internal/pulled/`, and let the next build write its own in its place.

    Returns the path of the copy; nothing where the file lies elsewhere than a build writes, or where it cannot be kept:
    it is in nobody's way then, or stays as it is.
    """
    if path.absolute().parent != (internal.parent / "outgoing").absolute():
        return ""
    try:
        data = path.read_bytes()
        with hold(internal.parent):
            return _keep(path, internal, data)
    except (OSError, PlacingError):
        return ""


def _keep(path: Path, internal: Path, data: bytes) -> str:
    """Write the copy before the ledger: a file that the next build may replace is kept already."""
    kept = internal / "pulled" / f"{path.stem}-{hash_of(data)[:8]}{path.suffix}"
    kept.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(kept, data)
    Ledger(internal / LEDGER).enter(path.name, data)
    return kept.as_posix()
