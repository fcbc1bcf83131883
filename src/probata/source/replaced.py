"""A file of a case that shall hold something else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Replaced:
    """A file with its bytes as they were read and as they shall be; `before` is `None` where there was none."""

    path: Path
    before: bytes | None
    after: bytes
    shown: str = ""
    """Path as messages call it."""
