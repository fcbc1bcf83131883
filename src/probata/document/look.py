"""How a document looks: face, sizes, spaces, rules and colours, for every writer the same.

What each value is for stands beside it in `templates/_base/look.toml`, which holds our own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import Any, Final, Literal

from probata.document.own_templates import own_templates

PAPER: Final = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height in millimetres."""

Face = Literal["Times New Roman", "Noto Serif"]
Paper = Literal["A4", "Letter"]
Millimetres = float
Points = float
TypeSize = float
"""The size of the text, in points."""
Share = float
"""Of the size of the text: another size of type."""
Em = float
"""A length as a multiple of the size of the text."""
Lines = float
"""The distance of lines as a multiple of the size of their type."""
Width = float
"""Of a column of text, as a multiple of the size of the text."""
Colour = str
"""Such as `#1f3864`."""
Shares = tuple[Share, Share, Share]
Ems = tuple[Em, Em, Em]


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins."""

    paper: Paper
    top: Millimetres
    right: Millimetres
    bottom: Millimetres
    left: Millimetres


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type."""

    text: TypeSize
    title: Share
    subtitle: Share
    heading: Shares
    quotation: Share
    table: Share
    note: Share
    running: Share


@dataclass(frozen=True, slots=True)
class Leading:
    """From line to line."""

    text: Lines
    heading: Lines
    table: Lines
    note: Lines


@dataclass(frozen=True, slots=True)
class Spaces:
    """Above, below and between."""

    paragraph: Em
    item: Em
    entry: Em
    title_above: Em
    title_below: Em
    subtitle_below: Em
    heading_above: Ems
    heading_below: Ems
    block: Em
    caption: Em
    cell: Em
    cell_side: Em
    box: Em
    signature: Em
    contents: Em
    note: Em


@dataclass(frozen=True, slots=True)
class Indents:
    """How far in a line begins."""

    number: Em
    sublevel: Em
    annex: Em
    list: Em
    entry: Em
    quotation: Em
    quotation_right: Em
    epigraph: Em


@dataclass(frozen=True, slots=True)
class Rules:
    """Thickness of lines."""

    edge: Points
    head: Points
    row: Points
    box: Points
    note: Points


@dataclass(frozen=True, slots=True)
class Alignment:
    """How lines of text end."""

    justified: bool


@dataclass(frozen=True, slots=True)
class Colours:
    """What is not black on white."""

    link: Colour
    running: Colour
    row: Colour
    head: Colour
    gap: Colour
    box: Colour
    box_edge: Colour


@dataclass(frozen=True, slots=True)
class Screen:
    """The web page."""

    size: TypeSize
    line: Lines
    width: Width


@dataclass(frozen=True, slots=True)
class Look:
    """The whole look; `base_look` gives ours."""

    face: Face
    page: Page
    size: Sizes
    line: Leading
    space: Spaces
    indent: Indents
    rule: Rules
    alignment: Alignment
    colour: Colours
    screen: Screen

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Look:
        """Return the look of plain data that is complete and right, such as `asdict` gives."""
        kinds = {kind.__name__: kind for kind in GROUPS}
        made: dict[str, Any] = {
            field.name: kinds[str(field.type)](**data[field.name]) for field in fields(cls) if field.name != "face"
        }
        return cls(face=data["face"], **made)

    @property
    def text_width(self) -> float:
        """Width between the margins, in millimetres."""
        return PAPER[self.page.paper][0] - self.page.left - self.page.right

    def groups(self) -> dict[str, dict[str, Any]]:
        """Return every value by group and name, but for the face."""
        return {name: group for name, group in asdict(self).items() if isinstance(group, dict)}

    def points(self, length: Em) -> float:
        """Return a length in points."""
        return round(length * self.size.text, 2)

    def type_size(self, share: Share = 1) -> float:
        """Return a size of type in points: whole or half ones, since Word knows no others."""
        return round(share * self.size.text * 2) / 2

    def changed(self) -> dict[str, Any]:
        """Return what is not as in our own look, in the form of its file."""
        ours = base_look()
        groups = {
            name: {key: value for key, value in group.items() if value != getattr(getattr(ours, name), key)}
            for name, group in self.groups().items()
        }
        face = {} if self.face == ours.face else {"face": self.face}
        return face | {name: group for name, group in groups.items() if group}


GROUPS: Final = (Page, Sizes, Leading, Spaces, Indents, Rules, Alignment, Colours, Screen)


@lru_cache(maxsize=1)
def base_look() -> Look:
    """Return our own look, from `_base/look.toml`."""
    data = tomllib.loads((own_templates() / "_base" / "look.toml").read_text("utf-8"))
    lists = {name: _fixed(group) if isinstance(group, dict) else group for name, group in data.items()}
    return Look.of(lists)


def _fixed(group: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in group.items()}
