"""Bodies and command on one day as an organisation chart, with the posts that persons hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from probata.messages import Wording
from probata.model.dates import parse_when
from probata.pictures.drawing import BLACK, SMALL_SIZE, TEXT_SIZE, WHITE, Canvas, Shape, Sheet, line, rectangle
from probata.pictures.legend import SIGN_HEIGHT, SIGN_WIDTH, Sign, draw_legend
from probata.pictures.organisation import Held, Link, Organisation, Unit, joined_units, part_of
from probata.pictures.organisation_layout import DASHES, Plan, arrangements, draw_line, draw_number, plan_of
from probata.pictures.text import height_of, stacked, tidy, wrap

# The box of a body: its name, and below it who of the persons holds which post.

PADDING = 4.5
SHADE = "#e4e4e4"
MOST_LINES = 24
"""Lines of a name or post; none that is meant in earnest has more."""
MOST_HELD = 8
"""Posts that one box names; more are counted."""


@dataclass(frozen=True, slots=True)
class UnitBox:
    """The lines in a box, with its height."""

    name: tuple[str, ...]
    posts: tuple[tuple[tuple[str, ...], bool], ...]
    """Lines of each person's name and post; true for bold ones."""
    height: float

    def places(self) -> Iterator[tuple[float, float]]:
        """Give for each person named where their lines begin below the upper edge, and how high they are."""
        top = 2 * PADDING + height_of(self.name, TEXT_SIZE)
        heights: list[float] = []
        for lines, is_person in self.posts:
            height = height_of(lines, SMALL_SIZE)
            if is_person:
                heights.append(height)
            else:
                heights[-1] += height
        for height in heights:
            yield top, height
            top += height


def box_of_unit(unit: Unit, width: float, wording: Wording) -> UnitBox:
    """Break the texts of a unit into the lines of a box of this width."""
    room = width - 2 * PADDING
    name = wrap(unit.name, room, TEXT_SIZE, most=MOST_LINES)
    posts: list[tuple[tuple[str, ...], bool]] = []
    for held in unit.held[:MOST_HELD]:
        person, post = words_of(held, wording)
        posts.append((wrap(person, room, SMALL_SIZE, is_bold=True, most=MOST_LINES), True))
        if post:
            posts.append((wrap(post, room, SMALL_SIZE, most=MOST_LINES), False))
    if more := len(unit.held) - MOST_HELD:
        posts += [(wrap(wording.label("picture.more", number=str(more)), room, SMALL_SIZE), False)] if more > 0 else []
    below = sum(height_of(lines, SMALL_SIZE) for lines, _ in posts)
    height = height_of(name, TEXT_SIZE) + 2 * PADDING + (below + PADDING if posts else 0)
    return UnitBox(name, tuple(posts), height)


def words_of(held: Held, wording: Wording) -> tuple[str, str]:
    """Return the person and the post; where it is not sure for the day, the last of them says so."""
    if held.is_certain:
        return held.person, held.post
    possible = wording.label("picture.possible_suffix", text=held.post or held.person)
    return (held.person, possible) if held.post else (possible, "")


def draw_box(canvas: Canvas, box: UnitBox, middle: float, top: float, width: float) -> None:
    """Draw a box; one with a post of a person is shaded and has a stronger frame."""
    left = middle - width / 2
    fill, stroke = (SHADE, 1.4) if box.posts else (WHITE, 0.7)
    canvas.add([rectangle((left, top), (width, box.height), fill, BLACK, stroke)])
    y = top + PADDING
    canvas.add(labels=stacked(box.name, (middle, y), TEXT_SIZE, is_centred=True))
    y += height_of(box.name, TEXT_SIZE) + PADDING / 2
    if box.posts:
        canvas.add([line((left + PADDING, y), (left + width - PADDING, y), width=0.4)])
    y += PADDING / 2
    for lines, is_bold in box.posts:
        canvas.add(labels=stacked(lines, (middle, y), SMALL_SIZE, is_bold=is_bold, is_centred=True))
        y += height_of(lines, SMALL_SIZE)


