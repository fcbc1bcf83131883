"""Changing single lines of a text and leaving every other byte of it, its line ends and byte-order mark too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile("(\r\n|[\r\n\x85\u2028\u2029])")
"""What the YAML library counts as the end of a line (YAML 1.1, section 4.2)."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Lines that come in below a line; below line 0, they come first."""

    line: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Substitution:
    """A stretch of one line that becomes something else; lines and columns count from 1."""

    line: int
    column: int
    end_column: int
    becomes: str


Change = Insertion | Substitution


def as_read(text: str) -> str:
    """Return the text as readers of case files get it: without its mark, each line end a line feed."""
    return text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


def edit_lines(text: str, changes: Iterable[Change]) -> str:
    """Return the text with the changes made.

    Lines that come in end as the first line of the text does, in a line feed where it has none. A last line without
    an end gets one where something comes in below it. Places count the lines of the text as it was.
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    # Lines and what ends them, in turn; behind the last end stands the last line, which may be empty.
    parts = _LINE_END.split(text.removeprefix(mark))
    end = parts[1] if len(parts) > 1 and parts[1] in ("\r\n", "\r") else "\n"
    for change in sorted(changes, key=_place, reverse=True):
        if isinstance(change, Substitution):
            at = 2 * (change.line - 1)
            parts[at] = parts[at][: change.column - 1] + change.becomes + parts[at][change.end_column - 1 :]
        else:
            _insert(parts, change, end)
    return mark + "".join(parts)


def _place(change: Change) -> tuple[int, int, int]:
    # What comes in below a line comes behind all that changes in it.
    return (change.line, 0, change.column) if isinstance(change, Substitution) else (change.line, 1, 0)


def _insert(parts: list[str], change: Insertion, end: str) -> None:
    at = 2 * change.line
    new = [part for line in change.lines for part in (line, end)]
    if at == len(parts) + 1:
        # Below a last line that has no end.
        parts += [end, *new, ""]
    else:
        parts[at:at] = new
