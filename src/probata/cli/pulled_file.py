"""The Word file that `probata pull` is given: read where it lies, and of which case it is."""

from __future__ import annotations

from pathlib import Path

from probata.cli.exit_code import CannotContinueError
from probata.cli.house import OUTPUT
from probata.cli.opening import Opened
from probata.returned.edited_file import Edited, read_edited
from probata.source.text_file import whole_file
from probata.word.pieces import Reading

OUTGOING = "outgoing"


def read_file(path: Path, reading: Reading) -> Edited:
    """Read a changed file; raises `CannotContinueError` for one that is not read."""
    try:
        data = whole_file(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotContinueError(f"`{path.as_posix()}` cannot be read: {reason}", "name a Word file") from None
    return read_edited(path, data, reading)


def case_of(path: Path) -> str:
    """Return the name of the case in whose output folder a file lies, as in `output/<case>/outgoing/`, or nothing."""
    folder = path.absolute().parent
    return folder.parent.name if folder.name == OUTGOING else ""


def refuse_of_another(opened: Opened, edited: Edited) -> None:
    """Raise `CannotContinueError` for a file that lies in the output of another case than the one that is named."""
    name = case_of(edited.path)
    if name and opened.session.graph and name != opened.session.graph.name:
        raise CannotContinueError(
            f"the file lies in the output of the case `{name}`, and not of `{opened.session.graph.name}`",
            "name that case with `--case`, or copy the file to another place",
        )


def internal_of(opened: Opened, path: Path, out: Path | None) -> Path:
    """Return our folder beside the documents, in the output named, in that where the file lies, or in the usual."""
    if out is None and case_of(path):
        return path.absolute().parent.parent / "internal"
    graph = opened.session.graph
    below = Path(graph.name if graph else "") / "internal"
    usual = (out or opened.house.documents) / below
    beside = opened.place.path.absolute().parent.parent / OUTPUT / below
    return beside if out is None and not usual.is_dir() and beside.is_dir() else usual
