"""Findings as comments on the cells that they are about; the next time they are taken out again."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from probata.diagnostics import Diagnostic
from probata.diagnostics.span import sheet_of
from probata.workbook.write_workbook import saved

AUTHOR = "Probata"
_BEGIN = "Findings of Probata"
_OURS = re.compile(rf"(?:\n\n)?{_BEGIN}\n.*", re.DOTALL)
_WIDTH, _LINE, _LETTERS = 340, 18, 48
"""Points of a comment: its width and the height of a line; and the letters of a line."""


def with_comments(data: bytes, findings: Iterable[Diagnostic]) -> bytes:
    """Return a workbook with a comment on each cell that findings are about, without those of an earlier time.

    A comment of the user's stays, with the findings below it. Only comments change.
    """
    book = load_workbook(io.BytesIO(data))
    told: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for found in findings:
        if found.span and (sheet := sheet_of(found.span)):
            cell = f"{get_column_letter(found.span.column)}{found.span.line}"
            told[sheet, cell].append(f"{found.severity.label}: {found.message}. {found.help}".rstrip(". ") + ".")
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if getattr(cell, "comment", None) and _BEGIN in cell.comment.text:
                    cell.comment = _comment(own_part(cell.comment.text), cell.comment.author)
        for (name, address), lines in told.items():
            if name == sheet.title:
                cell = _shown(sheet, address)
                own = cell.comment
                before = f"{own.text}\n\n" if own else ""
                text = f"{before}{_BEGIN}\n" + "\n".join(lines).replace("`", "")
                cell.comment = _comment(text, own.author if own else AUTHOR)
    return saved(book)


def own_part(text: str) -> str:
    """Return what of a comment is the user's."""
    return _OURS.sub("", text)


def _shown(sheet: Worksheet, address: str) -> Cell:
    """Return a cell; of cells that are merged, the first, which alone can have a comment."""
    merged = next((one for one in sheet.merged_cells.ranges if address in one), None)
    return sheet.cell(merged.min_row, merged.min_col) if merged else sheet[address]


def _comment(text: str, author: str) -> Comment | None:
    if not text:
        return None
    comment = Comment(text, author)
    lines = sum(1 + len(line) // _LETTERS for line in text.split("\n"))
    comment.width, comment.height = _WIDTH, _LINE * (lines + 1)
    return comment
