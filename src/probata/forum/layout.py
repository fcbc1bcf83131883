"""What a forum rules on the pages of its documents; all else is their look, `look.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from probata.document.look import Paper
from probata.forum.sourced import Code, Part

Millimetres = Annotated[float, Field(ge=0, le=70)]
"""A margin: however wide all four are, there is room for text."""
TypeSize = Annotated[float, Field(ge=6, le=24)]
LineHeight = Annotated[float, Field(ge=1, le=3)]


class Margins(Part):
    """The four margins of a page, in millimetres."""

    top: Millimetres
    """Top."""
    right: Millimetres
    """Right."""
    bottom: Millimetres
    """Bottom."""
    left: Millimetres
    """Left."""


def _same_on_all_sides(value: Any) -> Any:
    if isinstance(value, Mapping | Margins):
        return value
    return dict.fromkeys(("top", "right", "bottom", "left"), value)


class Layout(Part):
    """Page and type, where the forum rules on them."""

    paper: Paper | None = None
    """Paper size."""
    margins: Annotated[Margins, BeforeValidator(_same_on_all_sides)] | None = None
    """Margins in millimetres: one number for all, or the four of them."""
    font_size: TypeSize | None = None
    """Size of the text in points."""
    line_height: LineHeight | None = None
    """Distance of the lines as a multiple of the font size."""
    foot: Literal["title", "proceedings"] = "title"
    """What the foot of each page says beside its number: the title, or the case's number and the witness's initials."""
    rule: Code | None = None
    """The rule that asks for it."""
