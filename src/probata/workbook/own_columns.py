"""Columns of the user's own on a sheet of records: they are not read, and nothing in them is a fault.

Everybody puts a column of their own beside the records sooner or later: whom to ask, what was checked. One whose
heading stands in brackets is skipped; any other is told once, since it may be a field under another name. Where the
sheet lacks a column that keeps something from readers, such as `Consent required`, it is a fault until it is in
brackets: it may be that column. A heading that is nearly that of a field is read as one, and found there as a fault
with the field that is meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

from probata.diagnostics import Diagnostic, Severity, Span
from probata.model.kinds import KIND_BY_KEY, KINDS
from probata.model.near_fields import field_meant
from probata.model.record import IsSafeguard
from probata.source.xlsx_reader import Sheet
from probata.workbook.heading_row import place_of_headings
from probata.workbook.headings import heading_of, is_literal, path_of, whole_heading
from probata.workbook.sheets import SheetForm

NOTE: Final = "note"
_IN_BRACKETS: Final = re.compile(r"\s*(?:\(.*\)|\[.*\])\s*", re.DOTALL)
_SHOWN: Final = 5
"""Headings that are named as the nearest."""


def is_skipped(heading: str) -> bool:
    """Tell whether a heading stands in brackets as a whole; `Title (fr)` does not."""
    return bool(_IN_BRACKETS.fullmatch(heading))


def is_own(heading: str, form: SheetForm) -> bool:
    """Tell whether a heading, in any case, is none of the sheet and is near to none."""
    if is_skipped(heading):
        return True
    if not heading.strip() or form.knows(heading) or is_literal(heading):
        return False
    *holder, last = path_of(whole_heading(heading))
    within = form.shape.at(tuple(holder))
    fields = list((within.items or within).fields)
    kinds = frozenset(kind.key for kind in KINDS)
    return not fields or not field_meant(last, fields, kinds)


def own_column(heading: str, place: Span, form: SheetForm, read: Collection[str]) -> Diagnostic:
    """Return the finding for a column, or a row of the case, that is not read; `place` is that of its heading.

    `read` are the headings of the sheet that are.
    """
    words = " ".join(heading.split())
    what = "row" if form.is_upright else "column"
    message = f"the {what} `{words}` is not read: nothing in the sheet `{form.name}` is called so"
    remarks = f"move remarks to `{heading_of((NOTE,))}`; " if NOTE in form.shape.fields else ""
    help = (f"{remarks}put the heading in brackets, `({words})`, if it is for you alone; "
            f"the nearest headings here are {_nearest(words, form)}")  # fmt: skip
    if lacking := [f"`{one}`" for one in safeguards(form) if one not in read]:
        message = f"{message}, and it may be {' or '.join(lacking)}, which the sheet lacks"
    return Diagnostic(
        "SRC187", "column-not-read", Severity.ERROR if lacking else Severity.WARNING, message, place, help
    )


def safeguards(form: SheetForm) -> list[str]:
    """Return the headings of the fields of a record that keep something from readers, or say what it rests on."""
    if form.steps or form.kind not in KIND_BY_KEY:
        return []
    fields = KIND_BY_KEY[form.kind].record.model_fields
    return [
        heading_of((key,))
        for key, field in fields.items()
        if any(isinstance(one, IsSafeguard) for one in field.metadata)
    ]


def _nearest(words: str, form: SheetForm) -> str:
    names = [heading_of((key,)) for key, shape in form.shape.fields.items() if not (shape.items and shape.items.fields)]
    near = sorted(names, key=lambda name: -SequenceMatcher(None, words.casefold(), name.casefold()).ratio())
    return ", ".join(f"`{name}`" for name in near[:_SHOWN])


def columns_left(sheet: Sheet, form: SheetForm) -> Iterator[str]:
    """Give the headings of a sheet below which something stands that is not read."""
    if form.is_upright:
        yield from (row[0] for number, row in sheet.rows if not form.is_above(number, row[0]) and is_own(row[0], form)
                    and any(cell.strip() for cell in row[1:]))  # fmt: skip
        return
    rows = sheet.rows[place_of_headings(sheet.rows, form.knows) :]
    for place, heading in enumerate(rows[0][1]) if rows else ():
        if is_own(heading, form) and _holds((row for _, row in rows[1:]), place):
            yield heading


def _holds(rows: Iterable[tuple[str, ...]], place: int) -> bool:
    return any(place < len(row) and row[place].strip() for row in rows)
