"""Where the boxes and lines of an organisation chart stand: its rows, the places in each, the ways of the lines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from probata.pictures.drawing import BLACK, SMALL_SIZE, WHITE, Circle, Label, Path, Point, Shape, arrow_head

# The line of a relation: its kind told by dashes, whether it is sure on the day by the head of the arrow.

DASHES: Final[dict[str, tuple[float, ...]]] = {
    "command_de_jure": (),
    "command_de_facto": (),
    "oversight": (5.0, 3.0),
    "administrative": (1.0, 2.2),
    "coordination": (7.0, 2.2, 1.0, 2.2),
    "inferred": (2.4, 3.6),
}
"""Lengths of dash and gap; command in fact is a double line."""
HEAD = 5.0
RADIUS = 5.6
"""Of the circle round a number."""


def draw_line(way: Sequence[Point], kind: str, is_certain: bool, head: str) -> Iterator[Shape]:
    """Give the shapes of a line; `head` says where the arrow is: `down` at its end, `up` at its beginning, or none."""
    points = list(way)
    if head == "down":
        points[-1] = (points[-1][0], points[-1][1] - HEAD + 0.5)
    if head == "up":
        points[0] = (points[0][0], points[0][1] + HEAD - 0.5)
    is_double = kind == "command_de_facto"
    yield Path(tuple(points), stroke=BLACK, width=2.8 if is_double else 1.0, dashes=DASHES.get(kind, ()))
    if is_double:
        yield Path(tuple(points), stroke=WHITE, width=1.2)
    if head == "down":
        yield arrow_head(way[-1], "down", is_certain)
    if head == "up":
        yield arrow_head(way[0], "up", is_certain)


def draw_number(text: str, centre: Point) -> tuple[Circle, Label]:
    """Return a number in a circle, which leads to a remark below the picture."""
    x, y = centre
    return Circle(centre, RADIUS), Label((x, y + SMALL_SIZE * 0.36), text, SMALL_SIZE, anchor="middle")


# The method is that of Sugiyama, Tagawa and Toda (1981): rows by longest path, helpers where a line passes a row,
# order by the mean place of neighbours. Everything is decided by the order of the input, so that the same records give
# the same picture.

Edge = tuple[int, int]
"""From an item to one in a row below."""
SWEEPS = 8


@dataclass(frozen=True, slots=True)
class Layers:
    """Rows of items. Items below `count` are the boxes; the others are places where a line passes a row."""

    count: int
    rows: tuple[tuple[int, ...], ...]
    chains: tuple[tuple[int, ...], ...]
    """For each line its items from the upper box to the lower one; neighbours stand in rows that touch."""
    reversed_lines: frozenset[int]
    """Lines whose lower end is the superior, as in a circle of command."""

    def segments(self) -> tuple[Edge, ...]:
        """Return the parts of all lines between two rows."""
        return tuple(pair for _, pair in self.numbered_segments())

    def neighbours(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """Return the items with which each item is joined: those of the row above it, and those of the row below."""
        above: dict[int, list[int]] = {}
        below: dict[int, list[int]] = {}
        for a, b in self.segments():
            below.setdefault(a, []).append(b)
            above.setdefault(b, []).append(a)
        return above, below

    def numbered_segments(self) -> tuple[tuple[int, Edge], ...]:
        """Return the same, each with the place of its line among the lines."""
        return tuple((line, pair) for line, chain in enumerate(self.chains) for pair in pairwise(chain))


def layers_of(count: int, edges: Sequence[Edge], capacity: int) -> Layers:
    """Arrange `count` boxes in rows of `capacity` at most; `edges` lead from superior to subordinate."""
    turned = frozenset(_closing(count, edges))
    down = [(b, a) if n in turned else (a, b) for n, (a, b) in enumerate(edges)]
    row_of = _rows(count, down, capacity)
    rows: list[list[int]] = [[] for _ in range(max(row_of, default=-1) + 1)]
    for item, row in enumerate(row_of):
        rows[row].append(item)
    chains = []
    helper = count
    for upper, lower in down:
        between = range(row_of[upper] + 1, row_of[lower])
        chains.append((upper, *range(helper, helper + len(between)), lower))
        for row in between:
            rows[row].append(helper)
            helper += 1
    return _ordered(Layers(count, tuple(map(tuple, rows)), tuple(chains), turned))


def _closing(count: int, edges: Sequence[Edge]) -> Iterable[int]:
    """Give the edges that close a circle, found by going down from each item in turn."""
    below: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for number, (a, b) in enumerate(edges):
        below[a].append((number, b))
    state = [0] * count  # 0 not met, 1 on the way, 2 done
    for start in range(count):
        if state[start]:
            continue
        way = [(start, iter(below[start]))]
        state[start] = 1
        while way:
            item, rest = way[-1]
            step = next(rest, None)
            if step is None:
                state[item] = 2
                way.pop()
            elif state[step[1]] == 1:
                yield step[0]
            elif state[step[1]] == 0:
                state[step[1]] = 1
                way.append((step[1], iter(below[step[1]])))


def _rows(count: int, edges: Sequence[Edge], capacity: int) -> list[int]:
    """Return the row of each box: below all its superiors, and no higher than it must be where it has none."""
    depth = [0] * count
    for _ in range(count):
        for a, b in edges:
            depth[b] = max(depth[b], depth[a] + 1)
    with_superior = {b for _, b in edges}
    for item in range(count):
        lower = [depth[b] for a, b in edges if a == item]
        if item not in with_superior and lower:
            depth[item] = min(lower) - 1
    return _cut(depth, capacity)


def _cut(depth: Sequence[int], capacity: int) -> list[int]:
    """Divide rows that hold too many boxes; those of one row do not stand above each other."""
    row_of = [0] * len(depth)
    row = 0
    for level in sorted(set(depth)):
        members = [item for item, own in enumerate(depth) if own == level]
        for place, item in enumerate(members):
            row_of[item] = row + place // capacity
        row += -(-len(members) // capacity)
    return row_of


def _ordered(layers: Layers) -> Layers:
    rows = [list(row) for row in layers.rows]
    above, below = layers.neighbours()
    best, fewest = [list(row) for row in rows], _crossings(rows, layers.segments())
    for sweep in range(SWEEPS):
        going_down = sweep % 2 == 0
        numbers = range(1, len(rows)) if going_down else range(len(rows) - 2, -1, -1)
        for number in numbers:
            fixed = {item: place for place, item in enumerate(rows[number - 1 if going_down else number + 1])}
            rows[number] = _by_mean(rows[number], above if going_down else below, fixed)
        crossings = _crossings(rows, layers.segments())
        if crossings < fewest:
            best, fewest = [list(row) for row in rows], crossings
    return Layers(layers.count, tuple(map(tuple, best)), layers.chains, layers.reversed_lines)


def _by_mean(row: Sequence[int], neighbours: dict[int, list[int]], fixed: dict[int, int]) -> list[int]:
    def mean(place: int) -> float:
        places = [fixed[item] for item in neighbours.get(row[place], ())]
        return sum(places) / len(places) if places else float(place)

    return [row[place] for place in sorted(range(len(row)), key=mean)]


def _crossings(rows: Sequence[Sequence[int]], segments: Iterable[Edge]) -> int:
    place = {item: (number, index) for number, row in enumerate(rows) for index, item in enumerate(row)}
    by_row: dict[int, list[Edge]] = {}
    for a, b in segments:
        by_row.setdefault(place[a][0], []).append((place[a][1], place[b][1]))
    return sum((a - c) * (b - d) < 0 for found in by_row.values() for (a, b), (c, d) in combinations(found, 2))


# Where the items of each row stand from left to right: near what they are joined with, and never on each other.

PASSES = 9
EDGE = 1.5
"""Points kept free at both edges, for the frames of boxes."""


def places_of(layers: Layers, widths: Sequence[float], gap: float, width: float) -> list[float]:
    """Return the middle of each item, in points; `widths` are those of all items, helpers included.

    The items of a row with their gaps must not be wider than `width` without its edges.
    """
    middles = [0.0] * len(widths)
    for row in layers.rows:
        for place, item in enumerate(row):
            middles[item] = width * (place + 0.5) / len(row)
    above, below = layers.neighbours()
    for sweep in range(PASSES):
        going_down = sweep % 2 == 0
        for row in layers.rows if going_down else reversed(layers.rows):
            wanted = [_mean(item, above if going_down else below, middles) for item in row]
            for item, middle in zip(row, _apart(wanted, [widths[i] for i in row], gap, width), strict=True):
                middles[item] = middle
    return _centred(middles, widths, width)


def _centred(middles: Sequence[float], widths: Sequence[float], width: float) -> list[float]:
    """Move everything sideways, so that as much is free on the left as on the right."""
    left = min((middle - own / 2 for middle, own in zip(middles, widths, strict=True)), default=0.0)
    right = max((middle + own / 2 for middle, own in zip(middles, widths, strict=True)), default=width)
    return [middle + (width - left - right) / 2 for middle in middles]


def _mean(item: int, neighbours: dict[int, list[int]], middles: Sequence[float]) -> float:
    found = neighbours.get(item)
    return sum(middles[other] for other in found) / len(found) if found else middles[item]


def _apart(wanted: Sequence[float], widths: Sequence[float], gap: float, width: float) -> list[float]:
    """Return middles as near to the wanted ones as they can be without touching (isotonic regression)."""
    offsets = [0.0]
    for left, right in pairwise(widths):
        offsets.append(offsets[-1] + (left + right) / 2 + gap)
    blocks: list[tuple[float, int]] = []
    for value in (want - offset for want, offset in zip(wanted, offsets, strict=True)):
        mean, size = value, 1
        while blocks and blocks[-1][0] > mean:
            before, count = blocks.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        blocks.append((mean, size))
    levels = [mean for mean, size in blocks for _ in range(size)]
    low, high = EDGE + widths[0] / 2, width - EDGE - widths[-1] / 2 - offsets[-1]
    return [min(max(level, low), max(low, high)) + offset for level, offset in zip(levels, offsets, strict=True)]


PORT_STEP = 14.0
"""Distance of the lines at the edge of a box, where it is wide enough."""
INSIDE = 9.0
"""Least distance of a line from the corner of a box."""
CORNER = 2.0
"""Points from the corner of a box, or from the edge of the canvas, that no line comes nearer."""
TRACK_STEP = 6.0
LEAST_APART = 4.0
"""Least distance of two upright parts of different lines."""
STRAIGHT = 8.0
"""A line that would move sideways by less than this is drawn straight where its neighbours leave room."""


@dataclass(slots=True)
class Segment:
    """A part of a line, from an item of one row to an item of the next."""

    line: int
    """The place of its line among the lines."""
    edge: Edge
    upper: float = 0.0
    lower: float = 0.0
    """Where it leaves the upper item and meets the lower one, from left to right."""
    track: int = -1
    """Which level part it uses, counted from above; -1 where it is straight."""
    rank: int = 0
    """Its place among the lines that meet the lower item."""
    step: float = PORT_STEP
    """Distance to the next line there."""


def route(
    edges: Iterable[tuple[int, Edge]], middles: Sequence[float], widths: Sequence[float], width: float
) -> list[Segment]:
    """Lay the parts of all lines between two rows, each given with its line; each gets places and a track.

    `middles` and `widths` are those of all items, `width` is that of the canvas.
    """
    segments = [Segment(line, edge) for line, edge in edges]
    for end in (0, 1):
        _spread(segments, end, middles, widths)
    _straighten(segments)
    _keep_apart(segments, middles, widths, width)
    _assign_tracks(segments)
    return segments


def _spread(segments: Sequence[Segment], end: int, middles: Sequence[float], widths: Sequence[float]) -> None:
    """Spread the lines at each item, in the order of where they come from or go."""
    by_item: dict[int, list[Segment]] = {}
    for segment in segments:
        by_item.setdefault(segment.edge[end], []).append(segment)
    for item, found in by_item.items():
        found.sort(key=lambda segment: middles[segment.edge[1 - end]])
        room = max(widths[item] - 2 * INSIDE, 0)
        step = min(PORT_STEP, room / max(len(found) - 1, 1))
        for rank, segment in enumerate(found):
            place = middles[item] + (rank - (len(found) - 1) / 2) * step
            if end == 0:
                segment.upper = place
            else:
                segment.lower, segment.rank, segment.step = place, rank, step


def _straighten(segments: Sequence[Segment]) -> None:
    """Let a line whose two ends are nearly below each other go straight, where its neighbours leave room."""
    for segment in segments:
        if abs(segment.upper - segment.lower) >= STRAIGHT:
            continue
        beside = [other.upper for other in segments if other is not segment and other.edge[0] == segment.edge[0]]
        below = [other.lower for other in segments if other is not segment and other.edge[1] == segment.edge[1]]
        if not _is_near(segment.lower, beside):
            segment.upper = segment.lower
        elif not _is_near(segment.upper, below, PORT_STEP - 2):
            segment.lower = segment.upper


def _keep_apart(segments: Sequence[Segment], middles: Sequence[float], widths: Sequence[float], width: float) -> None:
    """Move upper ends that stand above the lower end of another line: upright parts would run together."""
    for segment in segments:
        others = [place for other in segments if other is not segment for place in (other.upper, other.lower)]
        shifts = (n * sign * (LEAST_APART + 0.1) for n in range(len(others) + 1) for sign in (1, -1))
        item = segment.edge[0]
        reach = max(widths[item] / 2 - CORNER, len(others) * LEAST_APART if widths[item] < INSIDE else 0.0)
        left, right = max(CORNER, middles[item] - reach), min(width - CORNER, middles[item] + reach)
        places = (place for shift in shifts if left <= (place := segment.upper + shift) <= right)
        free = (place for place in places if not _is_near(place, others))
        segment.upper = next(free, segment.upper)


def _is_near(place: float, others: Iterable[float], least: float = LEAST_APART) -> bool:
    return any(abs(place - other) < least for other in others)


def _assign_tracks(segments: Sequence[Segment]) -> None:
    """Give each line a level part of its own where it would lie on another; the longest run highest."""
    tracks: list[list[tuple[float, float]]] = []
    for segment in sorted(segments, key=lambda segment: -abs(segment.upper - segment.lower)):
        if abs(segment.upper - segment.lower) < 0.5:
            continue
        left, right = sorted((segment.upper, segment.lower))
        free = (n for n, taken in enumerate(tracks) if all(b + 3 < left or right + 3 < a for a, b in taken))
        segment.track = next(free, len(tracks))
        if segment.track == len(tracks):
            tracks.append([])
        tracks[segment.track].append((left, right))


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
