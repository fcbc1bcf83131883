"""What time the numbers are of that tables take from a source, as far as their rows say so.

A row names its sources itself, or else those of its column or table count for the pages or paragraphs that they name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from probata.checks.check_input import CheckInput
from probata.checks.prose.citations import numbers_of_place
from probata.model.citation import Citation
from probata.model.dates import When


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
