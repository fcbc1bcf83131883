"""How a new sheet looks: a frozen heading row, comments that say what each column is for, lists to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from probata.workbook.headings import describe, path_of
from probata.workbook.sheets import SheetForm, forms_of

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
