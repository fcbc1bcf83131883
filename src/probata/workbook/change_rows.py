"""Change the rows of a sheet until they say what is wanted, and no cell more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from openpyxl.worksheet.worksheet import Worksheet

from probata.diagnostics import Span
from probata.source.node import to_plain
from probata.workbook.cells import read_cell
from probata.workbook.continued import parts
from probata.workbook.headings import canonical, path_of
from probata.workbook.sheet_cells import set_text, text_of
from probata.workbook.sheets import SheetForm
from probata.workbook.to_rows import Row

_HERE = Span("")


@dataclass(slots=True)
class _Plan:
    """What happens to the rows of a sheet: their cells first, then rows from the last to the first."""

    kept: list[tuple[int, Row]] = field(default_factory=list)
    deleted: list[int] = field(default_factory=list)
    added: list[tuple[int, Row]] = field(default_factory=list)
    """Rows to add, each behind a row."""


def change_rows(sheet: Worksheet, form: SheetForm, wanted: Sequence[Row]) -> None:
    """Change a sheet so that it holds the rows wanted; rows keep their places, and new ones stand behind their like."""
    columns = _columns(sheet, form, wanted)
    there = {number: _row(sheet, number, columns) for number in range(2, sheet.max_row + 1)}
    plan = _plan(form, {number: row for number, row in there.items() if row}, wanted, sheet.max_row)
    for number, row in plan.kept:
        _set_row(sheet, form, number, columns, row)
    steps = [(number, 1, None) for number in plan.deleted] + [
        (behind, 0, (place, row)) for place, (behind, row) in enumerate(plan.added)
    ]
    for number, _, new in sorted(
        steps, key=lambda step: (step[0], step[1], step[2][0] if step[2] else 0), reverse=True
    ):
        if new is None:
            sheet.delete_rows(number)
        else:
            if number < sheet.max_row:
                sheet.insert_rows(number + 1)
            _set_row(sheet, form, number + 1, columns, new[1])


def change_upright(sheet: Worksheet, form: SheetForm, wanted: Sequence[Row]) -> None:
    """Change a sheet that has its headings in the first column; a heading that it has not is added below."""
    row = _in_cells(wanted[0]) if wanted else {}
    first = ((number, text_of(sheet, number, 1)) for number in range(1, sheet.max_row + 1))
    places = {canonical(text, form.special): number for number, text in first if not form.is_above(number, text)}
    for heading, text in row.items():
        if heading not in places:
            places[heading] = sheet.max_row + 1
            set_text(sheet, places[heading], 1, heading)
        if not _is_same(text_of(sheet, places[heading], 2), text, heading, form):
            set_text(sheet, places[heading], 2, text)
    for heading, number in places.items():
        if heading and heading not in row:
            set_text(sheet, number, 2, "")


def _columns(sheet: Worksheet, form: SheetForm, wanted: Sequence[Row]) -> dict[str, int]:
    """Return the column of each heading; one that the sheet has not is added behind the others."""
    columns: dict[str, int] = {}
    for place in range(1, sheet.max_column + 1):
        if heading := canonical(text_of(sheet, 1, place), form.special):
            columns.setdefault(heading, place)
    last = max(columns.values(), default=0)
    for heading in dict.fromkeys(heading for row in wanted for heading in _in_cells(row)):
        if heading not in columns:
            last += 1
            columns[heading] = last
            set_text(sheet, 1, last, heading)
    return columns


def _row(sheet: Worksheet, number: int, columns: dict[str, int]) -> Row:
    texts = {heading: text_of(sheet, number, place) for heading, place in columns.items()}
    return {heading: text for heading, text in texts.items() if text.strip()}


def _plan(form: SheetForm, there: dict[int, Row], wanted: Sequence[Row], last: int) -> _Plan:
    plan = _Plan()
    groups: dict[tuple[str, ...], tuple[list[int], list[Row]]] = {}
    for number, row in there.items():
        groups.setdefault(_group(form, row), ([], []))[0].append(number)
    for row in wanted:
        groups.setdefault(_group(form, row), ([], []))[1].append(row)
    for numbers, rows in groups.values():
        for tag, a, b, c, d in _changes(form, [there[number] for number in numbers], rows):
            both = min(b - a, d - c) if tag != "delete" else 0
            plan.kept += list(zip(numbers[a : a + both], rows[c : c + both], strict=True))
            plan.deleted += numbers[a + both : b]
            behind = numbers[min(a + both, len(numbers)) - 1] if numbers and a + both > 0 else None
            before = numbers[0] - 1 if numbers and behind is None else last
            plan.added += [(behind if behind is not None else before, row) for row in rows[c + both : d]]
    return plan


def _group(form: SheetForm, row: Row) -> tuple[str, ...]:
    """Return what a row is compared within: a record is itself, and the entries of a list are those of one record."""
    return tuple(row.get(heading, "").strip() for heading in form.holders or ("Id",))


def _changes(form: SheetForm, there: Sequence[Row], wanted: Sequence[Row]) -> Iterator[tuple[str, int, int, int, int]]:
    old, new = ([repr(sorted(_meaning(row, form).items())) for row in rows] for rows in (there, wanted))
    yield from SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _meaning(row: Row, form: SheetForm) -> dict[str, object]:
    return {heading: _plain(text, heading, form) for heading, text in _in_cells(row).items()}


def _set_row(sheet: Worksheet, form: SheetForm, number: int, columns: dict[str, int], row: Row) -> None:
    cells = _in_cells(row)
    for heading, place in columns.items():
        old, new = text_of(sheet, number, place), cells.get(heading, "")
        if not _is_same(old, new, heading, form):
            set_text(sheet, number, place, new)


def _in_cells(row: Row) -> Row:
    return {name: part for heading, text in row.items() for name, part in parts(heading, text)}


def _is_same(old: str, new: str, heading: str, form: SheetForm) -> bool:
    return old == new or (bool(old.strip()) and bool(new) and _plain(old, heading, form) == _plain(new, heading, form))


def _plain(text: str, heading: str, form: SheetForm) -> object:
    """Return what a cell means; that of a heading which is no field is its text."""
    if heading in form.special:
        return text.strip()
    return to_plain(read_cell(text, _HERE, form.shape.at(path_of(heading))))
