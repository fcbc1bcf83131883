"""A changed file from which everything came back: kept as it is, and no longer in the way of the next build."""

from __future__ import annotations

from pathlib import Path

from probata.cli.pulled_copies import keep_pulled
from probata.output import PlacingError, hold
from probata.output.folder import LEDGER
from probata.output.ledger import Ledger


def settle(path: Path, internal: Path, data: bytes) -> str:
    """Keep a copy of the file in `internal/pulled/`; of one that a build wrote, let the next build write its own there.

    `data` is what was read of it. Returns the path of the copy; nothing where there is no such output folder, or where
    it cannot be kept: the file stays as it is.
    """
    if not internal.is_dir():
        return ""
    try:
        with hold(internal.parent):
            kept = keep_pulled(path, internal, data)  # before the ledger: what may be replaced is kept already
            if is_in_output(path, internal):
                Ledger(internal / LEDGER).enter(path.name, data)
            return kept.as_posix()
    except (OSError, PlacingError):
        return ""


def is_in_output(path: Path, internal: Path) -> bool:
    """Tell whether a file lies where a build writes."""
    return path.absolute().parent == (internal.parent / "outgoing").absolute()
