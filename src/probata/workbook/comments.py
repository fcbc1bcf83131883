"""Findings as comments on the cells that they are about; the next time they are taken out again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from probata.diagnostics import Diagnostic
from probata.diagnostics.span import column_letters, sheet_of
from probata.source.xlsx_reader import NO_WORKBOOK, Area, UnreadableWorkbookError, merged_areas
from probata.workbook.book_parts import BookParts
from probata.workbook.sheet_comments import SheetComments

AUTHOR = "Probata"
_BEGIN = "Findings of Probata"
_OURS = re.compile(rf"(?:\n\n)?{_BEGIN}\n.*", re.DOTALL)
_WIDTH, _LINE, _LETTERS = 340, 18, 48
"""Pixels of a comment: its width and the height of a line; and the letters of a line."""


@dataclass(frozen=True, slots=True)
class Commented:
    """A workbook with findings as comments."""

    data: bytes
    without: tuple[str, ...] = ()
    """Cells with findings that got no comment, `People!B2`: Excel shows none beside a conversation."""


def with_comments(data: bytes, findings: Iterable[Diagnostic]) -> Commented:
    """Return a workbook with a comment on each cell that findings are about, without those of an earlier time.

    A comment of the user's stays, with the findings below it. Only comments change: every other part keeps its bytes.
    Raises `UnreadableWorkbookError` for a file that is no workbook.
    """
    told: defaultdict[str, dict[tuple[int, int], list[str]]] = defaultdict(dict)
    for found in findings:
        if found.span and (sheet := sheet_of(found.span)):
            lines = told[sheet].setdefault((found.span.line, found.span.column), [])
            step = f"; next step: {found.help}" if found.help else ""
            lines.append(f"{found.severity.label}: {found.message}{step}")
    try:
        parts = BookParts(data)
        without = [f"{name}!{cell}" for name in parts.sheets for cell in _renewed(parts, name, told.get(name, {}))]
        return Commented(parts.to_bytes(), tuple(without))
    except NO_WORKBOOK as error:
        raise UnreadableWorkbookError(is_too_large=False) from error


def own_part(text: str) -> str:
    """Return what of a comment is the user's."""
    return _OURS.sub("", text)


def _renewed(parts: BookParts, name: str, told: Mapping[tuple[int, int], list[str]]) -> list[str]:
    """Take the old findings out of the comments of a sheet and put the new ones in; return cells that get none."""
    comments = SheetComments(parts, parts.sheets[name])
    for old in [one for one in comments if _BEGIN in one.text and not one.is_thread]:
        comments.cut(old.address, len(own_part(old.text)))
    if not told:
        return []
    by_cell: defaultdict[str, list[str]] = defaultdict(list)
    merged = list(merged_areas(parts.read(parts.sheets[name])))
    for (row, column), lines in told.items():
        by_cell[_shown(row, column, merged)] += lines
    there = {one.address: one for one in comments}
    without = [cell for cell in by_cell if cell in there and there[cell].is_thread]
    for cell, lines in by_cell.items():
        if cell not in without:
            before = "\n\n" if cell in there else ""
            text = f"{before}{_BEGIN}\n" + "\n".join(lines).replace("`", "")
            height = _LINE * (1 + sum(1 + len(line) // _LETTERS for line in text.split("\n")))
            comments.add(cell, text, AUTHOR, _WIDTH, height)
    return without


def _shown(row: int, column: int, merged: Iterable[Area]) -> str:
    """Return the address of a cell; of cells that are merged, the first, which alone can have a comment."""
    for area in merged:
        if area.column < column <= area.last_column + 1 and area.row <= row <= area.last_row:
            row, column = area.row, area.column + 1
    return f"{column_letters(column)}{row}"
