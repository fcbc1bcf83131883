"""The two versions that a redline is asked for: which is a Word file, and its bytes."""

from __future__ import annotations

from pathlib import Path

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.made_copies import names_of
from probata.cli.redline_made import Version
from probata.source.file_names import on_disk
from probata.source.text_file import whole_file

_DOCUMENTS = (".docx", ".docm", ".doc", ".dotx", ".dotm", ".odt", ".rtf", ".pdf", ".html", ".htm")
_OF_CASES = (".xlsx", ".yaml", ".yml")


def is_document(named: str) -> bool:
    """Tell a document from a case, which is a folder, a workbook or one file of text."""
    path = Path(named)
    ending = path.suffix.lower()
    return ending in _DOCUMENTS or (path.is_file() and ending not in _OF_CASES)


def read_version(path: Path, internal: Path | None = None) -> Version:
    """Read a file that the user names; what its names stand for is kept in `internal`, or beside the file's folder.

    Raises `CannotContinueError` where it cannot be read.
    """
    try:
        data = whole_file(on_disk(path))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotContinueError(f"`{path.as_posix()}` cannot be read: {reason}", "check the path") from None
    return Version(path.name, data, names_of(data, internal or path.absolute().parent.parent / "internal"))
