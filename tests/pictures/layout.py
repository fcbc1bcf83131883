"""What every drawing keeps to: labels that can be read, that lie on nothing else and stay on the canvas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise

from lxml import etree

from probata.pictures.drawing import Circle, Drawing, Label, Path, Sheet, Strokes
from probata.pictures.picture import to_svg
from probata.pictures.text import ASCENT, DESCENT, width_of

SMALLEST = 7.5
ROUNDING = 0.02
ALLOWED = {"svg", "title", "g", "path", "circle", "text"}
COLOUR = re.compile(r"#(\w\w)(\w\w)(\w\w)\b|#\w{3}\b|rgb|hsl")


@dataclass(frozen=True, slots=True)
class Box:
    """The place of a label."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Tell whether the two share an area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def box_of(label: Label) -> Box:
    """Return the place of a label, with the room for wider letters."""
    x, y = label.at
    width = width_of(label.text, label.size, label.is_bold)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return Box(left, y - label.size * ASCENT, left + width, y + label.size * DESCENT)


def assert_readable(sheet: Sheet, width: float) -> None:
    """Fail where a label overlaps another, leaves the canvas or is too small, or a shape leaves the canvas."""
    drawing = sheet.drawing
    assert drawing.width <= width + ROUNDING
    boxes = [(label, box_of(label)) for label in drawing.labels]
    for label, box in boxes:
        assert label.size >= SMALLEST, label
        assert box.left >= -ROUNDING, label
        assert box.right <= drawing.width + ROUNDING, label
        assert box.top >= -ROUNDING, label
        assert box.bottom <= drawing.height + ROUNDING, label
    for (one, box), (other, its) in combinations(boxes, 2):
        assert not box.overlaps(its), (one, other)
    for x, y in _corners(drawing):
        assert -ROUNDING <= x <= drawing.width + ROUNDING
        assert -ROUNDING <= y <= drawing.height + ROUNDING


def _corners(drawing: Drawing) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for shape in drawing.shapes:
        if isinstance(shape, Path):
            found += shape.points
        elif isinstance(shape, Strokes):
            found += [point for stroke in shape.lines for point in stroke]
        elif isinstance(shape, Circle):
            x, y = shape.centre
            found += [(x - shape.radius, y - shape.radius), (x + shape.radius, y + shape.radius)]
    return found


def assert_lines_pass_boxes(sheet: Sheet) -> None:
    """Fail where the line of a relation runs through the box of a body, or two boxes lie on each other."""
    paths = [shape for shape in sheet.drawing.shapes if isinstance(shape, Path)]
    boxes = [_inside(path) for path in paths if path.is_closed and len(path.points) == 4 and path.fill]
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other)
    for path in paths:
        for (x1, y1), (x2, y2) in pairwise(path.points) if not path.is_closed else ():
            way = Box(min(x1, x2), min(y1, y2), max(x1, x2) + 0.01, max(y1, y2) + 0.01)
            assert not any(way.overlaps(box) and not _lies_in(way, box) for box in boxes), path


def _inside(path: Path) -> Box:
    xs, ys = zip(*path.points, strict=True)
    return Box(min(xs) + 0.5, min(ys) + 0.5, max(xs) - 0.5, max(ys) - 0.5)


def _lies_in(way: Box, box: Box) -> bool:
    """Tell a rule between the lines of a box from a line that comes from outside."""
    return box.left <= way.left and way.right <= box.right and box.top <= way.top and way.bottom <= box.bottom


def assert_harmless(sheet: Sheet) -> None:
    """Fail where the SVG is not well formed, or holds anything but shapes, text and its title."""
    root = etree.fromstring(to_svg(sheet.drawing, sheet.alternative).encode())
    for made in root.iter():
        assert etree.QName(made).localname in ALLOWED
        for name, value in made.attrib.items():
            assert not str(name).startswith("on")
            assert "href" not in str(name)
            assert "url(" not in str(value)
            assert colours_in(str(value)) == []
    assert root[0].text == sheet.alternative
    assert [made.text for made in root.iter("{*}text")] == [label.text for label in sheet.drawing.labels]


def texts(sheet: Sheet) -> str:
    """Return all labels, joined by spaces."""
    return " ".join(label.text for label in sheet.drawing.labels)


def colours_in(text: str) -> list[str]:
    """Return what is written as a colour and is no shade of grey in six digits: a printer may have black alone."""
    return [found[0] for found in COLOUR.finditer(text) if not found[1] or len({*found.groups()}) > 1]
