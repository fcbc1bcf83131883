"""Which rows of tables stand still, so that a cell without its words was emptied and did not go with its row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probata.pull.compare import Cluster
from probata.word.word_text import Line, WordText

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
    """Return the lines that are equal or one that was changed."""
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
