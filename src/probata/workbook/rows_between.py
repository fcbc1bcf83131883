"""Rows between records that are none: the heading of a group, a total below, the headings of a table that was pasted.

Everybody puts such rows between theirs. One whose id stands in brackets, `(Witnesses)`, is skipped, as a column whose
heading does. The others are told once, each as what it seems to be, and are not taken for records: a person called "7"
would be printed. What may be a record that somebody began, an id alone, is read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from probata.diagnostics import Diagnostic, Severity, Span
from probata.model.record import ID_FORM
from probata.source.xlsx_cell import NO_RESULT
from probata.source.xlsx_reader import Sheet
from probata.workbook.bare_id import bare_id
from probata.workbook.heading_row import place_of_headings
from probata.workbook.own_columns import is_own, is_skipped
from probata.workbook.sheets import SheetForm

Filled = Sequence[tuple[str, str]]
"""The cells of a row that hold something, each with its heading; those of columns of the user's own are none."""
ROW_NOT_READ: Final = "row-not-read"
"""Name of the finding for such a row."""
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
_IN_BRACKETS_HELP: Final = "put what stands under `Id` in brackets, `({})`, or delete the row; a record needs an id"


def is_own_row(filled: Filled, form: SheetForm) -> bool:
    """Tell whether a row of a sheet of records is the user's own: what stands under `Id` is in brackets."""
    return _is_of_records(form) and any(heading == _ID and is_skipped(text) for heading, text in filled)


def row_between(filled: Filled, form: SheetForm, place: Span) -> Diagnostic | None:
    """Return the finding for a row that is no record, at its first cell; nothing where it may be one."""
    if not filled or not _is_of_records(form):
        return None
    first = " ".join(filled[0][1].split())
    shown = f"{first[:_SHOWN]}{'…' if len(first) > _SHOWN else ''}"
    if _is_title(filled):
        message = f"the row is not read: it holds `{shown}` alone, as the heading of a group does"
    elif is_total([text for _, text in filled]):
        message = f"the row is not read: it begins with `{shown}` and has numbers alone, as a total does"
    elif _is_heading_row(filled, form):
        message = (
            f"the row is not read: it has headings of the sheet, `{shown}` and {len(filled) - 1} more, in its cells"
        )
        help = "delete it, and put the cells of the rows below under the headings of row 1"
        return Diagnostic("SRC188", ROW_NOT_READ, Severity.WARNING, message, place, help)
    else:
        return None
    return Diagnostic("SRC188", ROW_NOT_READ, Severity.WARNING, message, place, _IN_BRACKETS_HELP.format(shown))


def own_rows(sheet: Sheet, form: SheetForm) -> Iterator[str]:
    """Give what stands under `Id` in the rows of a sheet that are the user's own."""
    rows = sheet.rows[place_of_headings(sheet.rows, form.knows) :] if _is_of_records(form) else []
    ids = (
        [place for place, heading in enumerate(rows[0][1]) if heading.strip().casefold() == _ID.casefold()]
        if rows
        else []
    )
    for _, cells in rows[1:]:
        yield from (cells[place].strip() for place in ids[:1] if place < len(cells) and is_skipped(cells[place]))


def is_total(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a row that hold something are a word for a total, and numbers."""
    first, *others = texts
    return (
        bool(others)
        and bare_id(first).rstrip(" :").casefold() in _TOTALS
        and all(text == NO_RESULT or _COUNTED.fullmatch(text.strip()) for text in others)
    )


def _is_of_records(form: SheetForm) -> bool:
    return not form.steps and not form.is_upright


def _is_title(filled: Filled) -> bool:
    """Tell whether a row holds one cell alone, and no id; what stands there under another heading may be a record."""
    (heading, text), *others = filled
    return not others and heading == _ID and not re.fullmatch(ID_FORM, bare_id(text))


def _is_heading_row(filled: Filled, form: SheetForm) -> bool:
    texts = [text.strip() for _, text in filled]
    return len(texts) >= _LEAST_HEADINGS and all(form.knows(text) and not is_own(text, form) for text in texts)
