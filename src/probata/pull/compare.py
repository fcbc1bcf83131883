"""Which lines of an edited document are which lines of the one that was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import product
from typing import Final

from probata.pull.stream import is_plain, key_of, stream_of
from probata.redline.align import in_one_order, most_alike, rising
from probata.word.piece import MARK
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
    if len(old) * len(new) <= LARGEST**2:
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
    score, gap = _scores(base, edited, old, new), (old.start, old.stop, new.start, new.stop)
    return in_one_order(most_alike(gap, lambda a, b: score.get((a, b), 0.0)), gap)


def _scores(base: Sequence[Line], edited: Sequence[Line], old: range, new: range) -> dict[tuple[int, int], float]:
    """Return how surely two lines are one: more than 2 by their control, up to 1 by their words, nothing if unlike."""
    if len(old) == len(new) == 1 and _may_be_one(base[old[0]], edited[new[0]]):
        return {(old[0], new[0]): 1.0}  # what stands alone between equal lines was written anew
    found: dict[tuple[int, int], float] = {}
    for a, b in product(old, new):
        alike = likeness(words_of(base, [a]), words_of(edited, [b]))
        if base[a].field and base[a].field == edited[b].field and bool(base[a].cell) == bool(edited[b].cell):
            found[a, b] = 2 + alike
        elif alike >= ALIKE and not (base[a].field and edited[b].field and base[a].field != edited[b].field):
            found[a, b] = alike
    return found


def words_of(lines: Sequence[Line], places: Sequence[int]) -> list[str]:
    """Return the words of some lines."""
    return [word for place in places for word in lines[place].text.split()]


def likeness(one: list[str], other: list[str]) -> float:
    """Return how many words are equal and in one order: 1 where all are, 0 where none is."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Lines that were made, and what stands in their place; one side may be empty."""

    base: tuple[int, ...]
    """Places of lines of the made document, from 0, one behind the other."""

    edited: tuple[int, ...]
    before: int = -1
    """Place of the line of the made document above what was added; -1 at the beginning."""

    is_compared: bool = True
    """False where so many lines differ that these were compared with no others."""

    is_section: bool = False
    """Whether it is a heading with all that stood below it."""


def compare_lines(base: Sequence[Line], edited: Sequence[Line]) -> list[Cluster]:
    """Return where the documents differ, in their order; lines that are equal are in no cluster.

    A line is known by its words first, then by its content control, then by likeness. A line that was split stands
    with all its parts in one cluster, and lines that were joined with the one that they became. Where very many lines
    differ, those with a control are known by it alone; what is left stands by itself and is not `is_compared`.
    """
    old, new = [_key(line) for line in base], [_key(line) for line in edited]
    clusters: list[Cluster] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "insert":
            shift = _shift(edited, new, c, d)
            a, b, c, d = a + shift, b + shift, c + shift, d + shift
        elif tag == "delete":
            shift = _shift(base, old, a, b)
            a, b, c, d = a + shift, b + shift, c + shift, d + shift
        if tag != "equal":
            clusters += _gap(base, edited, range(a, b), range(c, d))
    return clusters


def _shift(lines: Sequence[Line], keys: Sequence[str], start: int, end: int) -> int:
    """Return by how many lines to move a run that was added or taken out, so that it is whole rows, or whole sections.

    Where two of them begin or end alike, a line of the one beside it may be taken for one of the run.
    """
    begins = (_begins_row, _begins_section)
    return next((shift for one in begins if (shift := _moved_to(lines, keys, start, end, one))), 0)


def _moved_to(
    lines: Sequence[Line], keys: Sequence[str], start: int, end: int, begins: Callable[[Sequence[Line], int], bool]
) -> int:
    for step in (1, -1):
        beside = min(step, 0)  # the line that leaves the run, or comes to it, before it moves on
        for size in range(end - start):
            first, behind = start + step * size, end + step * size
            if begins(lines, first) and begins(lines, behind):
                return step * size
            one, other = first + beside, behind + beside
            if one < 0 or other >= len(lines) or keys[one] != keys[other]:
                break
    return 0


def _begins_row(lines: Sequence[Line], place: int) -> bool:
    rows = [lines[n].row if 0 <= n < len(lines) else 0 for n in (place - 1, place)]
    return rows[0] != rows[1]


def _begins_section(lines: Sequence[Line], place: int) -> bool:
    return place == len(lines) or (0 <= place < len(lines) and lines[place].form.startswith("heading"))


def _key(line: Line) -> str:
    """Return what a line is compared by: its words with look and addresses, what its marks lead to, and its form."""
    marks = [key_of(piece) for piece in line.pieces if piece.kind != "text"] if MARK in line.text else ()
    if is_plain(line):  # as most are
        return "\0".join((line.text, "", line.form, *marks))
    stream = stream_of((line,))
    looks = ""
    if stream.looks.strip():  # a space has none that anybody sees
        pairs = zip(stream.looks, stream.text, strict=True)
        looks = "".join(" " if char.isspace() else look for look, char in pairs)
    links = (f"{one.start}-{one.end} {one.key}" for one in stream.links)
    return "\0".join((line.text, looks, line.form, *links, *marks))


def _gap(base: Sequence[Line], edited: Sequence[Line], old: range, new: range) -> Iterator[Cluster]:
    groups = [_Group(old.start - 1)]
    for a, b, is_compared in pairs(base, edited, old, new):
        if not is_compared:
            groups.append(_alone(groups[-1], a, b))
        elif a is not None and b is not None:
            groups.append(_with_parts_above(groups, _Group(a - 1, [a], [b]), base, edited))
        elif b is not None:
            _add_edited(groups, b, base, edited)
        elif a is not None:
            _add_base(groups, a, base, edited)
    for group in groups:
        if group.base or group.edited:
            yield Cluster(tuple(group.base), tuple(group.edited), group.before, group.is_compared)


@dataclass(slots=True)
class _Group:
    before: int
    base: list[int] = field(default_factory=list)
    edited: list[int] = field(default_factory=list)
    is_compared: bool = True


def _alone(last: _Group, a: int | None, b: int | None) -> _Group:
    if a is not None:
        return _Group(a - 1, [a], [], is_compared=False)
    return _Group((last.base or [last.before])[-1], [], [] if b is None else [b], is_compared=False)


def _with_parts_above(groups: list[_Group], pair: _Group, base: Sequence[Line], edited: Sequence[Line]) -> _Group:
    """Take the lines just above a pair into it where they are parts of it: the first part of one that was split."""
    above = groups[-1]
    if not above.is_compared:
        return pair
    while not above.base and above.edited and _grows(base, edited, pair, [], above.edited[-1:]):
        pair.edited.insert(0, above.edited.pop())
    while not above.edited and above.base and _grows(base, edited, pair, above.base[-1:], []):
        pair.base.insert(0, above.base.pop())
        pair.before -= 1
    return pair


def _add_edited(groups: list[_Group], b: int, base: Sequence[Line], edited: Sequence[Line]) -> None:
    """Put a further line to the one above where it is a part of it, else stand it by itself."""
    last = groups[-1]
    if (last.base and last.edited and _grows(base, edited, last, [], [b])) or (
        not last.base and last.edited and last.is_compared
    ):
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
    if not group.is_compared:
        return False
    all_old, all_new = sorted([*group.base, *old]), sorted([*group.edited, *new])
    if len({base[n].cell for n in all_old}) > 1 or len({edited[n].cell for n in all_new}) > 1:
        return False
    now = likeness(words_of(base, group.base), words_of(edited, group.edited))
    return likeness(words_of(base, all_old), words_of(edited, all_new)) > now
