"""Text in the pieces that a redline marks: words, numbers, spaces, single signs."""

from __future__ import annotations

import re
from typing import Final

NO_BREAK_SPACE: Final = "\u00a0"

_WITHOUT_SPACES: Final = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u0e00-\u0eff"
"""Scripts that put no space between words; each sign of them is a piece."""

_PIECE: Final = re.compile(
    rf"[{_WITHOUT_SPACES}]"
    r"|\d+(?:[.,/:\u2019\u202f\u00a0-]\d+)*"
    rf"|[^\W\d_{_WITHOUT_SPACES}]+(?:['\u2019\u00ad-][^\W\d_{_WITHOUT_SPACES}]+)*"
    r"|\s+|.",
    re.DOTALL,
)


def pieces(text: str) -> list[str]:
    """Return the pieces in order; joined they are the text. A number keeps its separators: `1,250.50`, `2020-03-01`."""
    return _PIECE.findall(text)


def is_word(piece: str) -> bool:
    """Tell a word or number from spaces and signs."""
    return any(sign.isalnum() for sign in piece)


def key_of(piece: str) -> str:
    """Return what a piece is compared by: a no-break space is any other, for nobody sees which of them stands there."""
    return piece.replace(NO_BREAK_SPACE, " ") if piece.isspace() else piece
