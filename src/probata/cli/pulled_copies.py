"""Files from which everything came back, kept as they came: who sends a later version wrote on in one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from probata.cli.edited_file import Edited
from probata.output import write_atomically
from probata.output.ledger import hash_of
from probata.output.own_folder import make_own_folder
from probata.word import WordFile, WordFileError, open_word
from probata.word.made_as import made_as

FOLDER: Final = "pulled"
READ: Final = 20
"""Newest copies that are looked at."""


def keep_pulled(path: Path, internal: Path, data: bytes) -> Path:
    """Keep a file as it came; raises what writing does."""
    kept = internal / FOLDER / f"{path.stem}-{hash_of(data)[:8]}{path.suffix}"
    for own in (internal, kept.parent):
        make_own_folder(own)
    write_atomically(kept, data)
    return kept


def pulled_before(edited: Edited, internal: Path) -> Iterator[WordFile]:
    """Give the earlier versions of a file that came back: those that were made as it was, without the file itself.

    A copy that cannot be read is passed over; of a file that is none of ours there are none.
    """
    digest, here = made_as(edited.file), hash_of(edited.data)
    places = sorted(_files(internal / FOLDER)) if digest else []
    for _, path in places[-READ:]:
        try:
            data = path.read_bytes()
            file = open_word(data) if hash_of(data) != here else None
            if file and made_as(file) == digest:
                yield file
        except (OSError, WordFileError):
            continue


def _files(folder: Path) -> Iterator[tuple[int, Path]]:
    """Give the Word files of a folder, however their ending is written, each with when it was kept."""
    for path in folder.glob("*"):
        if path.suffix.lower() == ".docx" and path.is_file():
            yield path.stat().st_mtime_ns, path
