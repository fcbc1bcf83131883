"""Rows between records that are none: the heading of a group, a total below, the headings of a table that was pasted.

Everybody puts such rows between theirs. One whose id stands in brackets, `(Witnesses)`, is skipped, and so is one of a
list that names its record so, as a column whose heading does. The others are told once, each as what it seems, and
are not taken for records: a person called "7" would be printed. An id alone may be a record that somebody began, and is
read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from probata.diagnostics import Diagnostic, Severity, Span
from probata.model.record import ID_FORM
from probata.source.xlsx_cell import NO_RESULT
from probata.source.xlsx_reader import Sheet
from probata.workbook.bare_id import bare_id
from probata.workbook.heading_row import place_of_headings
from probata.workbook.headings import canonical
from probata.workbook.own_columns import is_own, is_skipped
from probata.workbook.sheets import SheetForm

Filled = Sequence[tuple[str, str]]
"""The cells of a row that hold something, each with its heading; those of columns of the user's own are none."""
_ID: Final = "Id"
_SHOWN: Final = 40
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
    shown = f"{first[:_SHOWN]}{'…' if len(first) > _SHOWN else ''}"
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
