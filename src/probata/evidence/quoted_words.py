"""A quotation as it is looked for: the words that must stand side by side, and what its marks say of the others."""

from __future__ import annotations

import re

from probata.diagnostics.value import value
from probata.evidence.letters import WORD, folded, readable


@value()
class Chunk:
    """Letters that must stand side by side."""

    letters: str
    words: tuple[str, ...]
    surfaces: tuple[str, ...]
    opens_word: bool = True
    """Whether its first letter begins a word."""
    closes_word: bool = True


Piece = tuple[Chunk, ...]
"""Chunks with a pair of brackets between each two."""

_SPAN = re.compile(r"\[([^\[\]]*)\]\{[^{}]*\}")
_NO_WORDS = re.compile(r"\^\[[^\[\]]*\]|\[-?@[^\[\]]*\]|\(\s*sic\s*!?\s*\)", re.IGNORECASE)
_LEFT_OUT = re.compile(r"[\[(<]\s*(?:\.\s?){3,}\s*[\])>]|⋯+|(?:\.\s?){3,}")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")


def pieces_of(quotation: str) -> tuple[Piece, ...]:
    """Part a quotation where words are left out, and each part at its brackets; parts without a word are no parts."""
    plain = _NO_WORDS.sub(" ", _SPAN.sub(r"\1", quotation.replace("〔", "[").replace("〕", "]")))
    found = (_chunks(part) for part in _LEFT_OUT.split(readable(plain)))
    return tuple(piece for piece in found if piece)


def _chunks(part: str) -> Piece:
    chunks: list[Chunk] = []
    edges = [0, *(edge for found in _BRACKETS.finditer(part) for edge in found.span()), len(part)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if surfaces := tuple(WORD.findall(part[start:end])):
            words = tuple(map(folded, surfaces))
            opens = start == 0 or not part[start].isalnum()
            closes = end == len(part) or not part[end - 1].isalnum()
            chunks.append(Chunk("".join(words), words, surfaces, opens, closes))
    return tuple(chunks)
