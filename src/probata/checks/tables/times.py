"""The time that the numbers of a table cover, and of what time those are that it takes from elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import permutations

from probata.checks.engine.case import CheckInput
from probata.checks.prose.citations import numbers_of_place
from probata.checks.tenures.sure_days import is_approximate
from probata.figures import TypedTable, Value
from probata.figures.amount import Amount
from probata.figures.rules import Share, find_multiple, fits
from probata.model.citation import Citation
from probata.model.dates import Answer, When


@dataclass(frozen=True, slots=True)
class BorrowedShare:
    """A column that has a share of one time in its rows of other times."""

    table: TypedTable
    part: str
    whole: str
    share: Share
    lender: TypedTable
    """The table that gives the share, for its own time."""
    row: str
    time: When
    others: tuple[When, ...]
    """Times of the rows that share nothing with the time of the share."""


def borrowed_shares(case: CheckInput) -> tuple[BorrowedShare, ...]:
    """Return the columns that are one share of another, where a table from a common source gives it for one time."""
    return case.once("borrowed shares", lambda: tuple(_borrowed(case)))


def _borrowed(case: CheckInput) -> Iterator[BorrowedShare]:
    for table in case.tables.values():
        numbers = [column.key for column in table.columns if column.type == "number"]
        for part, whole in permutations(numbers, 2):
            share = _share_of(table.values(part), table.values(whole))
            lent = _lent(case, table, share) if share else None
            if share and lent:
                lender, row, time = lent
                others = tuple(when for when in _times(table, part) if when.overlaps(time) is Answer.NO)
                if others:
                    yield BorrowedShare(table, part, whole, share, lender, row, time, others)


def _share_of(parts: tuple[Value, ...], wholes: tuple[Value, ...]) -> Share | None:
    pairs = [(p.quantity, w.quantity) for p, w in zip(parts, wholes, strict=True) if p.quantity and w.quantity]
    share = find_multiple([part for part, _ in pairs], [whole for _, whole in pairs])
    return share if share and share.fraction < 1 else None


def _times(table: TypedTable, column: str) -> Iterator[When]:
    return (value.period for value in table.values(column) if value.quantity and value.period)


def _lent(case: CheckInput, table: TypedTable, share: Share) -> tuple[TypedTable, str, When] | None:
    """Return where the share is given in per cent; in a table of the same source, or that is counted in this one."""
    percent = Fraction(share.fraction) * 100
    for other in case.tables.values():
        keys = [column.key for column in other.columns if column.type == "percent"]
        if not keys or not (_is_counted_in(other, table) or _sources(other) & _sources(table)):
            continue
        for row in other.rows:
            for value in (row.cells[key] for key in keys):
                if value.quantity and value.period and fits(value.quantity, Amount(percent, percent)):
                    return other, row.key, value.period
    return None


def _is_counted_in(part: TypedTable, whole: TypedTable) -> bool:
    return any(one.included_in.startswith(f"{whole.dataset.id}:") for one in part.dataset.inclusions)


def _sources(table: TypedTable) -> set[str]:
    """Return the sources of the rows; those of the table as a whole where its rows name none."""
    cells = (row.cells[column.key] for row in table.rows for column in table.columns if column.type == "source")
    cited = {citation.source for cell in cells for citation in cell.citations}
    return cited or {citation.source for citation in table.dataset.citations}


# The time that the numbers of a table cover: the table's own, or that of all its rows together.


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


# What time the numbers are of that tables take from a source, as far as their rows say so.
# A row names its sources itself, or else those of its column or table count for the pages or paragraphs that they
# name.


@dataclass(slots=True)
class Taken:
    """The times of the numbers that are taken from a source."""

    anywhere: list[When | None] = field(default_factory=list)
    """Those whose rows name it; at which place is not asked."""
    at_places: list[tuple[frozenset[int], When | None]] = field(default_factory=list)
    """Those whose column or table is taken from places in it."""

    def times_for(self, item: Citation) -> list[When | None]:
        """Return the times of the numbers for which an item cites the source."""
        wanted = numbers_of_place(item.pinpoint.value) if item.pinpoint else set()
        return [*self.anywhere, *(when for places, when in self.at_places if wanted and wanted <= places)]


def times_by_source(case: CheckInput) -> dict[str, Taken]:
    """Return, by the id of each source, the times of the numbers that tables take from it."""
    return case.once("times of numbers by source", lambda: _gathered(case))


def _gathered(case: CheckInput) -> dict[str, Taken]:
    found: defaultdict[str, Taken] = defaultdict(Taken)
    for table in case.tables.values():
        cited = [column.key for column in table.columns if column.type == "source"]
        for column in (column for column in table.columns if column.type == "number"):
            whole = _places((*column.citations, *table.dataset.citations))
            for row in table.rows:
                when = row.cells[column.key].period
                sources = {one.source for key in cited for one in row.cells[key].citations}
                if row.cells[column.key].quantity:
                    for source in sources:
                        found[source].anywhere.append(when)
                    for source, places in () if sources else whole.items():
                        found[source].at_places.append((frozenset(places), when))
    return dict(found)


def _places(citations: Iterable[Citation]) -> dict[str, set[int]]:
    """Return the pages or paragraphs that are cited, by the source; one without a place is left out."""
    places: defaultdict[str, set[int]] = defaultdict(set)
    for cited in citations:
        if cited.pinpoint and (numbers := numbers_of_place(cited.pinpoint.value)):
            places[cited.source] |= numbers
    return places
