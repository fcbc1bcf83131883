"""When a source was written, read and cited, against what it is cited for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check
from probata.checks.engine.finding import Finding
from probata.checks.records.sources import DatedAddress, captured_on, date_in_address
from probata.checks.tenures.sure_days import is_approximate, is_surely_before
from probata.diagnostics import Severity, say
from probata.figures import Row, TypedTable
from probata.model.allegation import Allegation, Evidence
from probata.model.authority import Authority
from probata.model.citation import Citation
from probata.model.dates import Point, When
from probata.model.role import Role
from probata.model.source_record import Source

# Sources that are older than what they are cited for, by their date of publication or that of their address.

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


@check(
    "TIM122",
    Severity.WARNING,
    "sources",
    looks_at=lambda case: (source for source in case.graph.sources if source.accessed and source.issued),
)
def accessed_before_issued(case: CheckInput) -> Iterator[Finding]:
    """Find the sources whose day of reading lies before their date."""
    for source in case.graph.sources:
        if source.accessed and source.issued and is_surely_before(source.accessed, source.issued):
            yield case.finding(
                "sources", source.id,
                f"source {say.source(source)} was read on {say.date(source.accessed)}, and is dated "
                f"{say.date(source.issued)}",
                "open it again, correct the date that is wrong, and see that it is the version that is cited",
                at=("accessed",),
            )  # fmt: skip


def _cited_in_others(case: CheckInput) -> Iterator[Looked]:
    """Give the sources known through others; of one without a date it cannot be told."""
    for source in case.graph.sources:
        if source.cited_in:
            is_dated = source.issued and any(_dated(case, one.source) for one in source.cited_in)
            yield Looked(f"sources/{source.id}", "" if is_dated else "one of the two has no date")


@check("TIM191", Severity.WARNING, "sources known through others", looks_at=_cited_in_others)
def cited_before_issued(case: CheckInput) -> Iterator[Finding]:
    """Find the sources with a citing work that is surely older, each with the first."""
    for source in case.graph.sources:
        for position, citation in enumerate(source.cited_in):
            dated = _dated(case, citation.source)
            if source.issued and dated and is_surely_before(dated, source.issued):
                yield case.finding(
                    "sources", source.id,
                    f"source {say.source(source)} is of {say.date(source.issued)}, and is cited in "
                    f"{say.cited(citation.source)} of {say.date(dated)}",
                    "look both dates up, and correct the one that is wrong", at=("cited_in", position),
                )  # fmt: skip
                break


def _dated(case: CheckInput, key: str) -> When | None:
    source = case.graph.find("sources", Source, key)
    authority = case.graph.find("authorities", Authority, key)
    return source.issued if source else authority.date if authority else None


_NEAR = timedelta(days=7)


def _dated_with_address(case: CheckInput) -> Iterator[Looked]:
    """Give the sources with an address and a date."""
    for source in case.graph.sources:
        if source.issued and (source.url or source.archive_url or source.url_as_printed):
            yield Looked(f"sources/{source.id}")


@check("EVI113", Severity.WARNING, "sources", looks_at=_dated_with_address)
def date_against_address(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of the sources with those in their addresses."""
    for source in case.graph.sources:
        told: set[str] = set()
        for name in ("url", "url_as_printed", "archive_url"):
            address = getattr(source, name)
            if source.issued and address:
                found = _differs(source, source.issued, name, address)
                if found and found[0] not in told:
                    told.add(found[0])
                    yield _finding_date_against(case, source, name, *found)


def _differs(source: Source, issued: When, name: str, address: str) -> tuple[str, Severity] | None:
    """Return what to say of an address and how much it weighs; `None` where it agrees or carries no date."""
    captured = captured_on(address)
    if captured and captured + _NEAR < issued.first:
        return f"an archive took its copy on {say.date(captured)}, before that", Severity.WARNING
    dated = date_in_address(address)
    if dated is None or not _is_off(issued, dated) or (source.event_date and not _is_off(source.event_date, dated)):
        return None
    weight = Severity.WARNING if dated.is_folder else Severity.INFO
    return f"its address carries the date {dated.text}", weight


def _is_off(issued: When, dated: DatedAddress) -> bool:
    too_early = issued.last + _NEAR < dated.first
    too_late = dated.last + _NEAR < issued.first
    # A month alone is often that of the upload, or of the folder of an event: only a page older than it is odd.
    return too_early if not dated.is_day else too_early or too_late


