"""Rows and words that are struck through: to whoever did that, they are deleted; they are not used, and told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from probata.diagnostics import Diagnostic, Severity, Span

_SHOWN: Final = 40
"""Letters of what is struck through that a message quotes."""
_HELP: Final = "delete it; or remove the strikethrough (Ctrl+5; on a Mac Cmd+Shift+X), and it is used"


def struck_row(text: str, place: Span, record: str = "") -> Diagnostic:
    """Return the finding for a row of which all that it holds is struck through; `text` is what its first cell says."""
    return _found(f"the row is struck through and is not used: {_quoted(text)}", place, record)


def struck_safeguard(headings: Iterable[str], place: Span) -> Diagnostic:
    """Return the fault of a row that is struck through and keeps something from readers, who do not get it by that."""
    kept = " and ".join(f"`{heading}`" for heading in headings)
    message = f"the row is struck through and is used all the same, for its {kept}"
    return Diagnostic(
        "SRC196", "struck-through", Severity.ERROR, message, place,
        "delete the row if nobody needs it any more; else remove the strikethrough",
    )  # fmt: skip


def struck_words(called: str, text: str, place: Span) -> Diagnostic:
    """Return the finding for a cell in which words are struck through; `called` is its heading, or empty."""
    below = f" below `{called}`" if called else ""
    return _found(f"what is struck through{below} is not used: {_quoted(text)}", place)


def strike_too(above: Span) -> str:
    """Return the next step for the rows of a list whose record is struck through at `above`."""
    place = str(above).rpartition("#")[2]
    return (f"what it belongs to is struck through at `{place}`: strike through this row and every other "
            "that belongs to it, or remove the strikethrough there")  # fmt: skip


def _found(message: str, place: Span, record: str = "") -> Diagnostic:
    return Diagnostic("SRC196", "struck-through", Severity.WARNING, message, place, _HELP, record=record)


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"`{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}`"
