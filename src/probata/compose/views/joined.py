"""Texts joined: with commas, or one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probata.document.inlines import Inline, LineBreak
from probata.markup.placeholder import InlineValue


def separated(parts: Sequence[str]) -> tuple[str, ...]:
    """Return texts with commas between them, in pieces."""
    return tuple(piece for part in parts for piece in (", ", part))[1:]


def with_country(place: str | None, country: str | None) -> tuple[str, ...]:
    """Return a place and its country in pieces; the country once, where it is the place or one of its parts."""
    named = {part.strip().casefold() for part in re.split("[,()]", place or "")}
    is_new = country and country.strip().casefold() not in named
    return separated([part for part in (place, country if is_new else None) if part])


def stacked(lines: Sequence[Sequence[Inline]]) -> InlineValue | None:
    """Set lines one below the other; `None` where there are none."""
    made: list[Inline] = []
    for line in lines:
        made.extend([LineBreak(), *line] if made else line)
    return InlineValue(tuple(made)) if made else None
