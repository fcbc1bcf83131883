"""Write records into a new workbook; one that is there is changed in its parts, `change_records.py`."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

import xlsxwriter
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from probata.model.record import OF_LEVELS
from probata.workbook.headings import TRANSLATIONS, Path, describe, heading_of, path_of
from probata.workbook.shape import Shape
from probata.workbook.sheet_rows import parts
from probata.workbook.sheets import FIELD, IN_SHORT, NUMBER, VALUE, SheetForm, forms_of, is_own_sheet, sheet_forms
from probata.workbook.to_rows import Row, rows_of

# How a new sheet looks: a frozen heading row, comments that say what each column is for, lists to choose from.

LAST_ROW = 5000
"""Rows for which lists are offered."""
_MAX_LIST = 255
"""Characters of a list that Excel takes in the cell's own rule."""
_TEXT = {"num_format": "@"}
"""Format of cells whose text Excel does not take for a number or a day."""
_ON_TOP = {**_TEXT, "text_wrap": True, "valign": "top"}
_WIDE, _USUAL, _NARROW = 60, 24, 14
_AUTHOR = "Probata"


@dataclass(frozen=True, slots=True)
class Looks:
    """How cells look."""

    head: Format
    text: Format
    quoted: Format
    """Text that would be a formula if it were typed."""
    blank: Format

    @classmethod
    def of(cls, book: Workbook) -> Looks:
        """Return the looks of a workbook."""
        return cls(
            head=book.add_format({**_ON_TOP, "bold": True, "bg_color": "#E8E4DA"}),
            text=book.add_format(_ON_TOP),
            quoted=book.add_format({**_ON_TOP, "quote_prefix": True}),
            blank=book.add_format(_TEXT),
        )


def fill(sheet: Worksheet, rows: Sequence[Sequence[str]], looks: Looks, row: int = 0, column: int = 0) -> None:
    """Write texts into cells, from a row and column on, counted from 0; `=1+1` is a text too."""
    for down, texts in enumerate(rows, row):
        for across, text in enumerate(texts, column):
            if text:
                sheet.write_string(down, across, literal(text), looks.quoted if text.startswith("=") else looks.text)


def literal(text: str) -> str:
    """Return a text so that XlsxWriter prints it as it stands: it takes one in `<r>` for XML with looks."""
    return f'<r><t xml:space="preserve">{escape(text, quote=False)}</t></r>' if text.startswith("<r>") else text


def dress(
    sheet: Worksheet,
    form: SheetForm,
    headings: Sequence[str],
    references: Mapping[str, Mapping[str, tuple[str, ...]]],
    looks: Looks,
) -> None:
    """Write the headings of a new sheet and dress the columns below them."""
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, heading in enumerate(headings):
        _write_heading(sheet, heading, form, looks, *((place, 0) if form.is_upright else (0, place)))
        if not form.is_upright:
            # Or Excel makes a day of "Aug 2015", and of the pages 6-8, in rows that are still empty.
            sheet.set_column(place, place, _width(heading, form), looks.blank)
            if source := _list_of(heading, form, references):
                # What is not on the list is no fault of Excel's to judge: a new id, or several in a cell.
                rule = {"validate": "list", "source": source, "show_error": False}
                sheet.data_validation(1, place, LAST_ROW - 1, place, rule)
    if form.is_upright:
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 90)


def _write_heading(sheet: Worksheet, heading: str, form: SheetForm, looks: Looks, row: int, column: int) -> None:
    sheet.write_string(row, column, heading, looks.head)
    if heading in form.special or (form.is_upright and row == 0):
        said = _OF_SPECIAL if heading in form.special else ""
    else:
        said = describe(path_of(heading), form.shape)
    if said:
        width, height = size_of_comment(said)
        sheet.write_comment(row, column, said, {"author": _AUTHOR, "width": width, "height": height})


