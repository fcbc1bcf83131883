"""A table as bars: one panel a column, the status of each value told by hatching, its number written beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from probata.messages import Wording
from probata.model.quantity import Bound, Quantity
from probata.pictures.chart_panels import Panel, bands_of, label_width_of
from probata.pictures.chart_rows import Bar, Chart, ChartRow
from probata.pictures.chart_words import HATCHINGS, alternative_of, signs_of, upper_part
from probata.pictures.drawing import DARK, FAINT, SMALL_SIZE, TEXT_SIZE, Canvas, Shape, line
from probata.pictures.hatching import arrow_head, hatched
from probata.pictures.legend import draw_legend, height_of_legend
from probata.pictures.sheet import Sheet
from probata.pictures.text import height_of, stacked, wrap

BAR_HEIGHT, PADDING = 7.5, 2.0
MOST_LINES = 24
"""Lines of a heading or of the name of a row; none that is meant in earnest has more."""
ABOVE_BAND = 8.0


def draw_bar_chart(chart: Chart, wording: Wording, size: tuple[float, float]) -> tuple[Sheet, ...]:
    """Draw a table; `size` is the width and the greatest height in points. Gives several sheets for a long table."""
    width, height = size
    label_width = label_width_of(chart, width)
    signs = signs_of(chart, wording)
    bands = bands_of(chart, label_width, width)
    sheets = []
    for rows in _cut(chart, bands, label_width, height - height_of_legend(width, signs, chart.remarks)):
        canvas = Canvas(width)
        bottom = 0.0
        for band in bands:
            bottom = _draw_band(canvas, rows, band, label_width, bottom + (ABOVE_BAND if bottom else 0))
        canvas.height = draw_legend(canvas, signs, chart.remarks, bottom)
        sheets.append(Sheet(canvas.drawing(), alternative_of(chart, rows, wording)))
    return tuple(sheets)


def _cut(
    chart: Chart, bands: Sequence[Sequence[Panel]], label_width: float, room: float
) -> Iterator[tuple[ChartRow, ...]]:
    """Cut the rows into sheets; a sheet has one row at least."""
    heads = sum(_head_height(band) + ABOVE_BAND for band in bands)
    rows: list[ChartRow] = []
    used = heads
    for row in chart.rows:
        needed = sum(_row_height(row, band, label_width) for band in bands)
        if rows and used + needed > room:
            yield tuple(rows)
            rows, used = [], heads
        rows.append(row)
        used += needed
    yield tuple(rows)


def _draw_band(
    canvas: Canvas, rows: Sequence[ChartRow], band: Sequence[Panel], label_width: float, top: float
) -> float:
    """Draw the headings of the panels side by side and the rows below them; return where they end."""
    first = top + _head_height(band)
    for panel in band:
        _draw_head(canvas, panel, first)
    canvas.add([line((0, first), (canvas.width, first), DARK)])
    y = first
    for row in rows:
        height = _row_height(row, band, label_width)
        name = wrap(row.label, label_width, TEXT_SIZE, most=MOST_LINES)
        middle = y + height / 2
        canvas.add(labels=stacked(name, (0, middle - height_of(name, TEXT_SIZE) / 2), TEXT_SIZE))
        for panel in band:
            _draw_bar(canvas, row.bars[panel.index], panel, middle)
        y += height
        canvas.add([line((0, y), (canvas.width, y), FAINT, 0.4)])
    zeros = (panel.place(Decimal(0)) for panel in band)
    canvas.add(line((zero, first), (zero, y), DARK, 0.8) for zero in zeros)
    return y


def _head(panel: Panel) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of a heading and of its unit; percentages say so in each value."""
    title = wrap(panel.column.heading, panel.width, TEXT_SIZE, is_bold=True, most=MOST_LINES)
    return title, wrap(panel.column.unit, panel.width, SMALL_SIZE, most=MOST_LINES) if panel.column.unit else ()


def _head_height(band: Sequence[Panel]) -> float:
    heads = [_head(panel) for panel in band]
    highest = max(height_of(title, TEXT_SIZE) + height_of(unit, SMALL_SIZE) for title, unit in heads)
    return highest + 2 * PADDING


def _draw_head(canvas: Canvas, panel: Panel, bottom: float) -> None:
    title, unit = _head(panel)
    top = bottom - PADDING - height_of(title, TEXT_SIZE) - height_of(unit, SMALL_SIZE)
    canvas.add(labels=stacked(title, (panel.left, top), TEXT_SIZE, is_bold=True))
    canvas.add(labels=stacked(unit, (panel.left, top + height_of(title, TEXT_SIZE)), SMALL_SIZE))


def _row_height(row: ChartRow, band: Sequence[Panel], label_width: float) -> float:
    name = height_of(wrap(row.label, label_width, TEXT_SIZE, most=MOST_LINES), TEXT_SIZE)
    numbers = (height_of(_number(row.bars[panel.index], panel), SMALL_SIZE) for panel in band)
    return max(name, BAR_HEIGHT, *numbers) + 2 * PADDING


def _number(bar: Bar, panel: Panel) -> tuple[str, ...]:
    return wrap(bar.text, panel.text_width, SMALL_SIZE, most=MOST_LINES)


def _draw_bar(canvas: Canvas, bar: Bar, panel: Panel, middle: float) -> None:
    quantity = bar.value.quantity
    end = panel.place(Decimal(0))
    if quantity is not None:
        canvas.add(_shapes(quantity, bar, panel, middle))
        end = max(end, panel.place(quantity.high))
        end += 8.0 if quantity.bound is Bound.AT_LEAST else 0.0
    text = _number(bar, panel)
    canvas.add(labels=stacked(text, (end + 3.5, middle - height_of(text, SMALL_SIZE) / 2), SMALL_SIZE))


def _shapes(quantity: Quantity, bar: Bar, panel: Panel, middle: float) -> Iterator[Shape]:
    zero, low, high = (panel.place(number) for number in (Decimal(0), quantity.low, quantity.high))
    top = middle - BAR_HEIGHT / 2
    yield from hatched(min(zero, low), top, abs(low - zero), BAR_HEIGHT, HATCHINGS[bar.value.status])
    if high > low:
        yield upper_part(low, top, high - low, BAR_HEIGHT)
    if quantity.bound is Bound.AT_LEAST:
        tip = max(zero, high) + 7.0
        yield line((max(zero, high), middle), (tip - 2, middle), width=0.9)
        yield arrow_head((tip, middle), "right")
