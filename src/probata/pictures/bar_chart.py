"""A table as bars: one panel a column, the status of each value told by hatching, its number written beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from probata.document.counting import letters
from probata.figures import Presence, Row, TypedTable, Value
from probata.messages import Wording
from probata.model.dataset import Column
from probata.model.quantity import Bound, Quantity, ValueStatus
from probata.pictures.drawing import (
    BLACK,
    DARK,
    FAINT,
    SMALL_SIZE,
    TEXT_SIZE,
    Canvas,
    Hatching,
    Path,
    Shape,
    Sheet,
    arrow_head,
    hatched,
    line,
    rectangle,
)
from probata.pictures.legend import SIGN_HEIGHT, SIGN_WIDTH, Sign, arrow_sign, draw_legend, height_of_legend
from probata.pictures.text import height_of, stacked, tidy, width_of, wrap

# What a bar chart shows: the columns of a table that hold numbers of one unit each, and its rows.

FEWEST = 2
"""Rows with a value that make a comparison."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One value: what is drawn, and what is written at its end."""

    value: Value
    text: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of the table: its name, and its bars in the order of the columns."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A table made ready to be drawn."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[ChartRow, ...]
    remarks: tuple[str, ...]
    """Remarks on single values; each is named in the text of its bars by a letter."""


def chart_of(table: TypedTable, wording: Wording) -> Chart | None:
    """Return what can be drawn of a table; `None` where there is nothing to compare.

    A column without a unit is left out: its values may be of different things.
    """
    columns = tuple(column for column in table.shown_columns if _is_drawn(column, table))
    rows = table.rows
    if sum(any(row.cells[column.key].quantity for column in columns) for row in rows) < FEWEST:
        return None
    marks = _letters(rows, columns)
    names = _name_columns(table, columns)
    shown = tuple(
        ChartRow(
            _label(row, names, wording), tuple(_bar(row.cells[c.key], c, marks, wording) for c in columns)
        )
        for row in rows
    )  # fmt: skip
    remarks = tuple(wording.label("picture.remark", mark=mark, text=text) for text, mark in marks.items())
    return Chart(table.dataset.title, columns, shown, remarks)


def unit_of(column: Column) -> str:
    """Return the unit of a column; columns of one unit are drawn to one scale."""
    return column.unit or ("%" if column.type == "percent" else "")


def _is_drawn(column: Column, table: TypedTable) -> bool:
    if column.type not in {"number", "percent"} or not unit_of(column):
        return False
    return any(value.quantity for value in table.values(column.key))


