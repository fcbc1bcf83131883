"""What was changed inside lines, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from probata.pull.stream import Stream, Token


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the made text, and what stands there now; one of the two may be empty."""

    start: int
    end: int
    new: Stream


def edits_between(base: Stream, edited: Stream) -> list[Edit]:
    """Return the changes in their order. Two that only a space keeps apart are one."""
    old, new = base.tokens(), edited.tokens()
    found: list[tuple[int, int, int, int]] = []
    matcher = SequenceMatcher(None, [t.key for t in old], [t.key for t in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if found and all(token.text.isspace() and token.text != "\n" for token in old[found[-1][1] : a]):
            found[-1] = (found[-1][0], b, found[-1][2], d)
        else:
            found.append((a, b, c, d))
    return [
        Edit(*_range(old, a, b, len(base.text)), edited.part(*_range(new, c, d, len(edited.text))))
        for a, b, c, d in found
    ]


def _range(tokens: list[Token], first: int, behind: int, length: int) -> tuple[int, int]:
    """Return the characters of some tokens; of none, the place where they would stand."""
    start = tokens[first].start if first < len(tokens) else length
    return (start, tokens[behind - 1].end) if behind > first else (start, start)
