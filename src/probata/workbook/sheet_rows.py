"""The rows of one sheet, each cell with its heading; a cell that has none is told, so that nothing is lost unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.text_file import fault
from probata.source.xlsx_cell import ERRORS, NO_RESULT
from probata.source.xlsx_reader import Sheet
from probata.workbook.addresses import cell_span
from probata.workbook.continued import joined
from probata.workbook.from_rows import PlacedCell, PlacedRow
from probata.workbook.headings import canonical
from probata.workbook.sheets import SheetForm


class _Headed(NamedTuple):
    """A cell with its heading, which is empty where it has none."""

    heading: str
    text: str
    span: Span
    of_heading: Span


def rows_of_sheet(sheet: Sheet, form: SheetForm, shown: str, found: list[Diagnostic]) -> Iterator[PlacedRow]:
    """Give the rows below the heading row; the sheet of the case has a heading in each row and one record.

    What is wrong is added to `found`: a heading that stands twice, and the first cell that has no heading.
    """
    bare: list[_Headed] = []
    for number, cells in _cells(sheet, form, shown, found):
        bare += [cell for cell in cells if not cell.heading]
        found.extend(in_error(cell.text, cell.span) for cell in cells if cell.text in ERRORS)
        placed = (
            (one.heading, PlacedCell(one.text, one.span, one.of_heading))
            for one in cells
            if one.heading and one.text not in ERRORS
        )
        if made := joined(placed):
            yield PlacedRow(made, cell_span(shown, sheet.name, number, 0))
    if bare:
        found.append(unheaded(bare[0].span, len(bare) - 1))


def _cells(
    sheet: Sheet, form: SheetForm, shown: str, found: list[Diagnostic]
) -> Iterator[tuple[int, tuple[_Headed, ...]]]:
    """Give the cells of each record that hold something, with the number of its row."""
    (first, header), *below = sheet.rows
    if form.is_upright:
        named = [(number, canonical(row[0], form.special)) for number, row in below]
        found.extend(_twice((heading, cell_span(shown, sheet.name, number, 0)) for number, heading in named))
        yield first, tuple(
            _Headed(canonical(row[0], form.special) if place == 1 else "", text,
                    cell_span(shown, sheet.name, number, place), cell_span(shown, sheet.name, number, 0))
            for number, row in below for place, text in enumerate(row) if place and text.strip()
        )  # fmt: skip
        return
    headings = tuple(canonical(heading, form.special) for heading in header)
    found.extend(_twice((one, cell_span(shown, sheet.name, first, place)) for place, one in enumerate(headings)))
    for number, row in below:
        yield number, tuple(
            _Headed(headings[place] if place < len(headings) else "", text,
                    cell_span(shown, sheet.name, number, place), cell_span(shown, sheet.name, first, place))
            for place, text in enumerate(row) if text.strip()
        )  # fmt: skip


def _twice(headings: Iterable[tuple[str, Span]]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for heading, span in headings:
        if heading and heading in seen:
            yield fault("SRC175", "heading-twice", f"the heading `{heading}` stands twice", span,
                        "give one of the two another heading, or delete it with what belongs to it")  # fmt: skip
        seen.add(heading)


def in_error(text: str, span: Span) -> Diagnostic:
    """Return the finding for a cell that shows no value."""
    is_formula = text == NO_RESULT
    message = "the formula has no result in the file" if is_formula else f"the cell shows the error `{text}`"
    help = "open the workbook in Excel and save it, or write the value" if is_formula else "write the value"
    return fault("SRC179", "cell-in-error", message, span, help)


def unheaded(span: Span, others: int = 0) -> Diagnostic:
    """Return the finding for a cell without a heading, and for so many others."""
    more = f"; {others} more cells of the sheet have none either" if others else ""
    message = f"the cell has no heading and is not read{more}"
    help = "write a heading for it, or move remarks of your own to the column `Note`"
    return Diagnostic("SRC178", "cell-without-heading", Severity.WARNING, message, span, help)
