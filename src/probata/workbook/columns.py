"""Fields of records by what they are called in sheets: a field is a column, a list whose entries have parts a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from probata.workbook.headings import Path, heading_of
from probata.workbook.shape import Shape
from probata.workbook.sheets import SheetForm, forms_of, sheet_forms


class Place(NamedTuple):
    """Where a field stands: the sheet, and in it the heading, which is empty where the field is the sheet itself."""

    sheet: str
    heading: str


def place_of(kind: str, path: Path) -> Place | None:
    """Return where a field of a kind stands, by its path from the record; `None` where no record has such a field.

    Of a part that stands inside a cell, such as the source of a citation, the cell is the place.
    """
    forms = [form for form in forms_of(kind) if form.path == path[: len(form.path)]]
    if not forms:
        return None
    form = max(forms, key=lambda one: len(one.path))
    rest = path[len(form.path) :]
    return Place(form.name, heading_of(_in_a_cell(form.shape, rest)) if rest else "")


def _in_a_cell(shape: Shape, path: Path) -> Path:
    """Return a path as far as it has columns."""
    for length in range(1, len(path)):
        if shape.at(path[:length]).items:
            return path[:length]
    return path


def places_called(kind: str, name: str) -> list[Place]:
    """Return where fields of a kind stand whose key is `name`, those of the record itself first."""
    found = (place_of(kind, path) for path in _paths(kind) if path[-1] == name)
    return list(dict.fromkeys(place for place in found if place))


def is_key(name: str) -> bool:
    """Tell whether some record has a field of this name."""
    return name in _keys()


@cache
def _paths(kind: str) -> tuple[Path, ...]:
    found = [(*form.path, *path) for form in forms_of(kind) for path in _below(form.shape, ())]
    found += [form.path for form in forms_of(kind) if form.path]
    return tuple(sorted(dict.fromkeys(found), key=len))


def _below(shape: Shape, before: Path, depth: int = 3) -> Iterator[Path]:
    for key, found in shape.fields.items():
        yield (*before, key)
        if depth and not found.items:
            yield from _below(found, (*before, key), depth - 1)


@cache
def _keys() -> frozenset[str]:
    return frozenset(path[-1] for kind in {form.kind for form in sheet_forms()} for path in _paths(kind))


def form_called(name: str) -> SheetForm | None:
    """Return the sheet of a name."""
    return next((form for form in sheet_forms() if form.name.casefold() == name.strip().casefold()), None)
