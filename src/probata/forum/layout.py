"""What the pages of a forum's documents look like, as far as the forum says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from probata.forum.sourced import Code, Part

Millimetres = Annotated[float, Field(ge=0, le=100)]


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
    """Page and type."""

    paper: Literal["A4", "Letter"] = "A4"
    """Paper size."""
    margins: Annotated[Margins, BeforeValidator(_same_on_all_sides)] = Margins(top=25, right=25, bottom=25, left=25)
    """Margins in millimetres: one number for all, or the four of them."""
    font_size: Annotated[float, Field(ge=6, le=24)] = 11
    """Size of the text in points."""
    line_height: Annotated[float, Field(ge=1, le=3)] = 1.35
    """Distance of the lines as a multiple of the font size."""
    foot: Literal["title", "proceedings"] = "title"
    """What the foot of each page says beside its number: the title, or the case's number and the witness's initials."""
    rule: Code | None = None
    """The rule that asks for it."""
