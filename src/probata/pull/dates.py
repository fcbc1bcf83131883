"""A date that was written anew, and the field that takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from probata.document.printed import PrintedLine
from probata.messages import load_wording
from probata.model.dates import is_when, parse_when
from probata.model.typed_dates import as_recorded
from probata.pull.change import Change, applied
from probata.pull.edits import Edit
from probata.pull.fields import FieldText
from probata.pull.stream import Stream
from probata.pull.taken import Taken
from probata.workbook.shape import shape_of

_BEHIND: Final = re.compile(r"(?<!\s)\s*\([^()]*\)\s*\Z")
"""What print puts behind a date in brackets, such as the day for which it is true."""


@dataclass(frozen=True, slots=True)
class _Found:
    text: FieldText
    start: int
    end: int


def as_date(change: Change, texts: Sequence[FieldText], lines: Sequence[PrintedLine], language: str) -> Taken | None:
    """Return a date that was written anew, as it is said; `None` where it is none, or no date of `texts` was changed.

    Print may put words round a date, as in `… (as of 12 October 2026)`: a change inside the date alone is one of it.
    """
    printed = None if len(change.lines) != 1 else _printed_field(change, lines[change.lines[0]])
    if printed is None or change.base.text == change.after.text:
        return None
    stream, edits = printed
    for date in _dates(stream, [text for text in texts if text.form == "date"], language):
        inside = [edit for edit in edits if date.start <= edit.start and edit.end <= date.end]
        if len(inside) == len(edits):
            moved = tuple(replace(one, start=one.start - date.start, end=one.end - date.start) for one in inside)
            said = applied(stream.part(date.start, date.end), moved).text.strip()
            if is_when(as_recorded(said)) and _is_other_date(said, date.text):
                return Taken(date.text, value=said, place=change.lines[0])
    return None


def _dates(stream: Stream, texts: Sequence[FieldText], language: str) -> Iterator[_Found]:
    """Give the dates that stand in what is printed, each where its words stand once.

    Where the field has one date, or is the time of a post, all that is printed may be that date, but for what stands
    behind it in brackets.
    """
    wording = load_wording(language)
    for text in texts:
        said = wording.when(parse_when(text.scalar.text)) if is_when(text.scalar.text) else ""
        if said and stream.text.count(said) == 1 and stream.text.strip() != said:
            start = stream.text.index(said)
            yield _Found(text, start, start + len(said))
    whole = texts if len(texts) == 1 else [text for text in texts if text.loc[-1] == "stated"]
    if len(whole) == 1:
        for end in dict.fromkeys((len(_BEHIND.sub("", stream.text)), len(stream.text))):
            yield _Found(whole[0], 0, end)


def _is_other_date(said: str, text: FieldText) -> bool:
    """Tell another date for a field from its own in other words, which print would not keep, and from a period."""
    one, other = (parse_when(date) if is_when(date) else None for date in map(as_recorded, (said, text.scalar.text)))
    keys = tuple(key for key in text.loc if isinstance(key, str))
    is_fit = one is None or not one.is_period or not shape_of(text.kind).at(keys).is_one_date
    return is_fit and (one is None or one != other)


def _printed_field(change: Change, line: PrintedLine) -> tuple[Stream, list[Edit]] | None:
    """Return what is printed of the field with the changes of it; `None` where some of them are outside of it."""
    place = 0
    for stretch in line.stretches:
        start, end = place, place + len(stretch.text)
        place = end
        inside = [edit for edit in change.edits if start <= edit.start and edit.end <= end]
        if stretch.origin == change.origin and stretch.inline is None and len(inside) == len(change.edits):
            moved = [replace(edit, start=edit.start - start, end=edit.end - start) for edit in inside]
            return change.base.part(start, end), moved
    return None
