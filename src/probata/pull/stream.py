"""Lines as one row of words, so that what was split, joined, added or left out is found like any other change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from probata.word.pieces import MARK, Piece
from probata.word.reading import Line

END_OF_LINE: Final = "\u2029"
"""Stands between two lines of a stream."""

_WORD: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|\w+|\s|.", re.DOTALL)
"""One token: a word, or a sign; of Chinese and Japanese each character, since they set no spaces."""
_TARGET: Final = re.compile(r"_(?:Ref|Note)_\w+")
_LOOKS: Final = {(False, False): " ", (True, False): "b", (False, True): "i", (True, True): "x"}
_STYLES: Final = {"Strong": (True, False), "Emphasis": (False, True)}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign, or a thing that is no text."""

    text: str
    start: int
    """Place of its first character in the stream."""

    key: str
    """What it is compared by; of a mark, what it leads to."""

    @property
    def end(self) -> int:
        """Place behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Stream:
    """The text of some lines with the things that stand in it."""

    text: str
    looks: str
    """The look of each character: `b` bold, `i` in italics, `x` both, else a space."""

    marks: tuple[Piece, ...]
    """What each `MARK` of the text stands for, in order."""

    def tokens(self) -> list[Token]:
        """Return the tokens in their order."""
        keys = map(key_of, self.marks)
        found: list[Token] = []
        for match in _WORD.finditer(self.text):
            look = self.looks[match.start()]
            key = next(keys, MARK) if match[0] == MARK else match[0] if match[0].isspace() else f"{look}{match[0]}"
            found.append(Token(match[0], match.start(), key))
        return found

    def marks_in(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return the things that stand in a stretch of the text."""
        before = self.text.count(MARK, 0, start)
        return self.marks[before : before + self.text.count(MARK, start, end)]

    def part(self, start: int, end: int) -> Stream:
        """Return a stretch of it."""
        return Stream(self.text[start:end], self.looks[start:end], self.marks_in(start, end))


def stream_of(lines: Iterable[Line]) -> Stream:
    """Put lines one behind the other."""
    held = list(lines)
    text = END_OF_LINE.join(line.text for line in held)
    looks = " ".join("".join(map(_looks, line.pieces)) for line in held)
    return Stream(text, looks, tuple(piece for line in held for piece in line.pieces if piece.kind != "text"))


def key_of(piece: Piece) -> str:
    """Return what a thing leads to: the bookmark round a note's mark or that of a reference, else what it is."""
    if piece.kind == "note":
        return f"note {piece.anchor or piece.key}"
    if piece.kind == "field":
        target = _TARGET.search(piece.key)
        return f"field {target[0] if target else piece.key.partition(' ')[0]}"
    return piece.kind


def _looks(piece: Piece) -> str:
    bold, italic = _STYLES.get(piece.style, (False, False))
    return _LOOKS[piece.bold or bold, piece.italic or italic] * (len(piece.text) if piece.kind == "text" else 1)
