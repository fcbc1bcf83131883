"""The key of a time axis and its alternative text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from probata.messages import Wording
from probata.model.dates import parse_when
from probata.pictures.axis import Axis
from probata.pictures.drawing import Shape, line
from probata.pictures.hatching import arrow_head, hatched
from probata.pictures.legend import SIGN_HEIGHT, SIGN_WIDTH, Sign
from probata.pictures.text import tidy
from probata.pictures.time_bar import diamond, guide, is_partly_possible, is_short
from probata.pictures.timeline_rows import TimeGroup, TimeRow, is_guided


def signs_of(rows: Sequence[TimeRow], axis: Axis, wording: Wording) -> tuple[Sign, ...]:
    """Return the key: the signs that these rows use."""
    spans = [row.span for row in rows]
    short = [span for span in spans if is_short(span, axis)]
    used = (
        (_solid, "certain", any(span.certain and not is_short(span, axis) for span in spans)),
        (_slanted, "possible", any(is_partly_possible(span, axis) for span in spans)),
        (_filled, "short", any(span.certain for span in short)),
        (_hollow, "short_possible", any(not span.certain for span in short)),
        (_arrow, "open_end", any(span.starts_open or span.ends_open for span in spans)),
        (_guide, "guide", any(map(is_guided, rows))),
    )
    return tuple(Sign(draw, wording.label(f"picture.{key}")) for draw, key, is_used in used if is_used)


def _solid(x: float, y: float) -> Iterable[Shape]:
    return hatched(x, y - SIGN_HEIGHT / 2, SIGN_WIDTH, SIGN_HEIGHT, "solid")


def _slanted(x: float, y: float) -> Iterable[Shape]:
    return hatched(x, y - SIGN_HEIGHT / 2, SIGN_WIDTH, SIGN_HEIGHT, "slanted")


def _filled(x: float, y: float) -> Iterable[Shape]:
    return (diamond(x + SIGN_WIDTH / 2, y, is_filled=True),)


def _hollow(x: float, y: float) -> Iterable[Shape]:
    return (diamond(x + SIGN_WIDTH / 2, y, is_filled=False),)


def _arrow(x: float, y: float) -> Iterable[Shape]:
    tip = x + SIGN_WIDTH - 3
    return (line((x + 3, y), (tip - 2, y), width=0.9), arrow_head((tip, y), "right"))


def _guide(x: float, y: float) -> Iterable[Shape]:
    middle = x + SIGN_WIDTH / 2
    return (guide((middle, y - 5.5), (middle, y + 5.5)),)


def alternative_of(groups: Iterable[TimeGroup], undated: Sequence[str], axis: Axis, wording: Wording) -> str:
    """Return in words what the time axis shows: the axis, then every row with its dates."""
    between = wording.label("list.between_long")
    period = wording.when(parse_when(f"{axis.first}/{axis.last}"))
    sentences = [wording.label("picture.timeline_alternative", period=period)]
    for group in groups:
        rows = between.join(wording.label("picture.row", label=row.label, text=row.dates) for row in group.rows)
        sentences.append(wording.label("picture.chart_row", label=group.heading, values=rows))
    if undated:
        sentences.append(wording.label("picture.undated", titles=between.join(undated)))
    return tidy(" ".join(sentences))
