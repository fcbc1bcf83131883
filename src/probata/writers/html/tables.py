"""Tables as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from probata.document.blocks import Blocks, Cell, Row, Table
from probata.writers.html.context import Context
from probata.writers.html.element import Child, Element, element
from probata.writers.html.inlines import render_inlines
from probata.writers.row_lengths import is_short, last_together, may_split

RenderBlocks = Callable[[Blocks, Context], Iterator[Element]]

WHOLE: Final = "whole"
"""Class of the tables that stay on one page when they are printed."""

THREE_LAST: Final = "three-last"
"""Class of those of which the last three rows stay together, and not only two."""

LONG: Final = "long"
"""Class of the rows that may run on to the next page when they are printed."""

POINTS_PER_MILLIMETRE: Final = 72 / 25.4


def render_table(table: Table, context: Context, render_blocks: RenderBlocks) -> Element:
    """Make the table in a frame that scrolls sideways on a narrow screen."""
    widths = _widths(table, context)
    together = WHOLE if is_short(table, *widths) else THREE_LAST if last_together(table, *widths) > 2 else ""
    made = element("table", (), {"class": f"{table.kind} {together}".rstrip(), "id": table.id})
    if table.caption:
        made.append(_caption(table, context))
    made.append(_columns(table))
    if table.header:
        made.append(element("thead", (_header_row(row, context, render_blocks) for row in table.header)))
    rows = (_row(row, table, context, render_blocks) for row in table.rows)
    made.append(element("tbody", rows))
    return element("div", [made], {"class": "table-frame"})


def _caption(table: Table, context: Context) -> Element:
    children: list[Child] = []
    if table.number:
        label = f"{context.meta.label('table')} {table.number}{context.meta.colon}"
        children += [element("span", [label], {"class": "label"}), " "]
    children += render_inlines(table.caption, context)
    return element("caption", children)


def _columns(table: Table) -> Element:
    whole = sum(table.widths)
    shares = (f"width: {100 * width / whole:.3f}%" for width in table.widths)
    return element("colgroup", (element("col", (), {"style": share}) for share in shares))


def _header_row(row: Row, context: Context, render_blocks: RenderBlocks) -> Element:
    cells = (_cell("th", cell, context, render_blocks, {"scope": "col"}) for cell in row.cells)
    return element("tr", cells)


def _row(row: Row, table: Table, context: Context, render_blocks: RenderBlocks) -> Element:
    cells: list[Element] = []
    for place, cell in enumerate(row.cells):
        if place == 0 and (table.kind == "form" or row.kind == "total"):
            cells.append(_cell("th", cell, context, render_blocks, {"scope": "row"}))
        else:
            cells.append(_cell("td", cell, context, render_blocks, {}))
    return element("tr", cells, {"class": f"{row.kind} {LONG}" if _is_long(row, table, context) else row.kind})


def _is_long(row: Row, table: Table, context: Context) -> bool:
    return may_split(row, *_widths(table, context))


def _widths(table: Table, context: Context) -> tuple[list[float], float]:
    """Return the widths of the columns and that of the text, in points."""
    text_width = context.meta.look.text_width * POINTS_PER_MILLIMETRE
    return [text_width * width / sum(table.widths) for width in table.widths], text_width


def _cell(tag: str, cell: Cell, context: Context, render_blocks: RenderBlocks, attributes: dict[str, str]) -> Element:
    return element(tag, render_blocks(cell.blocks, context), {"class": cell.align, **attributes})
