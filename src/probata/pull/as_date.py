"""A date that was written anew, taken as it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probata.document.printed import PrintedLine
from probata.model.dates import parse_when
from probata.pull.change import Change, applied
from probata.pull.fields import FieldText
from probata.pull.taken import Taken
from probata.workbook.said_dates import as_recorded


def as_date(change: Change, texts: Sequence[FieldText], lines: Sequence[PrintedLine]) -> Taken | None:
    """Return a date that was written anew, as it is said; `None` where it is none, or printed with other words."""
    dates = [text for text in texts if text.form == "date"]
    said = "" if len(change.lines) != 1 else _said(change, lines[change.lines[0]])
    if len(dates) != 1 or not said or not _is_date(said) or change.base.text == change.after.text:
        return None
    return Taken(dates[0], value=said, place=change.lines[0])


def _is_date(said: str) -> bool:
    recorded = as_recorded(said)
    try:
        parse_when(recorded)
    except ValueError:
        return False
    return recorded != said


def _said(change: Change, line: PrintedLine) -> str:
    """Return what the words of the field say after the change; nothing where some of it is outside of them."""
    place = 0
    for stretch in line.stretches:
        start, end = place, place + len(stretch.text)
        place = end
        inside = [edit for edit in change.edits if start <= edit.start and edit.end <= end]
        if stretch.origin == change.origin and stretch.inline is None and len(inside) == len(change.edits):
            moved = tuple(replace(edit, start=edit.start - start, end=edit.end - start) for edit in inside)
            return applied(change.base.part(start, end), moved).text.strip()
    return ""
