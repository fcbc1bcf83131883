"""One picture of what may need several: what fits on a page."""

from __future__ import annotations

from dataclasses import dataclass

from probata.pictures.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing and what it shows, in words."""

    drawing: Drawing
    alternative: str
