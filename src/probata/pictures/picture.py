"""Sheets as the pictures of a document: SVG, PNG, caption and alternative text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probata.document.blocks import Picture
from probata.document.inlines import Inlines, Text
from probata.document.origin import Origin
from probata.messages import Wording
from probata.pictures.sheet import Sheet
from probata.pictures.svg import MILLIMETRES, to_svg


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
