"""A redline of two versions, or the sentence that says why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from probata.diagnostics.cannot_continue import CannotContinueError
from probata.graph import CaseGraph
from probata.redline import RedlineRefusedError, make_redline
from probata.redline.redline import Redline
from probata.word import WordFileError, open_word
from probata.word.names import Names

NOBODY = "Probata"
"""Author of the marks where nobody is named."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two documents."""

    name: str
    """What readers are told that it is."""

    data: bytes
    names: Names = field(default_factory=dict)
    """What the names in it stand for that only count; empty where that is not known."""


def author_of(graph: CaseGraph) -> str:
    """Return whose changes Word is to show of a case."""
    prepared = graph.case.prepared_by
    return prepared.name or prepared.organisation or NOBODY


def redlined(old: Version, new: Version, author: str, date: str = "") -> Redline:
    """Return the new version with its changes tracked; raises `CannotContinueError` where there can be none."""
    for version in (old, new):
        try:
            open_word(version.data)
        except WordFileError as error:
            raise CannotContinueError(f"`{version.name}` {error.fact}", error.step) from None
    try:
        return make_redline(old.data, new.data, author, date, (old.names, new.names))
    except RedlineRefusedError as error:
        raise CannotContinueError(
            f"no redline was written, since it would not hold: {error}",
            "save both files again from Word and try again; if it stays so, please report it",
        ) from None
    except WordFileError as error:
        raise CannotContinueError(f"one of the two files {error}") from None
