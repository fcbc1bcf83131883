"""The key of a bar chart and its alternative text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

from probata.messages import Wording
from probata.model.quantity import Bound, ValueStatus
from probata.pictures.chart_rows import Bar, Chart, ChartRow
from probata.pictures.drawing import BLACK, Path, Shape, line, rectangle
from probata.pictures.hatching import Hatching, arrow_head, hatched
from probata.pictures.legend import SIGN_HEIGHT, SIGN_WIDTH, Sign
from probata.pictures.text import tidy

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
        Sign(partial(_bar, hatching), wording.label("picture.status", status=wording.label(f"status.{status}")))
        for status, hatching in HATCHINGS.items()
        if status in used
    ]
    bounds = {bar.value.quantity.bound for bar in bars if bar.value.quantity}
    ends: tuple[tuple[Bound, Callable[[float, float], Iterable[Shape]], str], ...] = (
        (Bound.AT_LEAST, _arrow, "at_least"),
        (Bound.RANGE, _frame, "upper"),
    )
    signs += [Sign(draw, wording.label(f"picture.{key}")) for bound, draw, key in ends if bound in bounds]
    return tuple(signs)


def _bar(hatching: Hatching, x: float, y: float) -> Iterable[Shape]:
    return hatched(x, y - SIGN_HEIGHT / 2, SIGN_WIDTH, SIGN_HEIGHT, hatching)


def _frame(x: float, y: float) -> Iterable[Shape]:
    return (upper_part(x, y - SIGN_HEIGHT / 2, SIGN_WIDTH, SIGN_HEIGHT),)


def _arrow(x: float, y: float) -> Iterable[Shape]:
    tip = x + SIGN_WIDTH - 3
    return (line((x + 3, y), (tip - 2, y), width=0.9), arrow_head((tip, y), "right"))


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
