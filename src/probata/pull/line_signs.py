"""The signs of Markdown at the beginning of a line: of an entry, a heading, a kind; and words that look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from probata.source.change_yaml import Edit, edited

# What Markdown has before the words of a line: the sign of an entry or a heading, or braces that say a kind.
# None of it is printed as it is written: numbers of entries are those of print (CommonMark 0.31, 4.2 and 5.2).

ENTRY: Final = re.compile(r"^(?P<indent>\s*)(?P<mark>[-*+]|\d+[.)])(?P<space>\s+)")
"""The sign before an entry of a list."""
_OTHER: Final = re.compile(r"^(?:[ \t]*#{1,6}[ \t]|\{[^{}\n]*\}[ \t]*$)")
_ALL_BEFORE: Final = re.compile(r"(?:[ \t]*(?:>|(?:[-*+]|\d+[.)])(?=[ \t])))*[ \t]*(?:#{1,6}[ \t]+)?")
"""All that may stand before the words of a line: the signs of quotations and entries, then that of a heading."""
_MAY_INTERRUPT: Final = frozenset({"-", "*", "+", "1.", "1)"})
"""The signs that begin a list inside a paragraph; another number at the beginning of a line is a word of it (5.3)."""
_TAB: Final = 4
"""To how many columns a tab leads (2.2)."""


def sign_before(written: str, start: int) -> int:
    """Return where the signs begin that stand before a place of a line; the place itself where words are before it."""
    begin = written.rfind("\n", 0, start) + 1
    return begin if _ALL_BEFORE.fullmatch(written[begin:start]) else start


def signs_of_lines(written: str) -> Iterator[tuple[int, int]]:
    """Give the characters from which to before which each sign stands, in their order.

    Lines that are as far indented as the words of the entry above go on with its paragraph (5.2); so a year at the
    beginning of a line, “2015.”, is a word of it.
    """
    place, words_of_entry, is_paragraph = 0, 0, False
    for line in written.splitlines(keepends=True):
        text = line.rstrip("\n")
        entry, indent = ENTRY.match(text), _columns(text[: len(text) - len(text.lstrip())])
        goes_on = is_paragraph and indent >= words_of_entry
        if entry and (not goes_on or entry["mark"] in _MAY_INTERRUPT):
            words_of_entry = _columns(text[: entry.end()])
            yield place, place + entry.end("mark")
        elif other := _OTHER.match(text):
            yield place, place + other.end()
        elif text.strip() and not is_paragraph:
            words_of_entry = min(indent, words_of_entry)
        is_paragraph = bool(text.strip())
        place += len(line)


def _columns(before: str) -> int:
    return len(before.expandtabs(_TAB))


# What a change leaves at the beginning of a line of Markdown, where words may look like the sign of a block.

_SIGN: Final = re.compile(r"\s*(?:\d{1,9}(?=[.)](?:\s|$))|(?=[-+*](?:\s|$)|#{1,6}(?:\s|$)|:::|>))")
"""What begins an entry, a heading, a box or a quotation (CommonMark 0.31, 4.2, 5.1, 5.2), up to where it is escaped."""


@dataclass(frozen=True, slots=True)
class Written:
    """A stretch of a written text, in characters, and what shall stand there."""

    start: int
    end: int
    new: str


def without_new_signs(written: str, change: Written) -> Written:
    """Return a change of a text after which no line of it begins with a sign that is made of words.

    “Second here.” that becomes “1.” is no entry of a list, nor is what stays of “Room - 5” without its first word. A
    sign that the change itself brings whole was meant.
    """
    above, _, last = change.new.rpartition("\n")
    before = "" if "\n" in change.new else written[: change.start].rpartition("\n")[2]
    entry = ENTRY.match(before)
    before = before[entry.end() :] if entry else before
    rest = written[change.end :].partition("\n")[0]
    if not (before + last).strip() and not written[: change.end].rpartition("\n")[2].strip():
        return change  # whole lines went: what the next one begins with, it began with before
    sign = _SIGN.match(before + last + rest)
    place = sign.end() - len(before) if sign else -1
    if place < 0 or (not before.strip() and place < len(last)):
        return change
    if place <= len(last):
        last = f"{last[:place]}\\{last[place:]}"
        end = change.end
    else:
        end = change.end + place - len(last)
        last = f"{last}{written[change.end : end]}\\"
    return Written(change.start, end, f"{above}\n{last}" if "\n" in change.new else last)


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
    if not all(all(other.number == one.number + 1 for one, other in pairwise(run)) for run in was.values()):
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