def size_of_comment(said: str) -> tuple[int, int]:
    """Return width and height of the comment on a heading, in pixels."""
    return 320, 40 + 18 * (len(said) // 45 + said.count("\n") + 1)


_OF_SPECIAL = "Which record, or which row of another sheet, this row belongs to."


def _width(heading: str, form: SheetForm) -> int:
    if heading in form.special or heading == "Id":
        return _USUAL
    shape = form.shape.at(path_of(heading))
    if shape.choices or shape.is_date or shape.is_yes_or_no:
        return _NARROW
    is_long = any(word in heading.lower() for word in ("text", "statement", "description", "particulars", "supports",
                                                       "argument", "note", "title", "summary", "reason"))  # fmt: skip
    return _WIDE if is_long else _USUAL


def _list_of(
    heading: str, form: SheetForm, references: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> str | list[str] | None:
    """Return the list that a column offers: the words of its code list, or the cells with the ids of another sheet."""
    if heading == form.holders[0] if form.holders else False:
        return _ids(form.kind)
    if heading in form.special:
        return None
    path = path_of(heading)
    shape = form.shape.at(path)
    words = ("yes", "no") if shape.is_yes_or_no else shape.choices
    if len(words) > 1 and len(",".join(words)) <= _MAX_LIST and not shape.items:
        return list(words)
    kinds = references.get(form.kind, {}).get(".".join((*form.path, *path)), ())
    known = [kind for kind in kinds if forms_of(kind)]
    return _ids(known[0]) if len(known) == 1 and not shape.items else None


def _ids(kind: str) -> str | None:
    return None if kind == "case" else f"='{forms_of(kind)[0].name}'!$A$2:$A${LAST_ROW}"


# Of the parts of a record all headings are there, or none: where one is filled, somebody may look for the next.

_OTHER_SPELLING = "Another spelling of"
"""How the schema describes a field that is read for another: one column for both is enough."""


def standard_headings(form: SheetForm, rows: Sequence[Row]) -> list[str]:
    """Return the headings of a new sheet in the order of the record's fields, those of translations last."""
    used = list(
        dict.fromkeys(name for row in rows for heading, text in row.items() for name, _ in parts(heading, text))
    )
    first = [*form.holders, *([NUMBER] if form.is_numbered else [])]
    own = list(_offered(form.shape))
    begun = {heading.partition(":")[0] for heading in used}
    known = [heading for heading in own if not rows or form.is_upright or ":" not in heading
             or heading.partition(":")[0] in begun]  # fmt: skip
    rest = [heading for heading in used if heading not in {*first, *known}]
    order = {heading: place for place, heading in enumerate(_all(form.shape, ()))}
    rest.sort(key=lambda heading: (heading.endswith(")"), order.get(heading, len(order))))
    short = [IN_SHORT] if IN_SHORT in rest else []
    return [*first, *short, *known, *(heading for heading in rest if heading != IN_SHORT)]


def _offered(shape: Shape) -> Iterator[str]:
    """Give the fields of a record that one cell can hold; those of its parts where they have no whole.

    Of those that keep something from readers few records have any: they have a column where they are used.
    """
    for key, found in shape.fields.items():
        if key in (TRANSLATIONS, *OF_LEVELS) or found.description.startswith(_OTHER_SPELLING):
            continue
        if found.is_text or (found.items and not is_own_sheet((key,), found)):
            yield heading_of((key,))
        elif found.fields and not found.items:
            yield from (heading_of((key, inner)) for inner, one in found.fields.items()
                        if one.is_text and inner != TRANSLATIONS)  # fmt: skip


def _all(shape: Shape, before: Path, depth: int = 4) -> Iterator[str]:
    for key, found in shape.fields.items() if depth else ():
        if key != TRANSLATIONS:
            yield heading_of((*before, key))
            yield from _all(found, (*before, key), depth - 1)


References = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Kind → path of a field with dots → the kinds whose ids it holds."""
Tables = Mapping[str, Sequence[Sequence[str]]]
"""Name of a sheet → its rows of cells, the headings first."""

_NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001  # the format has no time zones


def write_workbook(records: Mapping[str, Sequence[Any]], tables: Tables, references: References) -> bytes:
    """Return a new workbook with the records of each kind, plain, and the tables of datasets.

    `records` has the case itself as the one record of the kind `case`. Sheets that most cases need are there though
    nothing is recorded in them.
    """
    rows = {name: rows for kind, held in records.items() for name, rows in rows_of(kind, held).items()}
    forms = [form for form in sheet_forms() if form.name in rows or form.is_usual]
    return _workbook([(form, rows.get(form.name, ())) for form in forms], tables, references)


def blank_workbook(names: Sequence[str], references: References) -> bytes:
    """Return a workbook of the sheets with these names, with all their headings and no record."""
    return _workbook([(form, ()) for form in sheet_forms() if form.name in names], {}, references)


def _workbook(sheets: Iterable[tuple[SheetForm, Sequence[Row]]], tables: Tables, references: References) -> bytes:
    """Return the bytes of a workbook, the same for the same cells."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": _NO_DAY})
    looks = Looks.of(book)
    for form, rows in sheets:
        said = [{name: part for heading, text in row.items() for name, part in parts(heading, text)} for row in rows]
        headings = standard_headings(form, rows)
        below = [[row.get(heading, "") for heading in headings] for row in said]
        sheet = book.add_worksheet(form.name)
        if form.is_upright:
            values = below[0] if below else [""] * len(headings)
            dress(sheet, form, (FIELD, *headings), references, looks)
            fill(sheet, [[VALUE], *([value] for value in values)], looks, column=1)
        else:
            dress(sheet, form, headings, references, looks)
            fill(sheet, below, looks, row=1)
    for name, cells in tables.items():
        fill(book.add_worksheet(name), cells, looks)
    book.close()
    return out.getvalue()
