"""Changing lines or stretches of a text and leaving every other byte of it, its line ends and byte-order mark too."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from probata.diagnostics import Diagnostic, Span
from probata.source.text_file import fault

# Why a file of the user's is left as it is.


class CannotChangeError(Exception):
    """A file cannot be changed safely; carries the finding that says why, where, and what to do."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def changed_since(span: Span) -> CannotChangeError:
    """Return the error that a file is no longer as it was read: edits would come to stand in other words."""
    return CannotChangeError(fault("SRC168", "changed-since-read", "the file was changed since it was read", span,
                                   "run the command again"))  # fmt: skip


# A file of a case that shall hold something else.


@dataclass(frozen=True, slots=True)
class Replaced:
    """A file with its bytes as they were read and as they shall be; `None` where there was none, or shall be none."""

    path: Path
    before: bytes | None
    after: bytes | None
    shown: str = ""
    """Path as messages call it."""


# Changing single lines of a text and leaving every other byte of it, its line ends and byte-order mark too.

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


# Changing stretches of a text by offsets and leaving every other character, its line ends and byte-order mark too.
# Offsets count the characters of the text as the readers of case files get it: without its mark, each line end one
# line feed. So what a reader found can be changed in the file as it is on the disk.

_BREAK = re.compile("[\n\x85\u2028\u2029]")
"""What the YAML library counts as the end of a line, in a text as it is read."""
_ENDS = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Splice:
    """A stretch of a text, from an offset to just before another, that becomes something else."""

    start: int
    end: int
    becomes: str


class Overlap(ValueError):  # noqa: N818  # two changes of one place are no error of the program
    """Two stretches share a character."""


class Places:
    """Offsets in a text for lines and columns as the YAML library counts them, both from 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a place; one behind the text is its end."""
        return min(self._starts[line - 1] + column - 1, len(self.text)) if line <= len(self._starts) else len(self.text)

    def line(self, line: int) -> str:
        """Return a line, with its end."""
        return self.text[self.offset(line, 1) : self.offset(line + 1, 1)]

    def line_start(self, offset: int) -> int:
        """Return the offset at which the line begins that an offset is in."""
        return self._starts[bisect_left(self._starts, offset + 1) - 1]

    def splice(self, change: Change) -> Splice:
        """Return a change of lines as a change of offsets."""
        if not isinstance(change, Insertion):
            return Splice(self.offset(change.line, change.column), self.offset(change.line, change.end_column),
                          change.becomes)  # fmt: skip
        written = "\n".join(change.lines)
        is_last = change.line >= len(self._starts)
        at = self.offset(change.line + 1, 1)
        return Splice(at, at, f"\n{written}" if is_last else f"{written}\n")


def apply_splices(text: str, splices: Sequence[Splice]) -> str:
    """Return the text as it is on the disk with the stretches changed.

    Lines that come in end as the first line of the text does. Of insertions at one place the first given comes first.
    Raises `Overlap` where two stretches share a character.
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    body = text.removeprefix(mark)
    ends = list(_ENDS.finditer(body))
    end = ends[0][0] if ends else "\n"
    # Each pair of carriage return and line feed is one character of the text as read.
    pairs = [found.start() - number for number, found in enumerate(one for one in ends if one[0] == "\r\n")]
    made, at = [mark], 0
    for one in sorted(splices, key=lambda one: (one.start, one.end)):
        start, stop = (offset + bisect_left(pairs, offset) for offset in (one.start, one.end))
        if start < at:
            raise Overlap
        made += [body[at:start], one.becomes.replace("\n", end)]
        at = stop
    return "".join((*made, body[at:]))


def smallest(text: str, splice: Splice) -> Iterator[Splice]:
    """Give the change without what it leaves as it is at its ends; nothing where it changes nothing."""
    old, new = text[splice.start : splice.end], splice.becomes
    most = min(len(old), len(new))
    before = next((place for place in range(most) if old[place] != new[place]), most)
    behind = next((place for place in range(most - before) if old[-1 - place] != new[-1 - place]), most - before)
    if old != new:
        yield Splice(splice.start + before, splice.end - behind, new[before : len(new) - behind])
