"""In which row of a sheet its headings stand: the first, or one below a title that somebody wrote above them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from probata.diagnostics import Diagnostic
from probata.source.text_file import fault
from probata.workbook.addresses import cell_span

Rows = Sequence[tuple[int, tuple[str, ...]]]
"""Rows of a sheet that hold something, each with its number."""
_LOOKED_AT = 20
"""Rows in which headings are looked for."""
_SHOWN = 40
"""Letters of a title that a message quotes."""


def place_of_headings(rows: Rows, is_known: Callable[[str], bool]) -> int:
    """Return which of the rows has the headings: the first, unless it is a title and a later one has several.

    A title may be a word that is a heading too, and a row of values may hold one. So of a later row at least half must
    be known, more than one, and more than of the first.
    """
    first = sum(map(is_known, rows[0][1])) if rows else 0
    for place, (_, cells) in enumerate(rows[1:_LOOKED_AT], 1) if first <= 1 else ():
        filled = [cell for cell in cells if cell.strip()]
        known = sum(map(is_known, filled))
        if known > 1 and known * 2 >= len(filled):
            return place
    return 0


def headings_below(rows: Rows, place: int, sheet: str, shown: str) -> list[Diagnostic]:
    """Return the finding for headings that do not stand in row 1, at the cell in which they begin."""
    number, cells = rows[place]
    if number == 1:
        return []
    column = next(one for one, cell in enumerate(cells) if cell.strip())
    title = next((cell.strip() for cell in rows[0][1] if cell.strip()), "") if place else ""
    above = f"row {rows[0][0]} holds `{title[:_SHOWN]}{'…' if len(title) > _SHOWN else ''}`" if title else (
        "row 1 is empty")  # fmt: skip
    message = f"the headings of a sheet stand in row 1; {above}, and they seem to stand in row {number}"
    help = f"delete the {'row' if number == 2 else f'{number - 1} rows'} above them"
    return [fault("SRC181", "headings-below", message, cell_span(shown, sheet, number, column), help)]
