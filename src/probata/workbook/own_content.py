"""What on a sheet of records is the user's own and no record: columns, headings of groups, totals, pasted headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final

from probata.diagnostics import Diagnostic, Severity, Span
from probata.model.explain_fault import field_meant
from probata.model.kinds import KIND_BY_KEY, KINDS
from probata.model.record import ID_FORM, OF_LEVELS, IsSafeguard
from probata.source.xlsx_reader import NO_RESULT, Sheet
from probata.workbook.cells import bare_id
from probata.workbook.headings import canonical, heading_of, is_literal, path_of, place_of_headings, whole_heading
from probata.workbook.shape import Shape
from probata.workbook.sheets import SheetForm

# Columns of the user's own on a sheet of records: they are not read, and nothing in them is a fault.
# Everybody puts a column of their own beside the records sooner or later: whom to ask, what was checked. One whose
# heading stands in brackets is skipped; any other is told once, since it may be a field under another name. Where the
# sheet lacks a column that keeps something from readers, such as `Consent required`, it is a fault until it is in
# brackets: it may be that column. A heading that is nearly that of a field is read as one, and found there as a fault
# with the field that is meant.

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
    usual = {heading_of((key,)) for key in OF_LEVELS}  # any sheet may lack them; a word near to one is not told here
    if lacking := [f"`{one}`" for one in safeguards(form) if one not in read and one not in usual]:
        message = f"{message}, and it may be {' or '.join(lacking)}, which the sheet lacks"
    return Diagnostic(
        "SRC187", "column-not-read", Severity.ERROR if lacking else Severity.WARNING, message, place, help
    )


def safeguards(form: SheetForm) -> list[str]:
    """Return the headings of the fields of a record that keep something from readers, or say what it rests on.

    A list with a sheet of its own is none: where that sheet is missing, nothing is recorded.
    """
    if form.steps or form.kind not in KIND_BY_KEY:
        return []
    fields = KIND_BY_KEY[form.kind].record.model_fields
    return [
        heading_of((key,))
        for key, field in fields.items()
        if any(isinstance(one, IsSafeguard) for one in field.metadata) and not _has_sheet(form.shape.fields.get(key))
    ]


def _has_sheet(shape: Shape | None) -> bool:
    return bool(shape and shape.items and shape.items.fields)


def _nearest(words: str, form: SheetForm) -> str:
    names = [heading_of((key,)) for key, shape in form.shape.fields.items() if not _has_sheet(shape)]
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


# Rows between records that are none: the heading of a group, a total below, the headings of a table that was pasted.
# Everybody puts such rows between theirs. One whose id stands in brackets, `(Witnesses)`, is skipped, and so is one of
# a list that names its record so, as a column whose heading does. The others are told once, each as what it seems, and
# are not taken for records: a person called "7" would be printed. An id alone may be a record that somebody began, and
# is read as one.

Filled = Sequence[tuple[str, str]]
"""The cells of a row that hold something, each with its heading; those of columns of the user's own are none."""
_ID: Final = "Id"
_LETTERS_SHOWN: Final = 40
"""Letters of a cell that a message quotes."""
_LEAST_HEADINGS: Final = 2
_TOTALS: Final = frozenset((
    "total", "totals", "grand total", "subtotal", "sub-total", "sum", "count", "number",
    "total général", "sous-total", "somme", "nombre", "total general", "suma", "número",
))  # fmt: skip
"""Words before the sum of a list, in the languages in which tables are read."""
_COUNTED: Final = re.compile(r"[-+]?\d[\d., \u00a0\u202f]*%?")
_IN_BRACKETS_HELP: Final = "put it in brackets, `({})`, where the row is for you alone, or delete it"


def is_own_row(filled: Filled, form: SheetForm) -> bool:
    """Tell whether a row is the user's own: its id, what it belongs to, or all that it holds stands in brackets."""
    if form.is_upright:
        return False
    key = _key(form)
    return any(is_skipped(text) and (heading == key or len(filled) == 1) for heading, text in filled)


def row_between(filled: Filled, form: SheetForm, place: Span) -> Diagnostic | None:
    """Return the finding for a row that is no record or entry, at its first cell; nothing where it may be one.

    A cell alone beside the ids may be a record that somebody began: that is a fault, and one alone.
    """
    if not filled or form.is_upright:
        return None
    first = " ".join(filled[0][1].split())
    shown = f"{first[:_LETTERS_SHOWN]}{'…' if len(first) > _LETTERS_SHOWN else ''}"
    severity, help = Severity.WARNING, _IN_BRACKETS_HELP.format(shown)
    if _is_title(filled, form):
        message = f"the row is not read: it holds `{shown}` alone, as the heading of a group does"
        severity = severity if filled[0][0] == _key(form) else Severity.ERROR
        help += "" if form.holders else "; a record needs an id"
    elif is_total([text for _, text in filled]):
        message = f"the row is not read: it begins with `{shown}` and has numbers alone, as a total does"
    elif _is_heading_row(filled, form):
        message = (
            f"the row is not read: it has headings of the sheet, `{shown}` and {len(filled) - 1} more, in its cells"
        )
        help = "delete it, and put the cells of the rows below under the headings of row 1"
    else:
        return None
    return Diagnostic("SRC188", "row-not-read", severity, message, place, help)


def own_rows(sheet: Sheet, form: SheetForm) -> Iterator[str]:
    """Give the first cell of each row of a sheet that is the user's own."""
    rows = [] if form.is_upright else sheet.rows[place_of_headings(sheet.rows, form.knows) :]
    headings = [canonical(heading, form.special) for heading in rows[0][1]] if rows else []
    for _, cells in rows[1:]:
        filled = [
            (heading, cell)
            for heading, cell in zip_longest(headings, cells, fillvalue="")
            if cell.strip() and not is_own(heading, form)
        ]
        yield from (filled[0][1].strip(),) if is_own_row(filled, form) else ()


def is_total(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a row that hold something are a word for a total, and numbers."""
    first, *others = texts
    return (
        bool(others)
        and bare_id(first).rstrip(" :").casefold() in _TOTALS
        and all(text == NO_RESULT or _COUNTED.fullmatch(text.strip()) for text in others)
    )


def _key(form: SheetForm) -> str:
    """Return the heading under which a row has its id, or names the record that it belongs to; some have neither."""
    return form.holders[0] if form.holders else _ID if "id" in form.shape.fields else ""


def _is_title(filled: Filled, form: SheetForm) -> bool:
    """Tell whether a row holds one cell alone, which is no id, or is one of a record that has none."""
    (heading, text), *others = filled
    if others or not heading or not (key := _key(form)):
        return False  # a cell without a heading is told as one
    return not re.fullmatch(ID_FORM, bare_id(text)) if heading == key else not form.holders


def _is_heading_row(filled: Filled, form: SheetForm) -> bool:
    texts = [text.strip() for _, text in filled]
    return len(texts) >= _LEAST_HEADINGS and all(form.knows(text) and not is_own(text, form) for text in texts)
