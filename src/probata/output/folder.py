"""Writing finished files: whole or not at all, and never over somebody's changes."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

LEDGER = "written.json"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a file was put."""

    path: Path
    beside: Path | None = None
    """The changed file beside which it was put; `None` where it stands at its own name."""


class OutputFolder:
    """The folder of one case below the output folder."""

    def __init__(self, root: Path, case: str) -> None:
        """Open the folder, making it where it is missing; raises `OSError` where that cannot be done."""
        self.outgoing = root / case / "outgoing"
        self.internal = root / case / "internal"
        self.outgoing.mkdir(parents=True, exist_ok=True)
        self.internal.mkdir(parents=True, exist_ok=True)
        self._ledger = self._read_ledger()

    def place(self, name: str, data: bytes) -> Placed:
        """Write a document for others; beside the old one where that was changed since we wrote it."""
        target = self.outgoing / name
        changed = self._is_changed(target)
        if changed:
            target = self._free_name(name)
        write_whole(target, data)
        self._ledger[target.name] = _digest(data)
        write_whole(self.internal / LEDGER, (json.dumps(self._ledger, indent=1, sort_keys=True) + "\n").encode())
        return Placed(target, self.outgoing / name if changed else None)

    def note(self, name: str, text: str) -> Path:
        """Write a file that is ours alone."""
        write_whole(self.internal / name, text.encode())
        return self.internal / name

    def _read_ledger(self) -> dict[str, str]:
        path = self.internal / LEDGER
        try:
            read = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(key): str(value) for key, value in read.items()} if isinstance(read, dict) else {}

    def _is_changed(self, path: Path) -> bool:
        return path.exists() and _digest(path.read_bytes()) != self._ledger.get(path.name)

    def _free_name(self, name: str) -> Path:
        """Return the first name `stem.new.ext`, `stem.new-2.ext`, … that is free or still as we wrote it."""
        stem, dot, extension = name.rpartition(".")
        for count in range(1, 1000):
            suffix = "new" if count == 1 else f"new-{count}"
            path = self.outgoing / f"{stem}.{suffix}{dot}{extension}"
            if not self._is_changed(path):
                return path
        raise FileExistsError(f"there are a thousand changed files beside {name}")


def write_whole(path: Path, data: bytes) -> None:
    """Write to a temporary name in the same folder and move it into place: the old file or the new, never half."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