class Numbers:
    """Numbers of the matters to which relations are limited, in the order of the relations."""

    def __init__(self, links: Sequence[Link]) -> None:
        limits = dict.fromkeys(link.limit for link in links if link.limit)
        self._numbers = {limit: str(number) for number, limit in enumerate(limits, 1)}

    def of(self, link: Link) -> str:
        """Return the number of a relation's limit; nothing where it has none."""
        return self._numbers.get(link.limit, "")

    def remarks(self, wording: Wording) -> tuple[str, ...]:
        """Return what the numbers mean; nothing where there is none."""
        limits = [wording.label("picture.limit", mark=number, what=what) for what, number in self._numbers.items()]
        joined = wording.label("list.between_long").join(limits)
        return (wording.label("picture.limited", limits=joined),) if limits else ()


def signs_of(whole: Organisation, wording: Wording) -> tuple[Sign, ...]:
    """Return the key: kinds of relations, how sure they are, and the mark of posts."""
    kinds = {link.kind for link in whole.links}
    signs = [Sign(partial(_line, kind), wording.label(f"command.{kind}")) for kind in DASHES if kind in kinds]
    sure = {link.is_certain for link in whole.links}
    heads = (("sure_relation", True), ("possible_relation", False))
    signs += [
        Sign(partial(_head, is_sure), wording.label(f"picture.{key}")) for key, is_sure in heads if is_sure in sure
    ]
    if any(unit.held for unit in whole.units):
        signs.append(Sign(_box, wording.label("picture.seat_sign")))
    return tuple(signs)


def _line(kind: str, x: float, y: float) -> Iterable[Shape]:
    return draw_line(((x, y), (x + SIGN_WIDTH, y)), kind, True, "")


def _head(is_sure: bool, x: float, y: float) -> Iterable[Shape]:
    return draw_line(((x + SIGN_WIDTH / 2, y - 5.5), (x + SIGN_WIDTH / 2, y + 5)), "", is_sure, "down")


def _box(x: float, y: float) -> Iterable[Shape]:
    return (rectangle((x, y - SIGN_HEIGHT / 2), (SIGN_WIDTH, SIGN_HEIGHT), SHADE, BLACK, 1.4),)


def alternative_of(whole: Organisation, wording: Wording) -> str:
    """Return in words what a chart shows: who stands above whom, and who holds which post."""
    day = wording.when(parse_when(whole.day.isoformat()))
    sentences = [wording.label("picture.organisation_alternative", day=day)]
    sentences += [f"{in_words(link, whole.units, wording)}." for link in whole.links]
    sentences += [sentence for unit in whole.units for sentence in _of_unit(unit, whole.links, whole.units, wording)]
    return tidy(" ".join(sentences))


def _of_unit(unit: Unit, links: Sequence[Link], units: Sequence[Unit], wording: Wording) -> Iterable[str]:
    """Give the posts of a unit; one that neither holds a post nor is joined with another is only named."""
    for held in unit.held:
        person, post = words_of(held, wording)
        text = f"{unit.name}, {post}" if post else unit.name
        yield wording.label("picture.row", label=person, text=text) + "."
    place = list(map(id, units)).index(id(unit))
    if not unit.held and not any(place in (link.superior, link.subordinate) for link in links):
        yield f"{unit.name}."


def in_words(link: Link, units: Sequence[Unit], wording: Wording) -> str:
    """Return a relation as a phrase."""
    text = wording.label(
        "picture.relation",
        superior=units[link.superior].name,
        subordinate=units[link.subordinate].name,
        kind=wording.label(f"command.{link.kind}"),
    )
    if link.limit:
        text = wording.label("picture.limited_relation", relation=text, what=link.limit)
    return text if link.is_certain else wording.label("picture.possible_suffix", text=text)


FEWEST_CUT = 3
"""A chart of fewer rows is never cut between them."""


def draw_organisation(
    whole: Organisation, wording: Wording, size: tuple[float, float], told: Sequence[str] = ()
) -> tuple[Sheet, ...]:
    """Draw what holds on a day; `size` is the width and the greatest height in points.

    A chart that is too high is cut: its largest group of joined bodies apart from the rest, and a single group between
    rows. The row at such a cut is drawn on both sheets, and relations that run over it are `told` in words. Gives
    nothing where there is no body.
    """
    if not whole.units:
        return ()
    plan, boxes = _plan(whole, wording, size[0])
    sheet = _draw(whole, plan, boxes, told, wording)
    parts = _parts(whole, plan) if sheet.drawing.height > size[1] else []
    if not parts:
        return (sheet,)
    cut = [link for link in whole.links if not any({link.superior, link.subordinate} <= part for part in parts)]
    told = [*told, *(in_words(link, whole.units, wording) for link in cut)]
    sheets = [
        draw_organisation(part_of(whole, part), wording, size, () if place else told)
        for place, part in enumerate(parts)
    ]
    return tuple(sheet for drawn in sheets for sheet in drawn)


