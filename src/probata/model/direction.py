"""Turns of direction in a text, ended where the text ends: an open one would turn round what is printed behind it.

The characters and how they nest: Unicode Standard Annex 9, 2.1 to 2.5 and BD8 to BD11. They stand in texts copied from
pages that mix directions of writing, where nobody sees them.
"""

from __future__ import annotations

import re

_EMBEDDINGS, _END_OF_EMBEDDING = "\u202a\u202b\u202d\u202e", "\u202c"
_ISOLATES, _END_OF_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_TURN = re.compile(f"[{_EMBEDDINGS}{_END_OF_EMBEDDING}{_ISOLATES}{_END_OF_ISOLATE}]")
_SYNTAX = re.compile(r"\n|[]}`|*_#>=~:-]$")
"""Markdown of several lines, or that ends in a mark, behind which other characters might be read with it."""


def ended_turns(text: str) -> str:
    """Return a text with what ends its turns of direction before its last white space; most texts as they are."""
    if _TURN.search(text) is None:
        return text
    kept = text.rstrip()
    return f"{kept}{_ends(kept)}{text[len(kept) :]}"


def ended_turns_of_markdown(text: str) -> str:
    """Return Markdown of one line likewise; other Markdown as it is: each paragraph ends its turns by itself."""
    return text if _SYNTAX.search(text.rstrip()) else ended_turns(text)


def _ends(text: str) -> str:
    """Return what ends the turns that are open at the end of a text, the innermost first."""
    open_turns: list[str] = []
    for turn in _TURN.findall(text):
        if turn in _EMBEDDINGS:
            open_turns.append(_END_OF_EMBEDDING)
        elif turn in _ISOLATES:
            open_turns.append(_END_OF_ISOLATE)
        elif turn == _END_OF_ISOLATE and turn in open_turns:
            while open_turns.pop() != turn:  # embeddings inside an isolate end with it
                pass
        elif turn == _END_OF_EMBEDDING and open_turns[-1:] == [turn]:
            open_turns.pop()
    return "".join(reversed(open_turns))
