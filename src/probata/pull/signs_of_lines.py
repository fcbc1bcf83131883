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
