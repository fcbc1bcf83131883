"""Which characters of a file each character of a YAML text comes from.

The rules are those of YAML 1.1, sections 8 and 9, as the YAML library has them: lines of plain and quoted texts are
folded, lines of a literal block are kept without their indentation, those of a folded block are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FOLD = re.compile(r"[ \t]*\n(?:[ \t]*\n)*[ \t]*")
_JOINED = re.compile(r"\\\n(?:[ \t]*\n)*[ \t]*")
"""A line end behind a backslash, which is no space of the text."""
_ESCAPE = re.compile(r"\\(?:r\\n|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\n])")
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\n", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a text that stand or fall together, with the stretch of the file that they come from."""

    text: str
    start: int
    end: int


def pieces(raw: str, text: str) -> list[Piece] | None:
    """Return the pieces of `text`, written as `raw` from its first mark to its last, in their order.

    `None` where the writing is one that is not understood: the pieces would not be the text.
    """
    walk = {"|": _block, ">": _block, "'": _single, '"': _double}.get(raw[:1], _plain)
    found: list[Piece] = []
    length = 0
    for piece in walk(raw, text):
        if length == len(text) and not piece.text.strip("\n"):
            break  # line ends below a block that its indicator takes off
        found.append(piece)
        length += len(piece.text)
    return found if "".join(piece.text for piece in found) == text else None


def indentation(raw: str, text: str) -> str:
    """Return the spaces that the lines of a block stand behind; none where it holds no words."""
    written = next((line for line in raw.split("\n")[1:] if line.strip()), "")
    read = next((line for line in text.split("\n") if line.strip()), "")
    return " " * max(_spaces(written) - _spaces(read), 0) if read else ""


def _plain(raw: str, text: str) -> Iterator[Piece]:
    yield from _flow(raw, 0, len(raw), "")


def _single(raw: str, text: str) -> Iterator[Piece]:
    yield from _flow(raw, 1, len(raw) - 1, "'")


def _double(raw: str, text: str) -> Iterator[Piece]:
    yield from _flow(raw, 1, len(raw) - 1, '"')


def _flow(raw: str, at: int, end: int, mark: str) -> Iterator[Piece]:
    """Give the pieces of a text whose lines are folded; `mark` is the quotation mark that it stands in."""
    while at < end:
        found = _FOLD.match(raw, at, end)
        said = " "
        if found:
            breaks = found[0].count("\n")
            said = "\n" * (breaks - 1) if breaks > 1 else " "
        elif mark == '"' and (found := _JOINED.match(raw, at, end)):
            said = "\n" * (found[0].count("\n") - 1)
        elif mark == '"' and (found := _ESCAPE.match(raw, at, end)):
            said = _escaped(found[0])
        stop = found.end() if found else at + 1 + raw.startswith("''", at) * (mark == "'")
        yield Piece(said if found else raw[at], at, stop)
        at = stop


def _escaped(written: str) -> str:
    if written[1] in "xuU" and len(written) > 2:
        code = int(written[2:], 16)
        return chr(code) if code <= 0x10FFFF else ""
    return _NAMED.get(written[1], "")


def _block(raw: str, text: str) -> Iterator[Piece]:
    """Give the pieces of a block; what is between two of its lines is their line ends and the indentation."""
    is_folded, indent = raw[0] == ">", len(indentation(raw, text))
    at = raw.find("\n") + 1 or len(raw)
    ended, was_indented, breaks = at, True, 0
    for line in raw[at:].split("\n"):
        said = line[indent:] if line[:indent].strip(" ") == "" else ""
        if said:
            is_indented = said[0] in " \t"
            joins = is_folded and not (was_indented or is_indented)
            yield from _between(ended, at + indent, breaks, raw, joins=joins)
            yield from (Piece(one, at + indent + n, at + indent + n + 1) for n, one in enumerate(said))
            ended, was_indented, breaks = at + len(line), is_indented, 0
        at += len(line) + 1
        breaks += 1
    yield from _between(ended, len(raw), breaks - 1, raw, joins=False)


def _between(start: int, end: int, breaks: int, raw: str, *, joins: bool) -> Iterator[Piece]:
    """Give the line ends between two lines of a block as one piece where it joins them, else each by itself."""
    if joins and breaks:
        yield Piece("\n" * (breaks - 1) or " ", start, end)
        return
    for left in range(breaks, 0, -1):
        found = raw.find("\n", start, end)
        stop = end if left == 1 or found < 0 else found + 1
        yield Piece("\n", start, stop)
        start = stop


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
