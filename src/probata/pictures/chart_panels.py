"""Where the panels of a bar chart stand, and what their scales are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from probata.model.dataset import Column
from probata.pictures.chart_rows import Bar, Chart, unit_of
from probata.pictures.drawing import SMALL_SIZE, TEXT_SIZE
from probata.pictures.text import width_of

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