def _name_columns(table: TypedTable, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns that name a row: those of words before the first one drawn, else the key column."""
    shown = table.shown_columns
    before = shown[: shown.index(columns[0])]
    found = tuple(column for column in before if column.type in {"text", "date"})
    key = table.column(table.key_column)
    return found or ((key,) if key else ())


def _label(row: Row, names: Sequence[Column], wording: Wording) -> str:
    cells = (row.cells[column.key] for column in names)
    return ", ".join(wording.when(cell.when) if cell.when else cell.text for cell in cells if cell.text)


def _letters(rows: Sequence[Row], columns: Sequence[Column]) -> dict[str, str]:
    remarks = dict.fromkeys(r for row in rows for column in columns if (r := row.cells[column.key].remark))
    return {remark: f"({letters(count)})" for count, remark in enumerate(remarks, 1)}


def _bar(value: Value, column: Column, marks: dict[str, str], wording: Wording) -> Bar:
    return Bar(value, " ".join(_words(value, column, marks, wording)))


def _words(value: Value, column: Column, marks: dict[str, str], wording: Wording) -> Iterator[str]:
    if value.presence is Presence.NOT_APPLICABLE:
        yield wording.label("number.not_applicable")
    elif value.quantity is None:
        yield wording.label("picture.not_stated")
    else:
        text = wording.quantity(value.quantity)
        yield text + ("%" if column.type == "percent" and not value.quantity.is_percent else "")
    if value.remark:
        yield marks[value.remark]


# Where the panels of a bar chart stand, and what their scales are.

GOOD_BAR, FAIR_BAR, LEAST_BAR = 48.0, 34.0, 24.0
"""Points that the longest bar should have, those that do where more would leave a band half empty, and those that it
has whatever its number takes."""
BETWEEN = 12.0
"""Between labels and panels, and between panels."""
LABEL_SHARE = 0.34
"""Greatest share of the width that the names of rows take."""
STUB = 9.0
"""Room for the arrow behind a number that may be higher."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A column with its place. Columns of one unit have one scale."""

    column: Column
    index: int
    left: float
    width: float
    text_width: float
    """Room for the numbers beside the bars."""
    low: Decimal
    high: Decimal
    """Ends of the scale; zero lies between them."""

    def place(self, number: Decimal) -> float:
        """Return where a number stands."""
        share = float((number - self.low) / (self.high - self.low))
        return self.left + share * (self.width - self.text_width - STUB)


def label_width_of(chart: Chart, width: float) -> float:
    """Return the room for the names of rows."""
    longest = max(width_of(row.label, TEXT_SIZE) for row in chart.rows)
    return min(longest + 2, width * LABEL_SHARE)


def bands_of(chart: Chart, label_width: float, width: float) -> tuple[tuple[Panel, ...], ...]:
    """Place the panels side by side, as many as fit, and the rest in bands below, evenly."""
    room = width - label_width
    widest = max(width_of(bar.text, SMALL_SIZE) for row in chart.rows for bar in row.bars)
    good, fair = (max(1, int(room // (bar + widest + STUB + BETWEEN))) for bar in (GOOD_BAR, FAIR_BAR))
    columns = len(chart.columns)
    bands = -(-columns // good)
    if columns % bands:
        bands = -(-columns // fair)
    count = -(-columns // bands)
    panel_width = room / count - BETWEEN
    panels = [
        _panel(chart, index, label_width + BETWEEN + index % count * (panel_width + BETWEEN), panel_width)
        for index in range(len(chart.columns))
    ]
    return tuple(tuple(panels[start : start + count]) for start in range(0, len(panels), count))


def _panel(chart: Chart, index: int, left: float, width: float) -> Panel:
    column = chart.columns[index]
    bars = tuple(_bars_in(chart, unit_of(column)))
    numbers = [Decimal(0)]
    numbers += [number for bar in bars if (q := bar.value.quantity) for number in (q.low, q.high)]
    low, high = min(numbers), max(numbers)
    widest = max(width_of(bar.text, SMALL_SIZE) for bar in bars) + 4
    text_width = min(widest, width - LEAST_BAR - STUB)
    return Panel(column, index, left, width, text_width, low, high if high > low else low + 1)


def _bars_in(chart: Chart, unit: str) -> Iterator[Bar]:
    indices = [index for index, column in enumerate(chart.columns) if unit_of(column) == unit]
    for row in chart.rows:
        yield from (row.bars[index] for index in indices)


# The key of a bar chart and its alternative text.

HATCHINGS: Final[dict[ValueStatus, Hatching]] = {
    "reported": "solid",
    "adjusted": "slanted",
    "modelled": "dotted",
    "computed": "level",
}


def upper_part(x: float, y: float, width: float, height: float) -> Path:
    """Return the empty frame that reaches from the lower number of a range to the higher one."""
    frame = rectangle((x, y), (width, height))
    return Path(frame.points, is_closed=True, fill="", stroke=BLACK, width=0.6, dashes=(1.5, 1.5))


def signs_of(chart: Chart, wording: Wording) -> tuple[Sign, ...]:
    """Return the key: each status and each kind of bound that the bars have."""
    bars = [bar for row in chart.rows for bar in row.bars if bar.value.quantity]
    used = {bar.value.status for bar in bars}
    signs = [
        Sign(partial(_sign_of_bar, hatching), wording.label("picture.status", status=wording.label(f"status.{status}")))
        for status, hatching in HATCHINGS.items()
        if status in used
    ]
    bounds = {bar.value.quantity.bound for bar in bars if bar.value.quantity}
    ends: tuple[tuple[Bound, Callable[[float, float], Iterable[Shape]], str], ...] = (
        (Bound.AT_LEAST, arrow_sign, "at_least"),
        (Bound.RANGE, _frame, "upper"),
    )
    signs += [Sign(draw, wording.label(f"picture.{key}")) for bound, draw, key in ends if bound in bounds]
    return tuple(signs)


def _sign_of_bar(hatching: Hatching, x: float, y: float) -> Iterable[Shape]:
    return hatched(x, y - SIGN_HEIGHT / 2, SIGN_WIDTH, SIGN_HEIGHT, hatching)


def _frame(x: float, y: float) -> Iterable[Shape]:
    return (upper_part(x, y - SIGN_HEIGHT / 2, SIGN_WIDTH, SIGN_HEIGHT),)


def alternative_of(chart: Chart, rows: Sequence[ChartRow], wording: Wording) -> str:
    """Return in words what a sheet shows: each row with the number and the status of each value."""
    sentences = [wording.label("picture.chart_alternative", title=chart.title)]
    for row in rows:
        values = "; ".join(
            _value(column.heading, bar, wording) for column, bar in zip(chart.columns, row.bars, strict=True)
        )
        sentences.append(wording.label("picture.chart_row", label=row.label, values=values))
    return tidy(" ".join((*sentences, *chart.remarks)))


def _value(heading: str, bar: Bar, wording: Wording) -> str:
    if bar.value.quantity is None:
        return wording.label("picture.row", label=heading, text=bar.text)
    status = wording.label(f"status.{bar.value.status}")
    return wording.label("picture.chart_value", column=heading, value=bar.text, status=status)


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
