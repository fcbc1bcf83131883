"""Records to the rows of sheets: what each cell shows, by heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from probata.workbook.cells import written
from probata.workbook.headings import Path, heading_of, literal_heading
from probata.workbook.shape import Shape
from probata.workbook.sheets import IN_SHORT, NUMBER, SheetForm, forms_of

Row = dict[str, str]
"""Heading → what the cell shows."""


def rows_of(kind: str, records: Sequence[Any]) -> dict[str, list[Row]]:
    """Return the rows of every sheet of a kind that holds something, by the name of the sheet.

    `records` are plain: strings, lists and dictionaries. For the case itself the list holds one.
    """
    found: dict[str, list[Row]] = {form.name: [] for form in forms_of(kind)}
    own = forms_of(kind)[0]
    for record in records:
        _add(record, own, (), found)
    return {name: rows for name, rows in found.items() if rows}


def _add(entry: Any, form: SheetForm, holders: tuple[str, ...], found: dict[str, list[Row]]) -> None:
    """Add the row of an entry, and those of the lists in it."""
    below = [
        one for one in forms_of(form.kind) if one.steps[:-1] == form.steps and len(one.steps) == len(form.steps) + 1
    ]
    lists = {one.steps[-1]: one for one in below}
    row = dict(zip(form.holders, holders, strict=True))
    if form.is_numbered:
        row[NUMBER] = str(1 + sum(all(one[key] == row[key] for key in form.holders) for one in found[form.name]))
    inside: list[tuple[SheetForm, list[Any]]] = []
    for path, value in _fields(entry, form.shape, ()):
        if path in lists and isinstance(value, list) and value:
            inside.append((lists[path], value))
        else:
            row[_heading(form, path)] = written(value, form.shape.at(path))
    found[form.name].append(row)
    name = _name_of(entry, row, form)
    for one, values in inside:
        for value in values:
            _add(value, one, (*holders, *name) if one.holders else (), found)


def _heading(form: SheetForm, path: Path) -> str:
    """Return the heading of a field; one that no record has is marked, so that it is read again and no own column."""
    if not path:
        return IN_SHORT
    heading = heading_of(path)
    return heading if form.knows(heading) else literal_heading(path)


def _name_of(entry: Any, row: Row, form: SheetForm) -> tuple[str, ...]:
    """Return by what rows of other sheets name an entry; the case itself has no name."""
    if form.is_numbered:
        return (row[NUMBER],)
    if form.kind == "case" and not form.steps:
        return ()
    return (str(entry["id"]),) if isinstance(entry, dict) and "id" in entry else ("",)


def _fields(value: Any, shape: Shape, path: Path) -> Iterator[tuple[Path, Any]]:
    """Give what stands in the cells of a row: the fields of its parts have columns of their own."""
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from _fields(inner, shape.below(key), (*path, key))
    elif value is not None:
        yield path, value