def _finding_date_against(case: CheckInput, source: Source, name: str, what: str, severity: Severity) -> Finding:
    issued = source.issued.text if source.issued else ""
    return case.finding(
        "sources", source.id, f"source {say.source(source)} is dated {say.date(issued)}, and {what}",
        "open the page, correct the date or the address, and say in `note` which of them the page shows",
        at=(name,), severity=severity,
    )  # fmt: skip


def _dated_with_sources(case: CheckInput) -> Iterator[Looked]:
    """Give the dated events with a source, the dated allegations with evidence, and the roles of allegations."""
    for event in case.graph.events:
        if event.citations and event.dates and not event.context_only:
            yield Looked(f"events/{event.id}")
    for allegation in case.pursued:
        if allegation.period and any(not item.against for item in allegation.evidence):
            yield Looked(f"allegations/{allegation.id}")
    yield from (Looked(f"roles/{role.id}") for role in _alleged(case) if role.dates.stated.end and _cited_for(role))


@check("TIM107", Severity.WARNING, "events, allegations and roles", looks_at=_dated_with_sources)
def source_older_than_event(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of sources with those of the events, allegations and roles that they are cited for."""
    for event in case.graph.events:
        if event.dates and _has_first_day(event.dates) and not event.context_only:
            older = all_older(case, (citation.source for citation in event.citations), event.dates.first)
            if older:
                yield case.finding(
                    "events", event.id,
                    f"event {say.event(event)}, dated {say.date(event.dates)}, has only older sources: "
                    f"{', '.join(map(str, older))}",
                    "cite a source from after the event, or correct the date that is wrong", at=("citations",),
                    severity=weight_of(older),
                )  # fmt: skip
    for allegation in case.pursued:
        yield from _evidence(case, allegation)
    yield from _roles(case)


def _evidence(case: CheckInput, allegation: Allegation) -> Iterator[Finding]:
    """Find an allegation with nothing from its time or after, or else the single items about conduct to come."""
    period = allegation.period
    supporting = [(place, item) for place, item in enumerate(allegation.evidence) if not item.against]
    if period is None or not _has_first_day(period):
        return
    if older := all_older(case, (item.source for _, item in supporting), period.first):
        yield case.finding(
            "allegations", allegation.id,
            f"allegation {say.allegation(allegation)}, of {say.date(period)}, has only older evidence: "
            f"{', '.join(map(str, older))}",
            "add evidence from the time or after it, or correct the date that is wrong", at=("evidence",),
            severity=weight_of(older),
        )  # fmt: skip
        return
    for place, item in supporting:
        for one in all_older(case, (item.source,), period.first) if _is_of_conduct(case, item) else ():
            yield case.finding(
                "allegations", allegation.id,
                f"{one} is older than the conduct to which it goes, {say.date(period)}",
                "cite evidence from the time or after it; where it shows the time before, say so in `supports` and "
                "decide the finding",
                at=("evidence", place, "source"), severity=Severity.INFO,
            )  # fmt: skip


def _is_of_conduct(case: CheckInput, item: Evidence) -> bool:
    """Tell whether an item goes to what was done alone, and to no risk or knowledge, which was there before."""
    elements = [case.catalogue.elements.get(key) for key in item.elements]
    return bool(elements) and all(one and one.about == "conduct" and not one.at_the_time for one in elements)


def _roles(case: CheckInput) -> Iterator[Finding]:
    for role in _alleged(case):
        stated, cited = role.dates.stated, _cited_for(role)
        if stated.end is None or stated.end.approximate or not role.dates.end_known:
            continue
        if older := all_older(case, cited, stated.earliest_end):
            yield case.finding(
                "roles", role.id,
                f"role {say.role(role)}, held {say.date(stated)}, has no source as late as its end: "
                f"{', '.join(map(str, older))}",
                "cite a source that shows until when it was held, or write `end_known: false`", at=("citations",),
                severity=Severity.INFO,
            )  # fmt: skip


def _alleged(case: CheckInput) -> Iterator[Role]:
    """Give the roles on which an allegation rests, each once."""
    found = {role.id: role for allegation in case.pursued for role in case.roles_of(allegation)}
    yield from found.values()


def _cited_for(role: Role) -> list[str]:
    """Return what is cited for a role, its seats and its dates."""
    seats = chain.from_iterable(seat.citations for seat in role.seats)
    return [citation.source for citation in (*role.citations, *seats, *role.dates.citations)]


def _has_first_day(when: When) -> bool:
    return when.start is not None and not when.start.approximate


_SHORTEST = 4
"""Letters of a number or title that is told from other words."""


class _Named(NamedTuple):
    """An end of a role with the document that its record names for it."""

    role: Role
    what: str
    day: Point
    source: Source
    issued: When


def _cited_for_roles(case: CheckInput) -> Iterator[Looked]:
    """Give the roles that name a document by which they begin or end."""
    yield from dict.fromkeys(Looked(f"roles/{one.role.id}") for one in _named(case))


@check("TIM176", Severity.WARNING, "roles by a document", looks_at=_cited_for_roles)
def source_later_than_appointment(case: CheckInput) -> Iterator[Finding]:
    """Compare each end of a role with the day of the document by which it is said to come."""
    for one in _named(case):
        if one.issued.first > one.day.last and not is_approximate(one.issued) and not one.day.approximate:
            yield case.finding(
                "roles", one.role.id,
                f"role {say.role(one.role)} is dated {say.date(one.role.dates.stated)}, and {say.source(one.source)}, "
                f"by which it is said to {one.what}, was issued on {say.date(one.issued)}",
                "look both dates up in the document, and correct the one that is wrong", at=("dates",),
                notes=(f"the date of the document is at {case.graph.span('sources', one.source.id, 'issued')}",),
            )  # fmt: skip


def _named(case: CheckInput) -> Iterator[_Named]:
    for role in case.graph.roles:
        dates = role.dates
        ends = (("begin", dates.start_context, dates.stated.start), ("end", dates.end_context, dates.stated.end))
        cited = {citation.source for citation in role.citations}
        sources = [source for key in cited if (source := case.graph.find("sources", Source, key)) and source.issued]
        for what, context, day in ends:
            for source in sources if context else ():
                if day and source.issued and _is_named(context or "", source):
                    yield _Named(role, what, day, source, source.issued)


def _is_named(context: str, source: Source) -> bool:
    called = (source.number, source.title, source.translated_title)
    names = (name for name in called if name and len(name) >= _SHORTEST and not name.isdigit())
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", context, re.IGNORECASE) for name in names)


def _tables_with_sources(case: CheckInput) -> Iterator[Looked]:
    """Give the tables whose rows name their sources."""
    yield from (Looked(f"datasets/{key}") for key, table in case.tables.items() if _has_sources(table))


@check("TIM198", Severity.WARNING, "tables whose rows name their sources", looks_at=_tables_with_sources)
def row_newer_than_source(case: CheckInput) -> Iterator[Finding]:
    """Compare the time of each row with the dates of its sources."""
    for key, table in case.tables.items():
        for row in table.rows:
            times, cited = _times(row), _cited(row)
            older = all_older(case, (one.source for one in cited), min(one.first for one in times)) if times else ()
            if older and all(one.is_recorded for one in older):
                yield _finding_row_newer(case, key, row, times[0], ", ".join(map(str, older)))


def _finding_row_newer(case: CheckInput, key: str, row: Row, time: When, older: str) -> Finding:
    finding = case.finding(
        "datasets", key,
        f"row {say.words(row.key)} of table {say.table(key)} counts {say.date(time)}, and its source was issued "
        f"before: {older}",
        "name the source that has the number, or correct the date that is wrong", at=("file",),
    )  # fmt: skip
    span = next(cell.span for cell in row.cells.values() if cell.citations)
    return replace(finding, span=span)


def _times(row: Row) -> list[When]:
    """Return the times of the numbers of a row; none where that of one is not known or about so."""
    times = [cell.period for cell in row.cells.values() if cell.quantity]
    known = [one for one in times if one and one.start and not is_approximate(one)]
    return known if len(known) == len(times) else []


def _cited(row: Row) -> list[Citation]:
    return [citation for cell in row.cells.values() for citation in cell.citations]


def _has_sources(table: TypedTable) -> bool:
    return any(_cited(row) for row in table.rows)
