"""The numbers that entries of a list are written with, in their order after one came or went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from probata.pull.signs_of_lines import signs_of_lines
from probata.source.text_change import Edit, edited

_ENTRY: Final = re.compile(r"^(?P<indent>[ \t]*)(?P<number>\d{1,9})(?P<stop>[.)])(?=[ \t])", re.MULTILINE)
_BEGINS: Final = re.compile(r"^\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Sign:
    start: int
    end: int
    number: int


def with_numbers_in_order(written: str, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits of a written text, with which the entries of each list that they change count on from its first.

    `edits` are in their order; where one overlaps another, nothing is done. Print counts by itself: this is for whoever
    reads the records. A list whose numbers did not count before, as where each is `1.`, stays as it is written.
    """
    if any(one.end > other.start for one, other in pairwise(edits)):
        return list(edits)
    if _numbers(written) == _numbers(edited(written, edits)):
        return list(edits)
    was = {run[0].start: run for run in _runs(written)}
    if not all(_counts(run) for run in was.values()):
        return list(edits)
    now = edited(written, edits)
    firsts = [run[0].number for run in was.values()]
    wanted = [(one, _first(run, firsts) + n) for run in _runs(now) for n, one in enumerate(run)]
    new = [Edit(one.start, one.end, str(number)) for one, number in wanted if one.number != number]
    return list(_both(written, edits, new))


def _both(written: str, edits: Sequence[Edit], numbers: Sequence[Edit]) -> Iterator[Edit]:
    """Give edits of a text together with those of what it is after them."""
    shift = place = 0
    for edit in [*edits, Edit(len(written), len(written), "")]:
        start = edit.start + shift
        while place < len(numbers) and numbers[place].end <= start:
            one = numbers[place]
            yield Edit(one.start - shift, one.end - shift, one.words)
            place += 1
        inside = [
            Edit(one.start - start, one.end - start, one.words)
            for one in numbers[place:]
            if one.start < start + len(edit.words)
        ]
        place += len(inside)
        if edit.words or edit.end > edit.start:
            yield Edit(edit.start, edit.end, edited(edit.words, inside))
        shift += len(edit.words) - (edit.end - edit.start)


def _numbers(text: str) -> list[str]:
    return [found["number"] for found in _entries(text)]


def _entries(text: str) -> list[re.Match[str]]:
    """Return the numbered entries; a year that begins a line of a paragraph, “2015.”, is none of them."""
    ends = {end for _, end in signs_of_lines(text)}
    return [found for found in _ENTRY.finditer(text) if found.end() in ends]


def _runs(text: str) -> list[list[_Sign]]:
    """Return the numbers of each list; what stands at the margin between two entries ends one."""
    found = _entries(text)
    runs: list[list[_Sign]] = []
    for before, match in zip([None, *found], found, strict=False):
        sign = _Sign(*match.span("number"), int(match["number"]))
        is_same = before is not None and (before["indent"], before["stop"]) == (match["indent"], match["stop"])
        lines = text[before.end() : match.start()].split("\n")[1:-1] if before else []
        is_apart = any(a == "" and _BEGINS.match(line) for a, line in pairwise(lines))
        if runs and is_same and not is_apart:
            runs[-1].append(sign)
        else:
            runs.append([sign])
    return runs


def _first(run: Sequence[_Sign], before: Sequence[int]) -> int:
    """Return the number from which a list counts: where its first entry went, that of the only list there was."""
    return before[0] if len(before) == 1 and run[0].number == before[0] + 1 else run[0].number


def _counts(run: Sequence[_Sign]) -> bool:
    return all(other.number == one.number + 1 for one, other in pairwise(run))
