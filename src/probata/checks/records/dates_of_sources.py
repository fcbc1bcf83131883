"""When a source was written, read and cited, against what it is cited for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, itself, records_of
from probata.checks.engine.finding import Finding
from probata.checks.records.sources import captured_on, date_in_address
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.model.source_record import Source

# Sources that are older than what they are cited for, by their date of publication or that of their address.


@dataclass(frozen=True, slots=True)
class DatedSource:
    """A source with the day on which it was surely there."""

    id: str
    dated: str
    last: date
    """The latest day that the date may mean."""
    is_recorded: bool
    """Whether the record gives the date; else it is only that of the address."""

    def __str__(self) -> str:
        """Name the source and its date, for a finding."""
        return f"{say.source(self)} of {say.words(self.dated)}" + ("" if self.is_recorded else " by its address")


def dated_source(source: Source) -> DatedSource | None:
    """Return a source with its date or that of its address; a law, which speaks of what comes after it, has none."""
    issued = source.issued
    if source.type == "legislation" or (issued and (issued.end is None or issued.end.approximate)):
        return None
    dated = issued or date_in_address(source.url or source.archive_url or "")
    return DatedSource(source.id, dated.text, dated.last, issued is not None) if dated else None


def all_older(case: CheckInput, cited: Iterable[str], day: date) -> tuple[DatedSource, ...]:
    """Return the sources of these ids, each once, where all are from before a day; none where any is not."""
    found = [case.graph.find("sources", Source, key) for key in dict.fromkeys(cited)]
    dated = [dated_source(source) if source else None for source in found]
    older = tuple(one for one in dated if one and one.last < day)
    return older if len(older) == len(dated) else ()


_WEEK = timedelta(days=7)


@check("EVI113", Severity.WARNING, "sources")
def date_against_address(case: CheckInput) -> Iterator[Finding]:
    for source in case.graph.sources:
        found: dict[str, tuple[str, Severity]] = {}
        for name in ("url", "url_as_printed", "archive_url"):
            address, issued = getattr(source, name), source.issued
            if not address or not issued:
                continue
            captured, dated = captured_on(address), date_in_address(address)
            if captured and captured + _WEEK < issued.first:
                found.setdefault(f"an archive copied it on {say.date(captured)}", (name, Severity.WARNING))
            elif dated and all(
                when.last + _WEEK < dated.first or (dated.is_day and dated.last + _WEEK < when.first)
                for when in (issued, source.event_date)
                if when
            ):  # a month alone is often that of the upload: only a page older than it is odd
                weight = Severity.WARNING if dated.is_folder else Severity.INFO
                found.setdefault(f"its address carries the date {dated.text}", (name, weight))
        for what, (name, weight) in found.items():
            said = f"{say.source(source)} is dated {say.date(source.issued)}, and {what}"
            step = "open the page, correct the date or the address, and say in `note` which of them the page shows"
            yield case.finding("sources", source.id, said, step, at=(name,), severity=weight)


@check(
    "TIM107", Severity.WARNING, "events, roles and allegations", looks_at=records_of("events", "roles", "allegations")
)
def source_older_than_event(case: CheckInput) -> Iterator[Finding]:

    def older(kind: str, key: str, cited: Iterable[str], day: date, said: str, at: Loc) -> Iterator[Finding]:
        if found := all_older(case, cited, day):
            is_noted = kind == "roles" or len(at) > 1 or not all(one.is_recorded for one in found)
            weight = Severity.INFO if is_noted else None
            step = "cite a source from that time or later, or correct the date that is wrong"
            named = f"{said} only older sources: {', '.join(map(str, found))}"
            yield case.finding(kind, key, named, step, at=at, severity=weight)

    for event in case.graph.events:
        dates, cited = event.dates, [citation.source for citation in event.citations]
        if dates and dates.start and not dates.start.approximate and not event.context_only:
            said = f"event {say.event(event)}, dated {say.date(dates)}, cites"
            yield from older("events", event.id, cited, dates.first, said, ("citations",))
    for allegation in case.pursued:
        period, items = allegation.period, [item for item in enumerate(allegation.evidence) if not item[1].against]
        if period and period.start and not period.start.approximate:
            said = f"allegation {say.allegation(allegation)}, of {say.date(period)}, rests on"
            cited = [item.source for _, item in items]
            every = list(older("allegations", allegation.id, cited, period.first, said, ("evidence",)))
            yield from every
            for place, item in () if every else items:
                elements = [case.catalogue.elements.get(key) for key in item.elements]
                # Risk and knowledge may have been there before; what was done was not.
                if elements and all(one and one.about == "conduct" and not one.at_the_time for one in elements):
                    said = (
                        f"the conduct of {say.date(period)} in allegation {say.allegation(allegation)} has at one item"
                    )
                    at = ("evidence", place, "source")
                    yield from older("allegations", allegation.id, [item.source], period.first, said, at)
    alleged = {role.id: role for allegation in case.pursued for role in case.roles_of(allegation)}
    for role in alleged.values():
        stated, seats = role.dates.stated, [citation for seat in role.seats for citation in seat.citations]
        if stated.end and not stated.end.approximate and role.dates.end_known:
            cited = [citation.source for citation in (*role.citations, *seats, *role.dates.citations)]
            said = f"for the end of role {say.role(role)}, held {say.date(stated)}, there are"
            yield from older("roles", role.id, cited, stated.earliest_end, said, ("citations",))


@check("TIM176", Severity.WARNING, "roles")
def source_later_than_appointment(case: CheckInput) -> Iterator[Finding]:
    for role in case.graph.roles:
        dates = role.dates
        ends = (("begin", dates.start_context, dates.stated.start), ("end", dates.end_context, dates.stated.end))
        cited = {citation.source for citation in role.citations}
        for source in (found for key in cited if (found := case.graph.find("sources", Source, key))):
            issued = source.issued
            for what, context, day in ends:
                if not (issued and context and day and _is_named(context, source)):
                    continue
                if issued.first > day.last and not is_approximate(issued) and not day.approximate:
                    said = f"role {say.role(role)} is dated {say.date(dates.stated)}, and is said to {what} by "
                    said += f"{say.source(source)}, which was issued later, on {say.date(issued)}"
                    step = "look both dates up in the document, and correct the one that is wrong"
                    where = f"the date of the document is at {case.graph.span('sources', source.id, 'issued')}"
                    yield case.finding("roles", role.id, said, step, at=("dates",), notes=(where,))


def _is_named(context: str, source: Source) -> bool:
    names = [name for name in (source.number, source.title, source.translated_title) if name]
    forms = [rf"(?<!\w){re.escape(name)}(?!\w)" for name in names if len(name) > 3 and not name.isdigit()]
    return any(re.search(form, context, re.IGNORECASE) for form in forms)


@check("TIM198", Severity.WARNING, "tables whose rows name their sources", looks_at=itself)
def row_newer_than_source(case: CheckInput) -> Iterator[Finding | Looked]:
    for key, table in case.tables.items():
        if any(column.type == "source" for column in table.columns):
            yield Looked(f"datasets/{key}")
        for row in table.rows:
            times = [cell.period for cell in row.cells.values() if cell.quantity]
            known = [one for one in times if one and one.start and not is_approximate(one)]
            cells = [cell for cell in row.cells.values() if cell.citations]
            if not known or len(known) < len(times) or not cells:
                continue
            cited = [citation.source for cell in cells for citation in cell.citations]
            older = all_older(case, cited, min(one.first for one in known))
            if older and all(one.is_recorded for one in older):
                said = f"row {say.words(row.key)} of table {say.table(key)} counts {say.date(known[0])}, and its "
                said += f"source was issued before: {', '.join(map(str, older))}"
                step = "name the source that has the number, or correct the date that is wrong"
                yield replace(case.finding("datasets", key, said, step, at=("file",)), span=cells[0].span)
