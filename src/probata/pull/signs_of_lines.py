"""What Markdown has before the words of a line: the sign of an entry or a heading, or braces that say a kind.

None of it is printed as it is written: numbers of entries are those of print (CommonMark 0.31, 4.2 and 5.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

ENTRY: Final = re.compile(r"^(?P<indent>\s*)(?P<mark>[-*+]|\d+[.)])(?P<space>\s+)")
"""The sign before an entry of a list."""
_OTHER: Final = re.compile(r"^(?:[ \t]*#{1,6}[ \t]|\{[^{}\n]*\}[ \t]*$)")
_ALL_BEFORE: Final = re.compile(r"(?:[ \t]*(?:>|(?:[-*+]|\d+[.)])(?=[ \t])))*[ \t]*(?:#{1,6}[ \t]+)?")
"""All that may stand before the words of a line: the signs of quotations and entries, then that of a heading."""
_MAY_INTERRUPT: Final = frozenset({"-", "*", "+", "1.", "1)"})
"""The signs that begin a list inside a paragraph; another number at the beginning of a line is a word of it (5.3)."""


def sign_before(written: str, start: int) -> int:
    """Return where the signs begin that stand before a place of a line; the place itself where words are before it."""
    begin = written.rfind("\n", 0, start) + 1
    return begin if _ALL_BEFORE.fullmatch(written[begin:start]) else start


def signs_of_lines(written: str) -> Iterator[tuple[int, int]]:
    """Give the characters from which to before which each sign stands, in their order."""
    place, is_list, is_paragraph = 0, False, False
    for line in written.splitlines(keepends=True):
        text = line.rstrip("\n")
        entry = ENTRY.match(text)
        if entry and (is_list or not is_paragraph or entry["mark"] in _MAY_INTERRUPT):
            is_list = True
            yield place, place + entry.end("mark")
        elif other := _OTHER.match(text):
            yield place, place + other.end()
        is_paragraph = bool(text.strip())
        is_list = is_list and is_paragraph
        place += len(line)
