"""What the citation program answered, kept in the user's own cache folder for the next run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from probata.cli.cache_folder import cache_folder, read_entry, write_entry


@dataclass(frozen=True, slots=True)
class KeptCitations:
    """The `AnswerStore` of the command line; it is cleaned up with the findings that are kept beside it."""

    folder: Path

    def read(self, key: str) -> bytes | None:
        """Return what was kept under a key, or `None`."""
        return read_entry(self.folder, key)

    def write(self, key: str, data: bytes) -> None:
        """Keep something under a key; where the folder cannot be written, nothing is kept."""
        write_entry(self.folder, key, data)


def kept_citations() -> KeptCitations:
    """Return those of this user."""
    return KeptCitations(cache_folder())
