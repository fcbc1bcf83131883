"""Places in a workbook: `claims/mine/case.xlsx#People!B3`."""

from __future__ import annotations

from probata.diagnostics import Span


def cell_span(shown: str, sheet: str, row: int, column: int) -> Span:
    """Return the place of a cell; rows count from 1, columns from 0."""
    return Span(f"{shown}#{sheet}", row, column + 1, row, column + 2)
