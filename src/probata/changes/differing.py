"""Where the words of a change differ, for whoever reads of it in one line."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import takewhile
from typing import Final

_BESIDE: Final = 3
"""Words on each side that are the same and are shown all the same."""


def differing(before: str, after: str) -> tuple[str, str]:
    """Return the old and the new words from the first that differs to the last, a few beside them, on one line each."""
    old, new = before.split(), after.split()
    if old == new:
        return before, before
    start = _alike(old, new)
    end = min(_alike(old[::-1], new[::-1]), len(old) - start, len(new) - start)
    first, behind = max(0, start - _BESIDE), max(0, end - _BESIDE)
    return _cut(old, first, behind), _cut(new, first, behind)


def places_that_differ(before: str, after: str) -> list[tuple[str, str]]:
    """Return the old and the new words of each place that differs by itself, a few beside them, in their order.

    Places with few words between them are one. Nothing where no word differs.
    """
    old, new = before.split(), after.split()
    joined: list[list[int]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if joined and a - joined[-1][1] <= 2 * _BESIDE:
            joined[-1][1], joined[-1][3] = b, d
        else:
            joined.append([a, b, c, d])
    return [(_round(old, a, b), _round(new, c, d)) for a, b, c, d in joined]


def _round(words: list[str], start: int, end: int) -> str:
    return _cut(words, max(0, start - _BESIDE), max(0, len(words) - end - _BESIDE))


def _alike(old: list[str], new: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _cut(words: list[str], first: int, behind: int) -> str:
    shown = " ".join(words[first : len(words) - behind])
    if not words:
        return ""
    return f"{'… ' if first else ''}{shown}{' …' if behind else ''}"
