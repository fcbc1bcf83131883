"""Which lines of an edited document are which lines of the one that was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from probata.pull.stream import stream_of
from probata.word.reading import Line

ALIKE: Final = 0.5
"""From which share of equal words two lines without a common name are one line that was changed."""

_LARGEST: Final = 60
"""Lines on both sides up to which each is compared with each; beyond, they are paired in their order."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Lines that were made, and what stands in their place; one side may be empty."""

    base: tuple[int, ...]
    """Places of lines of the made document, from 0, one behind the other."""

    edited: tuple[int, ...]
    before: int = -1
    """Place of the line of the made document above what was added; -1 at the beginning."""


def compare_lines(base: Sequence[Line], edited: Sequence[Line]) -> list[Cluster]:
    """Return where the documents differ, in their order; lines that are equal are in no cluster.

    A line is known by its words first, then by its content control, then by likeness. A line that was split stands
    with all its parts in one cluster, and lines that were joined with the one that they became.
    """
    old, new = [_key(line) for line in base], [_key(line) for line in edited]
    clusters: list[Cluster] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            clusters += _gap(base, edited, range(a, b), range(c, d))
    return clusters


def _key(line: Line) -> str:
    """Return what a line is compared by: its words and their look, and what its marks lead to."""
    return "".join(token.key for token in stream_of((line,)).tokens())


def _gap(base: Sequence[Line], edited: Sequence[Line], old: range, new: range) -> Iterator[Cluster]:
    groups = [_Group(old.start - 1)]
    for a, b in _pairs(base, edited, old, new):
        if a is not None and b is not None:
            groups.append(_with_parts_above(groups, _Group(a - 1, [a], [b]), base, edited))
        elif b is not None:
            _add_edited(groups, b, base, edited)
        elif a is not None:
            _add_base(groups, a, base, edited)
    for group in groups:
        if group.base or group.edited:
            yield Cluster(tuple(group.base), tuple(group.edited), group.before)


@dataclass(slots=True)
class _Group:
    before: int
    base: list[int] = field(default_factory=list)
    edited: list[int] = field(default_factory=list)


def _with_parts_above(groups: list[_Group], pair: _Group, base: Sequence[Line], edited: Sequence[Line]) -> _Group:
    """Take the lines just above a pair into it where they are parts of it: the first part of one that was split."""
    above = groups[-1]
    while not above.base and above.edited and _grows(base, edited, pair, [], above.edited[-1:]):
        pair.edited.insert(0, above.edited.pop())
    while not above.edited and above.base and _grows(base, edited, pair, above.base[-1:], []):
        pair.base.insert(0, above.base.pop())
        pair.before -= 1
    return pair


def _add_edited(groups: list[_Group], b: int, base: Sequence[Line], edited: Sequence[Line]) -> None:
    """Put a further line to the one above where it is a part of it, else stand it by itself."""
    last = groups[-1]
    if (last.base and last.edited and _grows(base, edited, last, [], [b])) or (not last.base and last.edited):
        last.edited.append(b)
    else:
        groups.append(_Group((last.base or [last.before])[-1], [], [b]))


def _add_base(groups: list[_Group], a: int, base: Sequence[Line], edited: Sequence[Line]) -> None:
    last = groups[-1]
    if last.base and last.edited and _grows(base, edited, last, [a], []):
        last.base.append(a)
    else:
        groups.append(_Group(a - 1, [a], []))


def _grows(base: Sequence[Line], edited: Sequence[Line], group: _Group, old: list[int], new: list[int]) -> bool:
    """Tell whether a group is more alike with another line on one side; lines of two cells are never one."""
    all_old, all_new = sorted([*group.base, *old]), sorted([*group.edited, *new])
    if len({base[n].cell for n in all_old}) > 1 or len({edited[n].cell for n in all_new}) > 1:
        return False
    now = _likeness(_words(base, group.base), _words(edited, group.edited))
    return _likeness(_words(base, all_old), _words(edited, all_new)) > now


def _pairs(
    base: Sequence[Line], edited: Sequence[Line], old: range, new: range
) -> Iterator[tuple[int | None, int | None]]:
    """Give the lines of a gap in their order, those that belong together side by side."""
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
    if len(old) * len(new) > _LARGEST**2:
        return {(n, n): 1.0 for n in range(min(len(old), len(new)))}
    if len(old) == len(new) == 1 and bool(base[old[0]].cell) == bool(edited[new[0]].cell):
        return {(0, 0): 1.0}  # what stands alone between equal lines was written anew
    found: dict[tuple[int, int], float] = {}
    for i, a in enumerate(old):
        for j, b in enumerate(new):
            alike = _likeness(_words(base, [a]), _words(edited, [b]))
            is_same = (
                bool(base[a].field) and base[a].field == edited[b].field and bool(base[a].cell) == bool(edited[b].cell)
            )
            if is_same:
                found[i, j] = 2 + alike
            elif alike >= ALIKE:
                found[i, j] = alike
    return found


def _words(lines: Sequence[Line], places: Sequence[int]) -> list[str]:
    return [word for place in places for word in lines[place].text.split()]


def _likeness(one: list[str], other: list[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
