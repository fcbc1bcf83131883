"""Cells that are merged: what they show is held by the first of them alone."""

from __future__ import annotations

from collections.abc import Container, Iterator

from probata.diagnostics import Diagnostic, Severity
from probata.diagnostics.span import column_letters
from probata.source.xlsx_reader import Sheet
from probata.workbook.addresses import cell_span


def merged_cells(sheet: Sheet, heading_row: int, shown: str, unread: Container[int] = ()) -> Iterator[Diagnostic]:
    """Find the merged cells of a sheet at or below its headings; a title above them may be merged.

    So may be the cells of one row that is not read; `unread` are the numbers of such rows.
    """
    for area in sheet.merged:
        is_unread = area.row == area.last_row and area.row in unread
        if area.last_row >= heading_row and not is_unread:
            name = f"{column_letters(area.column + 1)}{area.row}:{column_letters(area.last_column + 1)}{area.last_row}"
            message = f"the cells `{name}` are merged: what they show is read in the first of them alone"
            help = "unmerge them (Home, Merge & Center), and write into each row what holds for it"
            place = cell_span(shown, sheet.name, area.row, area.column)
            yield Diagnostic("SRC182", "merged-cells", Severity.WARNING, message, place, help)
