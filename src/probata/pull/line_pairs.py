"""Which lines of a gap between equal lines belong together: by their content control, then by likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from probata.redline.patience import rising
from probata.word.word_text import Line

ALIKE: Final = 0.5
"""From which share of equal words two lines without a common name are one line that was changed."""

LARGEST: Final = 60
"""Lines on both sides up to which each is compared with each; beyond, a line is known by its control alone."""

Step = tuple[int | None, int | None, bool]
"""A line of the made document and the one that it became, or one of them; and whether it was compared with others."""


def pairs(base: Sequence[Line], edited: Sequence[Line], old: range, new: range) -> Iterator[Step]:
    """Give the lines of a gap in their order, those that belong together side by side."""
    if len(old) * len(new) <= LARGEST**2:
        yield from ((a, b, True) for a, b in _compared(base, edited, old, new))
        return
    a, c = old.start, new.start
    for b, d in _by_control(base, edited, old, new):
        yield from _between(base, edited, range(a, b), range(c, d))
        yield b, d, True
        a, c = b + 1, d + 1
    yield from _between(base, edited, range(a, old.stop), range(c, new.stop))


def _between(base: Sequence[Line], edited: Sequence[Line], old: range, new: range) -> Iterator[Step]:
    """Give the lines between two that are known by their control; of too many, each by itself."""
    is_small = len(old) * len(new) <= LARGEST**2
    if is_small:
        yield from ((a, b, True) for a, b in _compared(base, edited, old, new))
    else:
        yield from ((a, None, False) for a in old)
        yield from ((None, b, False) for b in new)


def _by_control(base: Sequence[Line], edited: Sequence[Line], old: range, new: range) -> list[tuple[int, int]]:
    """Return the lines whose control stands once on both sides, in one order; a line stays in a cell or out of one."""
    here, there = (Counter(lines[n].tag for n in places) for lines, places in ((base, old), (edited, new)))
    place = {edited[n].tag: n for n in new}
    found = [
        (n, place[tag])
        for n in old
        if (tag := base[n].tag) and here[tag] == there[tag] == 1 and _may_be_one(base[n], edited[place[tag]])
    ]
    return rising(found)


def _may_be_one(one: Line, other: Line) -> bool:
    """Tell whether two lines may be one: both in cells or in none, and not of two fields."""
    return bool(one.cell) == bool(other.cell) and (not one.field or not other.field or one.field == other.field)


def _compared(
    base: Sequence[Line], edited: Sequence[Line], old: range, new: range
) -> Iterator[tuple[int | None, int | None]]:
    """Give the lines of a small gap in their order, each compared with each."""
    score = _scores(base, edited, old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + score.get((i, j), 0.0))
    i = j = 0
    while i < len(old) or j < len(new):
        paired = score.get((i, j), 0.0)
        if paired and best[i][j] == best[i + 1][j + 1] + paired:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif i < len(old) and (j == len(new) or best[i][j] == best[i + 1][j]):
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1


def _scores(base: Sequence[Line], edited: Sequence[Line], old: range, new: range) -> dict[tuple[int, int], float]:
    """Return how surely two lines are one: more than 2 by their control, up to 1 by their words, nothing if unlike."""
    if len(old) == len(new) == 1 and _may_be_one(base[old[0]], edited[new[0]]):
        return {(0, 0): 1.0}  # what stands alone between equal lines was written anew
    found: dict[tuple[int, int], float] = {}
    for i, a in enumerate(old):
        for j, b in enumerate(new):
            alike = likeness(words_of(base, [a]), words_of(edited, [b]))
            if base[a].field and base[a].field == edited[b].field and bool(base[a].cell) == bool(edited[b].cell):
                found[i, j] = 2 + alike
            elif alike >= ALIKE and not (base[a].field and edited[b].field and base[a].field != edited[b].field):
                found[i, j] = alike
    return found


def words_of(lines: Sequence[Line], places: Sequence[int]) -> list[str]:
    """Return the words of some lines."""
    return [word for place in places for word in lines[place].text.split()]


def likeness(one: list[str], other: list[str]) -> float:
    """Return how many words are equal and in one order: 1 where all are, 0 where none is."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
