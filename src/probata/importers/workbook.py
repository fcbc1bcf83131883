"""The sheets of a workbook that comes from elsewhere."""

from __future__ import annotations

from dataclasses import replace

from probata.diagnostics import Span
from probata.importers.foreign import CannotImportError, refused
from probata.source.xlsx_reader import MAX_CELLS, MAX_PART, Sheet, UnreadableWorkbookError
from probata.source.xlsx_reader import read_workbook as read_sheets
from probata.workbook.unreadable import why_unreadable


def read_workbook(data: bytes, shown: str) -> list[Sheet]:
    """Return the sheets that hold something, in their order, without spaces at the ends of cells.

    Raises `CannotImportError` where it is no workbook.
    """
    try:
        return [_trimmed(sheet) for sheet in read_sheets(data)]
    except UnreadableWorkbookError as error:
        raise _too_large(shown) if error.is_too_large else _broken(data, shown) from error


def _trimmed(sheet: Sheet) -> Sheet:
    rows = ((number, tuple(cell.strip() for cell in cells)) for number, cells in sheet.rows)
    return replace(sheet, rows=tuple(rows))


def _too_large(shown: str) -> CannotImportError:
    size = f"{MAX_PART // 1_000_000} MB or {MAX_CELLS} cells"
    return refused("IMP152", "workbook-too-large", f"the workbook unpacks to more than {size}", Span(shown),
                   "copy the sheet with the sources into a workbook of its own")  # fmt: skip


def _broken(data: bytes, shown: str) -> CannotImportError:
    reason = why_unreadable(data)
    message = f"the file is no workbook of Excel that can be read: {reason.message}"
    return refused("IMP151", "broken-workbook", message, Span(shown), reason.help)


__all__ = ["Sheet", "read_workbook"]
