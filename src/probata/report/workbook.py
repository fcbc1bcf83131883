"""The lists as one workbook. Text is written as text, so that nothing in it is a formula or a link."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from probata.report.lists import FORMULA, Cell, ListOf
from probata.report.state import State
from probata.workbook.write_workbook import literal

MARK = "Privileged and confidential. For those who prepare the case."
LONGEST = 32_000
"""Characters of a cell; the format takes 32,767."""
MOST_ROWS = 1_048_000
"""Rows of a sheet; the format takes 1,048,576."""
LARGEST = 10**15
"""A sheet keeps fifteen digits of a number; a longer one is written as text."""
WIDEST, NARROWEST = 60, 8
_NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001  # the format has no time zones
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True)
class Looks:
    """How cells look."""

    head: Format
    body: Format
    quoted: Format
    """Text that would be a formula if it were typed: kept as text when the cell is edited, too."""
    mark: Format


def to_xlsx(state: State, lists: Iterable[ListOf]) -> bytes:
    """Return the workbook, a sheet for each list; dated by the case, so that the same lists are the same bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    created = datetime.fromisoformat(state.created) if state.created else _NO_DAY
    book.set_properties({"title": f"{state.title}: report", "comments": MARK, "created": created})
    looks = Looks(
        book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        book.add_format({"text_wrap": True, "valign": "top"}),
        book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True}),
        book.add_format({"bold": True}),
    )
    names: set[str] = set()
    for rows in lists:
        _write(book.add_worksheet(_name(rows.id, names)), rows, looks)
    book.close()
    return out.getvalue()


def _name(wanted: str, taken: set[str]) -> str:
    """Return a name for a sheet: 31 characters at most, each once whatever its letters' size."""
    plain = _NOT_IN_A_NAME.sub("-", wanted)
    name, number = plain[:31], 2
    while name.casefold() in taken:
        name, number = f"{plain[:27]}-{number}", number + 1
    taken.add(name.casefold())
    return name


def _write(sheet: Worksheet, rows: ListOf, looks: Looks) -> None:
    sheet.write_string(0, 0, f"{MARK} {rows.title}.", looks.mark)
    for across, heading in enumerate(rows.columns):
        sheet.write_string(1, across, heading, looks.head)
    for down, row in enumerate(rows.rows[:MOST_ROWS], 2):
        for across, cell in enumerate(row):
            _cell(sheet, down, across, cell, looks)
    for across, heading in enumerate(rows.columns):
        longest = max((len(str(row[across])) for row in rows.rows), default=0)
        sheet.set_column(across, across, min(max(len(heading) + 2, longest, NARROWEST), WIDEST))
    sheet.freeze_panes(2, 0)
    sheet.autofilter(1, 0, max(1 + len(rows.rows[:MOST_ROWS]), 1), max(len(rows.columns) - 1, 0))
    sheet.set_landscape()
    sheet.set_header(f"&L{MARK}")
    sheet.repeat_rows(0, 1)
    sheet.fit_to_pages(1, 0)


def _cell(sheet: Worksheet, down: int, across: int, cell: Cell, looks: Looks) -> None:
    if not isinstance(cell, str) and -LARGEST < cell < LARGEST:
        sheet.write_number(down, across, cell, looks.body)
        return
    text = _NOT_IN_XML.sub("·", str(cell))
    look = looks.quoted if text.startswith(FORMULA) else looks.body
    sheet.write_string(down, across, literal(f"{text[:LONGEST]} […]" if len(text) > LONGEST else text), look)
