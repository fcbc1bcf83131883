"""Where the records of a case are, and where a new one goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from probata.source.case_source import CaseSource
from probata.source.file_names import on_disk

IMPORTED = "imported.yaml"
"""Where new records go in a case that has a folder of files for their kind."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """Where the records of a case are, as text files or as one workbook."""

    case: CaseSource
    path: Path
    """The folder of the case, or its one file."""

    shown: str

    book: Path | None = None
    """The workbook, where the case is one."""

    @property
    def is_folder(self) -> bool:
        """Whether the case is a folder of files."""
        return self.path.is_dir()

    def place_of(self, shown: str) -> Path:
        """Return where a file lies that messages call `shown`, behind a link too."""
        named = self.path / shown.removeprefix(f"{self.shown}/") if self.is_folder else self.path
        return on_disk(named).resolve()

    def place_of_new(self, kind: str) -> str:
        """Return the file that new records of a kind go into, as messages call it."""
        if not self.is_folder:
            return self.shown
        for name in (f"{kind}.yaml", f"{kind}.yml"):
            if (self.path / name).exists():
                return f"{self.shown}/{name}"
        folder = (self.path / kind).is_dir()
        return f"{self.shown}/{kind}/{IMPORTED}" if folder else f"{self.shown}/{kind}.yaml"
