"""Changing stretches of a text and leaving every other byte of it, its line ends and byte-order mark too."""

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
    """A file with its bytes as they were read and as they shall be; `before` is `None` where there was none."""

    path: Path
    before: bytes | None
    after: bytes
    shown: str = ""
    """Path as messages call it."""


BYTE_ORDER_MARK = "\ufeff"


def as_read(text: str) -> str:
    """Return the text as readers of case files get it: without its mark, each line end a line feed."""
    return text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")


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

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a place; one behind the text is its end."""
        return min(self._starts[line - 1] + column - 1, len(self.text)) if line <= len(self._starts) else len(self.text)

    def line(self, line: int) -> str:
        """Return a line, with its end."""
        return self.text[self.offset(line, 1) : self.offset(line + 1, 1)]

    def line_start(self, offset: int) -> int:
        """Return the offset at which the line begins that an offset is in."""
        return self._starts[bisect_left(self._starts, offset + 1) - 1]

    def last_filled(self, line: int) -> int:
        """Return the line, or the nearest above it, on which something stands; 0 where there is none."""
        while line and not self.line(line).strip():
            line -= 1
        return line

    def sign(self, span: Span) -> str:
        """Return the character with which a stretch begins."""
        return self.text[self.offset(span.line, span.column) :][:1]

    def instead(self, span: Span, becomes: str, *, behind: bool = False) -> Splice:
        """Let something stand in place of a stretch, or behind it."""
        end = self.offset(span.end_line, span.end_column)
        return Splice(end if behind else self.offset(span.line, span.column), end, becomes)

    def below(self, line: int, lines: Iterable[str]) -> Splice:
        """Let lines come in below a line, first of all where it is 0; a last line without an end is none again."""
        at = self.offset(line + 1, 1)
        is_last = line >= len(self._starts)
        return Splice(at, at, "\n".join(("", *lines) if is_last else (*lines, "")))


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
