"""Where the boxes and lines of an organisation chart stand, before anything is drawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from probata.pictures.drawing import Point
from probata.pictures.layers import Edge, Layers, layers_of
from probata.pictures.link_line import HEAD, RADIUS
from probata.pictures.places import EDGE, places_of
from probata.pictures.routes import TRACK_STEP, Segment, route

WIDEST, NARROWEST = 190.0, 88.0
"""Widths between which the boxes of a chart lie, in points; all boxes of one chart are as wide."""
GAP, HELPER = 12.0, 4.0
"""Between the items of a row; width of a place where a line passes a row."""
MOST_IN_ROW = 4
ABOVE_TRACKS, BELOW_TRACKS = 6.0, 5.0
"""Room above and below the level parts of lines."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Widths of one chart."""

    box: float
    helper: float
    gap: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows from top to bottom, and what runs between them."""

    width: float
    layers: Layers
    spacing: Spacing
    middles: Sequence[float]
    heights: Sequence[float]
    """Heights of the boxes."""
    tops: Sequence[float]
    """Upper edge of each row."""
    gaps: Sequence[Sequence[Segment]]
    """The parts of lines below each row but the last."""

    @property
    def foot(self) -> float:
        """The lower edge of all."""
        return self.foot_of_row(len(self.tops) - 1)

    def foot_of_row(self, row: int) -> float:
        """Return the lower edge of a row."""
        return self.tops[row] + _row_height(self.layers.rows[row], self.heights)

    def ways(self) -> list[list[Point]]:
        """Return the corners of each line from its upper end to its lower one."""
        ways: list[list[Point]] = [[] for _ in self.layers.chains]
        for row, segments in enumerate(self.gaps):
            foot, below = self.foot_of_row(row), self.tops[row + 1]
            for segment in segments:
                upper = segment.edge[0]
                start = self.tops[row] + self.heights[upper] if upper < self.layers.count else foot
                level = foot + ABOVE_TRACKS + segment.track * TRACK_STEP
                corners = [(segment.upper, level), (segment.lower, level)] if segment.track >= 0 else []
                way = ways[segment.line]
                way += [(way[-1][0], start)] if way else []  # a helper is passed upright, and left sideways below it
                way += [(segment.upper, start), *corners, (segment.lower, below)]
        return ways

    def places_of_numbers(self) -> dict[int, Point]:
        """Return where the number of each line may stand: above its arrow at the lower end."""
        found: dict[int, Point] = {}
        for row, segments in enumerate(self.gaps):
            for segment in segments:
                if segment.edge[1] < self.layers.count:
                    raised = segment.rank % _levels(segment) * (2 * RADIUS + 1)
                    found[segment.line] = (segment.lower, self.tops[row + 1] - HEAD - RADIUS - 1.5 - raised)
        return found


def arrangements(count: int, edges: Sequence[Edge], width: float) -> list[tuple[Layers, Spacing]]:
    """Arrange boxes in rows in each way in which every row fits; with lines drawn closely together where none does."""
    found = []
    for capacity in range(MOST_IN_ROW, 0, -1):
        layers = layers_of(count, edges, capacity)
        box = min(WIDEST, *(_room(row, layers.count, width) for row in layers.rows))
        if box >= NARROWEST:
            found.append((layers, Spacing(box, HELPER, GAP)))
    if found:
        return found
    layers = layers_of(count, edges, 1)
    narrow = (width - 2 * EDGE - NARROWEST) / (2 * max(len(row) for row in layers.rows))
    return [(layers, Spacing(NARROWEST, narrow, narrow))]


def _room(row: Sequence[int], count: int, width: float) -> float:
    """Return how wide the boxes of a row may be."""
    boxes = sum(item < count for item in row)
    rest = width - 2 * EDGE - (len(row) - boxes) * HELPER - (len(row) - 1) * GAP
    return rest / boxes if boxes else (WIDEST if rest >= 0 else 0.0)


def plan_of(
    layers: Layers, spacing: Spacing, heights: Sequence[float], numbered: Collection[int], width: float
) -> Plan:
    """Place everything; `numbered` are the lines that carry a number."""
    helpers = sum(len(chain) - 2 for chain in layers.chains)
    widths = [spacing.box] * layers.count + [spacing.helper] * helpers
    middles = places_of(layers, widths, spacing.gap, width)
    row_of = {item: row for row, items in enumerate(layers.rows) for item in items}
    gaps: list[list[Segment]] = []
    tops = [1.0]
    for row, items in enumerate(layers.rows[:-1]):
        below = ((line, edge) for line, edge in layers.numbered_segments() if row_of[edge[0]] == row)
        gaps.append(route(below, middles, widths, width))
        tops.append(tops[-1] + _row_height(items, heights) + _gap_height(gaps[-1], layers.count, numbered))
    return Plan(width, layers, spacing, middles, heights, tops, gaps)


def _row_height(row: Sequence[int], heights: Sequence[float]) -> float:
    return max((heights[item] for item in row if item < len(heights)), default=0.0)


def _gap_height(segments: Sequence[Segment], count: int, numbered: Collection[int]) -> float:
    tracks = max((segment.track + 1 for segment in segments), default=0)
    levels = [_levels(s) for s in segments if s.line in numbered and s.edge[1] < count]
    numbers = max(levels, default=0) * (2 * RADIUS + 1)
    return ABOVE_TRACKS + tracks * TRACK_STEP + numbers + BELOW_TRACKS + HEAD


def _levels(segment: Segment) -> int:
    """Return on how many heights the numbers at an item stand, so that they do not touch."""
    return max(1, -int(-(2 * RADIUS + 0.5) // max(segment.step, 0.5)))
