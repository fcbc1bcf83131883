"""Changing records of a workbook: what they say otherwise goes into their cells, what is new into rows below the last.

Rows never move: formulas, charts and comments that name them would point elsewhere. An entry that comes before others
of its list takes the row of the first of them, and each of these the next; one that goes leaves an empty row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.case_source import CaseSource
from probata.source.text_edits import CannotChangeError
from probata.source.text_file import fault, with_line_ends
from probata.source.xlsx_reader import Sheet, read_workbook
from probata.workbook.change_cells import NewCell, change_cells
from probata.workbook.convert import CannotConvertError, plain_records
from probata.workbook.new_sheets import add_sheets
from probata.workbook.placed_sheet import PlacedSheet
from probata.workbook.read_workbook import read_workbook_case
from probata.workbook.sheet_rows import rows_of_sheet
from probata.workbook.sheets import SheetForm, forms_of
from probata.workbook.to_rows import Row, rows_of
from probata.workbook.write_workbook import References, write_workbook

Records = Mapping[str, Sequence[Any]]
"""Kind → all its records, plain: strings, lists and dictionaries."""


def change_records(source: CaseSource, book: Path, shown: str, data: bytes, wanted: Records, refs: References) -> bytes:
    """Return the workbook `data`, which was read as `source`, with the records wanted of some kinds in their order.

    A sheet that is missing is added, with the looks of ours; where nothing changes, the bytes are the same. Raises
    `CannotChangeError` for a character that no document can hold, a cell with a formula that would have to change, and
    where the workbook would not be read as the records wanted, `UnreadableWorkbookError` for a file that is no
    workbook.
    """
    held = plain_records(source)
    wanted = {kind: new for kind, records in wanted.items() if (new := with_line_ends(records)) != held[kind]}
    if not wanted:
        return data
    there = {sheet.name.strip().casefold(): sheet for sheet in read_workbook(data)}
    cells = [cell for kind in wanted for cell in _of_kind(there, kind, held[kind], wanted[kind], shown)]
    made = change_cells(_with_sheets(data, there, wanted, refs), shown, cells)
    if plain_records(read_workbook_case(book, shown, made)) != {**held, **wanted}:
        raise CannotChangeError(_not_as_recorded(shown, wanted))
    return made


def _with_sheets(data: bytes, there: Mapping[str, Sheet], wanted: Records, refs: References) -> bytes:
    """Return the workbook with the sheets that are missing, or have nothing in them; they hold their rows already."""
    needed = (name for kind, records in wanted.items() for name in rows_of(kind, records))
    names = [name for name in needed if name.casefold() not in there]
    return add_sheets(data, write_workbook(wanted, {}, refs), names) if names else data


def _of_kind(
    there: Mapping[str, Sheet], kind: str, held: Sequence[Any], wanted: Sequence[Any], shown: str
) -> Iterator[NewCell]:
    """Give the cells that change in the sheets of a kind that are there."""
    old, new = rows_of(kind, held), rows_of(kind, wanted)
    for form in forms_of(kind):
        sheet = there.get(form.name.casefold())
        was, shall = old.get(form.name, []), new.get(form.name, [])
        if sheet is not None and was != shall:
            yield from _in_sheet(sheet, form, shown, _grouped(form, was), _grouped(form, shall))


def _in_sheet(
    sheet: Sheet, form: SheetForm, shown: str, was: Mapping[str, list[Row]], shall: Mapping[str, list[Row]]
) -> list[NewCell]:
    placed = PlacedSheet(sheet, form)
    lines: dict[str, list[int]] = {}
    for read in (one for one in rows_of_sheet(sheet, form, shown, []) if not one.is_struck):
        row = {heading: cell.text for heading, cell in read.cells.items()}
        lines.setdefault(_group(form, row), []).append(read.span.line)
    for group in dict.fromkeys((*shall, *was)):
        old, new = was.get(group, []), shall.get(group, [])
        if old == new:
            continue
        if len(lines.get(group, [])) != len(old):
            raise CannotChangeError(_not_as_recorded(shown, [form.kind]))
        for line, before, after in zip_longest(lines.get(group, []), old, new):
            if line is None:
                placed.add(after)
            else:
                placed.reword(line, before, after or {})
    return placed.changed


def _grouped(form: SheetForm, rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(_group(form, row), []).append(row)
    return found


def _group(form: SheetForm, row: Row) -> str:
    """Return what a row is found by, a record by its id and the entries of a list by what they belong to."""
    return "\n".join(row.get(heading, "").strip() for heading in form.holders or ("Id",))


def _not_as_recorded(shown: str, kinds: Iterable[str]) -> Diagnostic:
    names = ", ".join(f"`{forms_of(kind)[0].name}`" for kind in kinds)
    return fault("SRC186", "rows-not-as-recorded", f"in the sheets of {names} the new records would be read as others",
                 Span(shown), "look for headings that stand twice or were moved there, and correct them in Excel"
                 )  # fmt: skip


# Adding records to a workbook: what stands there stays as it is.

Added = Mapping[str, Sequence[Mapping[str, Any]]]
"""Kind → its new records."""


def append_rows(book: Path, shown: str, data: bytes, added: Added, references: References) -> bytes:
    """Return the workbook that `data` is with more records of some kinds, each in a row below the last of its sheet.

    A sheet that is missing is added, with the looks of ours. Raises `CannotConvertError` where its sheets are faulty,
    and what `change_records` raises.
    """
    if not added:
        return data
    source = read_workbook_case(book, shown, data)
    faults = [found for found in source.findings if found.severity is Severity.ERROR]
    if faults:
        raise CannotConvertError(faults)
    held = plain_records(source)
    wanted = {kind: [*held[kind], *map(dict, records)] for kind, records in added.items()}
    return change_records(source, book, shown, data, wanted, references)
