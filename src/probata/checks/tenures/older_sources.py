"""Sources that are older than what they are cited for, by their date of publication or that of their address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from probata.checks.check_input import CheckInput
from probata.checks.support.address import date_in_address
from probata.diagnostics import Severity, say
from probata.model.source_record import Source

_OF_LAW = "legislation"
"""Type of works that speak of what comes after them."""


@dataclass(frozen=True, slots=True)
class DatedSource:
    """A source with the day on which it was surely there."""

    id: str
    told: str
    """The date as it is known."""
    last: date
    """The latest day that it may mean."""
    is_recorded: bool
    """Whether the record gives it; else it is only that of the address."""

    def __str__(self) -> str:
        """Name the source and its date, for a finding."""
        return f"{say.source(self)} of {say.words(self.told)}" + ("" if self.is_recorded else " by its address")


def dated_source(source: Source) -> DatedSource | None:
    """Return a source with its date, or with that of its address; `None` where both are open, or it is a law."""
    issued = source.issued
    if source.type == _OF_LAW or (issued and (issued.end is None or issued.end.approximate)):
        return None
    if issued:
        return DatedSource(source.id, issued.text, issued.last, True)
    dated = date_in_address(source.url or source.archive_url or "")
    return DatedSource(source.id, dated.text, dated.last, False) if dated else None


def all_older(case: CheckInput, cited: Iterable[str], day: date) -> tuple[DatedSource, ...]:
    """Return the sources of these ids, each once, where all are from before a day; none where any is not."""
    found = [case.graph.find("sources", Source, key) for key in dict.fromkeys(cited)]
    dated = [dated_source(source) if source else None for source in found]
    older = tuple(one for one in dated if one and one.last < day)
    return older if len(older) == len(dated) else ()


def weight_of(older: Iterable[DatedSource]) -> Severity | None:
    """Return how much it weighs that sources are older: a note where a date is only that of an address."""
    return None if all(one.is_recorded for one in older) else Severity.INFO
