"""Bodies and command on one day as an organisation chart, with the posts that persons hold."""

from __future__ import annotations

from collections.abc import Sequence

from probata.messages import Wording
from probata.model.dates import parse_when
from probata.pictures.drawing import Canvas
from probata.pictures.legend import draw_legend
from probata.pictures.link_line import draw_line, draw_number
from probata.pictures.organisation_parts import Organisation, joined_units, part_of
from probata.pictures.organisation_words import Numbers, alternative_of, in_words, signs_of
from probata.pictures.plan import Plan, arrangements, plan_of
from probata.pictures.sheet import Sheet
from probata.pictures.unit_box import UnitBox, box_of_unit, draw_box

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
    day = wording.label("picture.position_on", day=wording.when(parse_when(whole.day.isoformat())))
    canvas.height = draw_legend(canvas, signs_of(whole, wording), [*numbers.remarks(wording), *told, day], plan.foot)
    return Sheet(canvas.drawing(), alternative_of(whole, wording))


def _draw_lines(canvas: Canvas, whole: Organisation, plan: Plan, numbers: Numbers) -> None:
    """Draw the lines, those of command in fact first since they are broad, then the numbers above all lines."""
    ways, places = plan.ways(), plan.places_of_numbers()
    order = sorted(range(len(ways)), key=lambda line: whole.links[line].kind != "command_de_facto")
    for line in order:
        link = whole.links[line]
        head = "up" if line in plan.layers.reversed_lines else "down"
        canvas.add(draw_line(ways[line], link.kind, link.is_certain, head))
    for line in order:
        if number := numbers.of(whole.links[line]):
            circle, label = draw_number(number, places[line])
            canvas.add([circle], [label])