def _parts(whole: Organisation, plan: Plan) -> list[set[int]]:
    """Return the places of the units of two parts of a chart; nothing where it cannot be cut."""
    joined = joined_units(whole)
    if len(joined) > 1:
        largest = max(joined, key=len)
        return [set(largest), {place for group in joined if group is not largest for place in group}]
    rows = [[item for item in row if item < plan.layers.count] for row in plan.layers.rows]
    if len(rows) < FEWEST_CUT:
        return []
    middle = len(rows) // 2
    return [{item for row in part for item in row} for part in (rows[: middle + 1], rows[middle:])]


def _plan(whole: Organisation, wording: Wording, width: float) -> tuple[Plan, list[UnitBox]]:
    """Plan the chart in each way that fits and return the lowest, of equal ones that with the longest rows."""
    edges = [(link.superior, link.subordinate) for link in whole.links]
    numbered = frozenset(line for line, link in enumerate(whole.links) if link.limit)
    plans = []
    for layers, spacing in arrangements(len(whole.units), edges, width):
        boxes = [box_of_unit(unit, spacing.box, wording) for unit in whole.units]
        plans.append((plan_of(layers, spacing, [box.height for box in boxes], numbered, width), boxes))
    return min(plans, key=lambda planned: planned[0].foot)


def _draw(whole: Organisation, plan: Plan, boxes: Sequence[UnitBox], told: Sequence[str], wording: Wording) -> Sheet:
    numbers = Numbers(whole.links)
    canvas = Canvas(plan.width)
    _draw_lines(canvas, whole, plan, numbers)
    for row, top in zip(plan.layers.rows, plan.tops, strict=True):
        for item in row:
            if item < plan.layers.count:
                draw_box(canvas, boxes[item], plan.middles[item], top, plan.spacing.box)
    _stand_for_records(canvas, whole, plan, boxes, wording)
    day = wording.label("picture.position_on", day=wording.when(parse_when(whole.day.isoformat())))
    canvas.height = draw_legend(canvas, signs_of(whole, wording), [*numbers.remarks(wording), *told, day], plan.foot)
    return Sheet(canvas.drawing(), alternative_of(whole, wording))


def _stand_for_records(
    canvas: Canvas, whole: Organisation, plan: Plan, boxes: Sequence[UnitBox], wording: Wording
) -> None:
    """Lay lines below boxes, and in a box each post that a person holds above the body."""
    for link, way in zip(whole.links, plan.ways(), strict=True):
        canvas.stand_for(f"commands/{link.relation}", in_words(link, whole.units, wording), way, is_closed=False)
    for row, top in zip(plan.layers.rows, plan.tops, strict=True):
        for item in (item for item in row if item < plan.layers.count):
            unit, box, width = whole.units[item], boxes[item], plan.spacing.box
            left = plan.middles[item] - width / 2
            canvas.stand_for(unit.record, unit.name, rectangle((left, top), (width, box.height)).points)
            for held, (start, height) in zip(unit.held, box.places(), strict=False):
                words = ": ".join(part for part in words_of(held, wording) if part)
                canvas.stand_for(f"roles/{held.role}", words, rectangle((left, top + start), (width, height)).points)


def _draw_lines(canvas: Canvas, whole: Organisation, plan: Plan, numbers: Numbers) -> None:
    ways, places = plan.ways(), plan.places_of_numbers()
    order = sorted(range(len(ways)), key=lambda line: whole.links[line].kind != "command_de_facto")
    for way in order:
        link = whole.links[way]
        head = "up" if way in plan.layers.reversed_lines else "down"
        canvas.add(draw_line(ways[way], link.kind, link.is_certain, head))
    for way in order:
        if number := numbers.of(whole.links[way]):
            circle, label = draw_number(number, places[way])
            canvas.add([circle], [label])
