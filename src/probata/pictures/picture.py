"""Sheets as the pictures of a document: SVG, PNG, caption and alternative text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from lxml import etree

from probata.document.blocks import Picture
from probata.document.inlines import Inlines, Text
from probata.document.origin import Origin
from probata.fonts.files import FAMILIES
from probata.messages import Wording
from probata.pictures.drawing import Circle, Drawing, Label, Path, Point, Shape, Sheet, Strokes

# A drawing as SVG: the same characters for the same drawing, nothing but shapes and text.

NAMESPACE = "http://www.w3.org/2000/svg"
FONTS = ", ".join((*FAMILIES, "serif"))
"""Without our fonts the reader's own serif type is used."""
MILLIMETRES = 25.4 / 72


def to_svg(drawing: Drawing, alternative: str) -> str:
    """Return the drawing as a whole SVG file, with its alternative text as title."""
    size = (drawing.width, drawing.height)
    width, height = (f"{number(side * MILLIMETRES)}mm" for side in size)
    box = f"0 0 {number(size[0])} {number(size[1])}"
    root = _element("svg", {"width": width, "height": height, "viewBox": box, "role": "img"})
    root.append(_element("title", {}, alternative))
    root.extend(_shape(shape) for shape in drawing.shapes)
    letters = _element("g", {"font-family": FONTS, "fill": "#000000"})
    letters.extend(_label(label) for label in drawing.labels)
    root.append(letters)
    return etree.tostring(root, encoding="unicode")


def linked_svg(drawing: Drawing, alternative: str, address: Callable[[str], str]) -> str:
    """Return the drawing for a screen, where it is as wide as it may be and what stands for a record leads there."""
    root = etree.fromstring(to_svg(drawing, alternative))
    for side in ("width", "height"):
        del root.attrib[side]
    root.set("role", "group")
    for spot in drawing.spots:
        link = _element("a", {"href": address(spot.record), "aria-label": spot.words})
        link.append(_element("title", {}, spot.words))
        link.append(_element("path", {"d": _way(spot.points) + ("Z" if spot.is_closed else "")}))
        link.set("class", "area" if spot.is_closed else "way")
        root.append(link)
    return etree.tostring(root, encoding="unicode")


def number(value: float) -> str:
    """Write a number with two decimals at most, without needless zeros and without a minus before zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _element(name: str, attributes: dict[str, str], text: str | None = None) -> etree._Element:
    made = etree.Element(f"{{{NAMESPACE}}}{name}", attributes, {None: NAMESPACE})  # type: ignore[dict-item]  # stubs know no namespace without a prefix
    made.text = text
    return made


def _shape(shape: Shape) -> etree._Element:
    match shape:
        case Path():
            return _path(shape)
        case Strokes(lines=lines, stroke=stroke, width=width):
            way = "".join(_way(points) for points in lines)
            look = {"fill": "none", "stroke": stroke, "stroke-width": number(width)}
            return _element("path", {"d": way, **look})
        case Circle(centre=(x, y), radius=radius):
            place = {"cx": number(x), "cy": number(y), "r": number(radius)}
            look = {"fill": shape.fill, "stroke": shape.stroke, "stroke-width": number(shape.width)}
            return _element("circle", place | look)
        case _:
            assert_never(shape)


def _path(path: Path) -> etree._Element:
    attributes = {"d": _way(path.points) + ("Z" if path.is_closed else ""), "fill": path.fill or "none"}
    if path.stroke:
        attributes |= {"stroke": path.stroke, "stroke-width": number(path.width)}
    if path.dashes:
        attributes["stroke-dasharray"] = " ".join(number(length) for length in path.dashes)
    return _element("path", attributes)


def _way(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def _label(label: Label) -> etree._Element:
    x, y = label.at
    attributes = {"x": number(x), "y": number(y), "font-size": number(label.size)}
    if label.is_bold:
        attributes["font-weight"] = "bold"
    if label.anchor != "start":
        attributes["text-anchor"] = label.anchor
    if label.colour != "#000000":
        attributes["fill"] = label.colour
    return _element("text", attributes, label.text)


@dataclass(frozen=True, slots=True)
class Room:
    """What a page has for pictures, in points."""

    width: float
    height: float
    """Without the room for a caption."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self.width, self.height


@dataclass(frozen=True, slots=True)
class Title:
    """What stands below a picture, and what it is called in cross-references."""

    text: str
    id: str
    cites: Inlines = ()
    """Notes behind the caption; of several sheets the first has them."""
    origin: Origin | None = None


def pictures_of(sheets: Sequence[Sheet], title: Title, room: Room, wording: Wording) -> tuple[Picture, ...]:
    """Return a picture for each sheet; the captions of several are counted.

    A sheet that is still higher than a page is made smaller as a whole.
    """
    return tuple(_pictures(sheets, title, room, wording))


def _pictures(sheets: Sequence[Sheet], title: Title, room: Room, wording: Wording) -> Iterator[Picture]:
    for number, sheet in enumerate(sheets, 1):
        svg = to_svg(sheet.drawing, sheet.alternative)
        scale = MILLIMETRES * min(1.0, room.height / sheet.drawing.height)
        width, height = (round(side * scale, 2) for side in (sheet.drawing.width, sheet.drawing.height))
        text = title.text
        if len(sheets) > 1:
            text = wording.label("picture.part", caption=text, number=str(number), count=str(len(sheets)))
        caption = (Text(text, title.origin), *(title.cites if number == 1 else ()))
        yield Picture(svg, width, height, sheet.alternative, caption, title.id, origin=title.origin)
