"""What a change leaves at the beginning of a line of Markdown, where words may look like the sign of a block."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from probata.pull.signs_of_lines import ENTRY

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
