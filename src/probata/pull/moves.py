"""What was left out in one place and stands in another: lines, rows and tables that were moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from probata.pull.compare import ALIKE, LARGEST, Cluster, likeness
from probata.word.word_text import Line, WordText

MOVED: Final = 4
"""Words from which a line that is left out here and stands elsewhere was moved; shorter ones may be two."""


def moved_lines(base: Sequence[Line], edited: Sequence[Line], clusters: Sequence[Cluster]) -> dict[int, int]:
    """Return which line of the made document each line is that was moved, those changed besides among them.

    Whole rows are known by their words, other lines by their content control, by their words, or by likeness.
    """
    gone = [n for cluster in clusters if not cluster.edited for n in cluster.base]
    come = [n for cluster in clusters if not cluster.base for n in cluster.edited]
    moved: dict[int, int] = {}
    old, new = _whole_rows(base, gone), _whole_rows(edited, come)
    for a, b in _alike([_words(base, row) for row in old], [_words(edited, row) for row in new]):
        moved |= dict(zip(new[b], old[a], strict=True))
    for key in (_by_control, _by_words):
        gone, come = _left(gone, come, moved)
        found = _alike([key(base[n]) for n in gone], [key(edited[n]) for n in come])
        moved |= {come[b]: gone[a] for a, b in found}
    gone, come = _left(gone, come, moved)
    moved |= _by_likeness(base, edited, gone, come)
    return moved | _adjacent(base, edited, *_left(gone, come, moved), moved)


def released(base: Sequence[Line], edited: Sequence[Line], clusters: Sequence[Cluster]) -> Iterator[Cluster]:
    """Give the clusters; a line that took the place of an unlike one is parted from it where that stands elsewhere."""
    gone = [base[n] for cluster in clusters if not cluster.edited for n in cluster.base]
    come = [edited[n] for cluster in clusters if not cluster.base for n in cluster.edited]
    left, added = ({key(line) for line in lines for key in (_by_control, _by_words)} for lines in (gone, come))
    for cluster in clusters:
        if len(cluster.base) == len(cluster.edited) == 1:
            old, new = base[cluster.base[0]], edited[cluster.edited[0]]
            is_one = (old.tag and old.tag == new.tag) or likeness(old.text.split(), new.text.split()) >= ALIKE
            keys = {_by_control(old), _by_words(old)} & added | {_by_control(new), _by_words(new)} & left
            if not is_one and keys - {None}:
                yield Cluster(cluster.base, (), cluster.before)
                yield Cluster((), cluster.edited, cluster.base[0], is_compared=False)
                continue
        yield cluster


def parted(clusters: Sequence[Cluster], moved: Mapping[int, int]) -> Iterator[Cluster]:
    """Give the clusters without what is left out because it was moved, and what was moved apart from what was added.

    Lines that were added below what was moved have no line above them to which they belong.
    """
    gone = set(moved.values())
    for cluster in clusters:
        if cluster.base and (cluster.edited or not gone.issuperset(cluster.base)):
            yield cluster
        elif not cluster.base:
            runs = groupby(cluster.edited, key=moved.__contains__)
            for number, (_, run) in enumerate(runs):
                yield Cluster((), tuple(run), cluster.before, cluster.is_compared and not number)


def _alike(gone: Sequence[Hashable], come: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the places of what has one key, in order; what has none is left."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for place in reversed(range(len(gone))):
        waiting[gone[place]].append(place)
    return [(waiting[key].pop(), place) for place, key in enumerate(come) if key and waiting[key]]


def _by_control(line: Line) -> Hashable:
    return (line.tag, bool(line.cell)) if line.tag else None


def _by_words(line: Line) -> Hashable:
    return (line.text, bool(line.cell)) if len(line.text.split()) >= MOVED else None


def _whole_rows(lines: Sequence[Line], places: Sequence[int]) -> list[tuple[int, ...]]:
    rows: dict[int, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        rows[line.row].append(n)
    among = set(places)
    return [tuple(row) for number, row in rows.items() if number and among.issuperset(row)]


def _words(lines: Sequence[Line], row: Sequence[int]) -> Hashable:
    return tuple((lines[n].column, lines[n].text) for n in row)


def _left(gone: Sequence[int], come: Sequence[int], moved: Mapping[int, int]) -> tuple[list[int], list[int]]:
    known = set(moved.values())
    return [n for n in gone if n not in known], [n for n in come if n not in moved]


def _by_likeness(
    base: Sequence[Line], edited: Sequence[Line], gone: Sequence[int], come: Sequence[int]
) -> dict[int, int]:
    """Return the lines of which most words are equal, the likest first; of very many lines none."""
    if len(gone) * len(come) > LARGEST**2:
        return {}
    found: list[tuple[float, int, int]] = []
    for a in gone:
        for b in come:
            words, others = base[a].text.split(), edited[b].text.split()
            is_long = min(len(words), len(others)) >= MOVED and bool(base[a].cell) == bool(edited[b].cell)
            if is_long and (alike := likeness(words, others)) >= ALIKE:
                found.append((-alike, a, b))
    moved: dict[int, int] = {}
    for _, a, b in sorted(found):
        if a not in moved.values() and b not in moved:
            moved[b] = a
    return moved


def _adjacent(
    base: Sequence[Line], edited: Sequence[Line], gone: Sequence[int], come: Sequence[int], moved: Mapping[int, int]
) -> dict[int, int]:
    """Return the other lines of rows of which a line was moved: what stands in the same column."""
    rows = {edited[b].row: base[a].row for b, a in moved.items() if edited[b].row}
    old = {(base[n].row, base[n].column): n for n in reversed(gone) if base[n].row}
    found: dict[int, int] = {}
    for n in come:
        place = (rows.get(edited[n].row, 0), edited[n].column)
        if place in old:
            found[n] = old.pop(place)
    return found


# Which rows of tables stand still, so that a cell without its words was emptied and did not go with its row.

Pair = tuple[int, int]


def rows_that_stand(base: WordText, edited: WordText, clusters: Sequence[Cluster]) -> frozenset[int]:
    """Return the rows of the made document that are one row of the edited one, each cell in its column.

    A row none of whose lines is known again is not among them, so that nothing is said of what it held.
    """
    there: dict[int, set[int]] = defaultdict(set)
    columns: set[Pair] = set()
    shifted: set[int] = set()
    for a, b in _known_again(base, edited, clusters):
        old, new = base.lines[a], edited.lines[b]
        if old.row:
            there[old.row].add(new.row)
            columns.add((old.row, old.column))
            shifted |= set() if new.row and new.column == old.column else {old.row}
    claimed = Counter(row for rows in there.values() for row in rows)
    standing = {
        old: next(iter(rows))
        for old, rows in there.items()
        if len(rows) == 1 and old not in shifted and claimed[next(iter(rows))] == 1
    }
    lost = {
        line.row
        for line in base.lines
        if line.row in standing
        and (line.row, line.column) not in columns
        and (standing[line.row], line.column) not in edited.empty
    }
    return frozenset(standing) - lost


def whole_rows(clusters: Sequence[Cluster], base: Sequence[Line], standing: frozenset[int]) -> Iterator[Cluster]:
    """Give the clusters, those of rows that went and stood one below the other as one."""
    last: Cluster | None = None
    for cluster in clusters:
        rows = set() if cluster.edited else {base[n].row for n in cluster.base}
        is_gone = bool(rows) and 0 not in rows and not rows & standing
        if last and is_gone and last.base[-1] + 1 == cluster.base[0]:
            last = replace(last, base=(*last.base, *cluster.base))
            continue
        if last:
            yield last
        last = cluster if is_gone else None
        if not is_gone:
            yield cluster
    if last:
        yield last


def _known_again(base: WordText, edited: WordText, clusters: Sequence[Cluster]) -> list[Pair]:
    changed = ((a, b) for cluster in clusters for a in cluster.base for b in cluster.edited)
    return [*equal_lines(base, edited, clusters), *changed]


def equal_lines(base: WordText, edited: WordText, clusters: Sequence[Cluster]) -> Iterator[Pair]:
    """Give the lines that are in no cluster, each with the one that it is equal to."""
    old = {n for cluster in clusters for n in cluster.base}
    new = {n for cluster in clusters for n in cluster.edited}
    yield from zip(
        (n for n in range(len(base.lines)) if n not in old),
        (n for n in range(len(edited.lines)) if n not in new),
        strict=True,
    )
