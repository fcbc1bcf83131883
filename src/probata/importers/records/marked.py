"""What is read in the text of a field: Markdown, and names in double braces."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Flag, auto
from functools import cache
from typing import Any, get_args

from probata.model.kinds import KIND_BY_KEY
from probata.model.record import Part, markdown_fields, own_fields
from probata.workbook.headings import TRANSLATIONS, Path


class Marks(Flag):
    """What a document reads in a text."""

    NONE = 0
    MARKDOWN = auto()
    FILLED = auto()
    """Names in double braces are filled in."""


@cache
def marks_at(kind: str, path: Path) -> Marks:
    """Return what is read in the text at a path of a record; a translation is read as its text is."""
    parts: tuple[type[Part], ...] = (KIND_BY_KEY[kind].record,)
    *holders, last = (key for place, key in enumerate(path) if not _is_of_translation(path, place))
    for key in holders:
        parts = tuple(below for part in parts for below in _parts_below(part, key))
    found = Marks.NONE
    for part in parts:
        found |= Marks.MARKDOWN if last in markdown_fields(part) else Marks.NONE
        found |= Marks.FILLED if last in own_fields(part) else Marks.NONE
    return found


def _is_of_translation(path: Path, place: int) -> bool:
    return path[place] == TRANSLATIONS or (place > 0 and path[place - 1] == TRANSLATIONS)


def _parts_below(part: type[Part], key: str) -> Iterator[type[Part]]:
    info = part.model_fields.get(part.spellings.get(key, key))
    yield from _parts_in(info.annotation) if info else ()


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_in(inner)
