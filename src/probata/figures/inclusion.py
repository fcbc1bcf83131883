"""Which rows are counted in other rows too, in all tables of a case."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from probata.figures.names import row_of
from probata.figures.table import TypedTable

Place = tuple[str, str]
"""Id of a dataset and name of a row in it."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """A row that another row includes wholly, partly or perhaps."""

    part: Place
    whole: Place
    how: str


def overlaps(tables: Mapping[str, TypedTable]) -> Iterator[Overlap]:
    """Give what the records say of rows that are counted in another row; rows that do not exist are passed over."""
    for table in tables.values():
        for inclusion in table.dataset.inclusions:
            where, name = row_of(inclusion.included_in, table, tables)
            if where is not None:
                for row in inclusion.rows:
                    yield Overlap((table.dataset.id, row), (where.dataset.id, name), inclusion.how)


def covered(places: Collection[Place], found: Collection[Overlap]) -> set[Place]:
    """Return which of the places another of them includes wholly, directly or through others.

    Places that include one another in a circle are not covered by their circle: nothing is lost from a sum.
    """
    above: dict[Place, set[Place]] = {}
    for overlap in found:
        if overlap.how == "wholly":
            above.setdefault(overlap.part, set()).add(overlap.whole)
    reached = {place: _reach(place, above) for place in set(places) & above.keys()}
    return {place for place, those in reached.items() if place not in those and those & set(places)}


def _reach(place: Place, above: Mapping[Place, set[Place]]) -> set[Place]:
    reached: set[Place] = set()
    ahead = list(above.get(place, ()))
    while ahead:
        here = ahead.pop()
        if here not in reached:
            reached.add(here)
            ahead.extend(above.get(here, ()))
    return reached
