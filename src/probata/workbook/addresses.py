"""Places in a workbook: `claims/mine/case.xlsx#People!B3`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from probata.diagnostics import Span
from probata.diagnostics.span import column_letters


def cell_span(shown: str, sheet: str, row: int, column: int) -> Span:
    """Return the place of a cell; rows count from 1, columns from 0."""
    return Span(f"{shown}#{sheet}", row, column + 1, row, column + 2)


def areas_of(cells: Iterable[Span]) -> list[str]:
    """Return the addresses of cells of one sheet, those below each other as one: `C3:C5`, `D2`."""
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for cell in cells:
        rows[cell.column].append(cell.line)
    found: list[str] = []
    for column, lines in sorted(rows.items()):
        first = before = 0
        for line in [*sorted(lines), 0]:
            if before and line != before + 1:
                name = column_letters(column)
                found.append(f"{name}{first}" if first == before else f"{name}{first}:{name}{before}")
            first = line if line != before + 1 or not before else first
            before = line
    return found
