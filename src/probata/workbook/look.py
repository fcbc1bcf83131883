"""How a new sheet looks: a frozen heading row, comments that say what each column is for, lists to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from probata.workbook.headings import describe, path_of
from probata.workbook.sheet_cells import TEXT, text_of
from probata.workbook.sheets import SheetForm, forms_of

LAST_ROW = 5000
"""Rows for which lists are offered."""
_MAX_LIST = 255
"""Characters of a list that Excel takes in the cell's own rule."""
_FILL = PatternFill("solid", start_color="E8E4DA")
_BOLD = Font(name="Calibri", size=11, bold=True)
_WIDE, _USUAL, _NARROW = 60, 24, 14
_AUTHOR = "Probata"


def dress(sheet: Worksheet, form: SheetForm, references: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
    """Dress the headings of a new sheet and the columns below them."""
    sheet.freeze_panes = "B2"
    _set_paper(sheet)
    if form.is_upright:
        sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 90
        for number in range(1, sheet.max_row + 1):
            _dress_heading(sheet, number, 1, form)
        return
    for place in range(1, sheet.max_column + 1):
        _dress_heading(sheet, 1, place, form)
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = _width(sheet, place, form)
        # Or Excel makes a day of "Aug 2015", and of the pages 6-8, in rows that are still empty.
        sheet.column_dimensions[letter].number_format = TEXT
        if rule := _list_of(sheet, place, form, references):
            sheet.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{LAST_ROW}")


def _set_paper(sheet: Worksheet) -> None:
    """Let a printed sheet be as wide as the paper, with the headings on each page."""
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_title_rows = "1:1"


def _dress_heading(sheet: Worksheet, row: int, column: int, form: SheetForm) -> None:
    cell = sheet.cell(row, column)
    cell.font, cell.fill = _BOLD, _FILL
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    heading = text_of(sheet, row, column)
    if heading in form.special or (form.is_upright and row == 1):
        said = _OF_SPECIAL if heading in form.special else ""
    else:
        said = describe(path_of(heading), form.shape)
    if said:
        comment = Comment(said, _AUTHOR)
        comment.width, comment.height = size_of_comment(said)
        cell.comment = comment


def size_of_comment(said: str) -> tuple[int, int]:
    """Return width and height of the comment on a heading, in pixels."""
    return 320, 40 + 18 * (len(said) // 45 + said.count("\n") + 1)


_OF_SPECIAL = "Which record, or which row of another sheet, this row belongs to."


def _width(sheet: Worksheet, place: int, form: SheetForm) -> int:
    heading = text_of(sheet, 1, place)
    if heading in form.special or heading == "Id":
        return _USUAL
    shape = form.shape.at(path_of(heading))
    if shape.choices or shape.is_date or shape.is_yes_or_no:
        return _NARROW
    is_long = any(word in heading.lower() for word in ("text", "statement", "description", "particulars", "supports",
                                                       "argument", "note", "title", "summary", "reason"))  # fmt: skip
    return _WIDE if is_long else _USUAL


def _list_of(
    sheet: Worksheet, place: int, form: SheetForm, references: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> DataValidation | None:
    """Return the list that a column offers: the words of its code list, or the ids of another sheet."""
    heading = text_of(sheet, 1, place)
    if heading == form.holders[0] if form.holders else False:
        return _ids(form.kind)
    if heading in form.special:
        return None
    path = path_of(heading)
    shape = form.shape.at(path)
    words = ("yes", "no") if shape.is_yes_or_no else shape.choices
    listed = ",".join(words)
    if len(words) > 1 and len(listed) <= _MAX_LIST and not shape.items:
        return _rule(f'"{listed}"')
    kinds = references.get(form.kind, {}).get(".".join((*form.path, *path)), ())
    known = [kind for kind in kinds if forms_of(kind)]
    return _ids(known[0]) if len(known) == 1 and not shape.items else None


def _ids(kind: str) -> DataValidation | None:
    if kind == "case":
        return None
    return _rule(f"{quote_sheetname(forms_of(kind)[0].name)}!$A$2:$A${LAST_ROW}")


def _rule(formula: str) -> DataValidation:
    rule = DataValidation(type="list", formula1=formula, allow_blank=True)
    # What is not on the list is no fault of Excel's to judge: a new id, or several in a cell.
    rule.showErrorMessage = False
    return rule
