"""The time that the numbers of a table cover: the table's own, or that of all its rows together."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.tenures.sure_days import is_approximate
from probata.figures import TypedTable
from probata.model.dates import When


def time_of_table(table: TypedTable) -> When | None:
    """Return the time of a table; `None` where it gives none and that of a number is not recorded, open or about so."""
    if table.dataset.period:
        return table.dataset.period
    times = list(times_of_cells(table))
    known = [when for when in times if when and when.start and when.end and not is_approximate(when)]
    if not known or len(known) < len(times):
        return None
    first = min(known, key=lambda when: when.first).start
    last = max(known, key=lambda when: when.last).end
    texts = [when.text for when in (min(known, key=lambda one: one.first), max(known, key=lambda one: one.last))]
    ends = (texts[0].partition("/")[0], texts[1].rpartition("/")[2])
    return When(ends[0] if ends[0] == ends[1] else "/".join(ends), first, last, is_period=len(known) > 1)


def times_of_cells(table: TypedTable) -> Iterator[When | None]:
    """Give the time of each number of a table; `None` for one whose time is not recorded."""
    keys = [column.key for column in table.columns if column.type in {"number", "percent"}]
    for row in table.rows:
        yield from (row.cells[key].period for key in keys if row.cells[key].quantity)
