"""A record dated after the last day that the case or a filing bears.

Compares what happened, was made, read, searched, agreed to or signed with the `as_of` of the case and the dates of its
filings, whichever is latest; a statement with the date of the filings for which it is made. Decisions and reads of the
team, which no document prints, may be later, and so may a step that is pending. Sources that appeared later are found
by `as-of-older-than-source`. Where neither the case nor a filing has a day, nothing can be told.

## Why it matters
A document of June cannot rest on a search of July. Either the day on its first page is wrong or the record is, and the
reader who sees one of them looks for more.

## Example
```yaml
case: {title: Example, as_of: 2024-06-01}
people: [{id: wolk, name: Mara Wolk}]
listings: [{id: wolk-uk, person: wolk, authority: United Kingdom, found: false, searched_on: 2025-05-20}]
```

Use instead:
```yaml
case: {title: Example, as_of: 2024-06-01}
people: [{id: wolk, name: Mara Wolk}]
listings: [{id: wolk-uk, person: wolk, authority: United Kingdom, found: false, searched_on: 2024-05-20}]
```

## When to allow it
Where it is announced for a day to come, such as an appointment: say so in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity
from probata.graph.case_graph import CaseGraph
from probata.model.dates import When
from probata.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a record."""

    kind: str
    record: str
    at: Loc
    what: str
    """As a finding says it: `search for listing x`."""
    when: When | None


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each date with the last day that the case knows."""
    own = case.graph.case
    days = [when for when in (own.as_of, *(filing.date for filing in own.filings)) if when and when.end]
    latest = max(days, key=_last, default=None)
    if latest is None:
        return
    for dated in _dated(case.graph):
        if dated.when and _is_after(dated.when, latest):
            yield _finding(case, dated, f"the last day that the case or a filing bears, `{latest.text}`")
    for statement in case.graph.statements:
        day = min(_days_of_filings(case, statement), key=_last, default=latest)
        for dated in _of_statement(statement):
            if dated.when and _is_after(dated.when, day):
                yield _finding(case, dated, f"the day of the filing that it is for, `{day.text}`")


def _last(when: When) -> date:
    """Return the last day that is meant; of an approximate date the last of its year."""
    is_rough = when.end is not None and when.end.approximate
    return when.last.replace(month=12, day=31) if is_rough else when.last


def _is_after(when: When, day: When) -> bool:
    return bool(when.start and not when.start.approximate and when.first > _last(day))


def _days_of_filings(case: CheckInput, statement: Statement) -> list[When]:
    own = case.graph.case
    filed = [filing.date or own.as_of for filing in own.filings if filing.statement == statement.id]
    return [when for when in filed if when and when.end]


def _finding(case: CheckInput, dated: Dated, limit: str) -> Finding:
    when = dated.when.text if dated.when else ""
    return case.finding(
        dated.kind, dated.record, f"{dated.what} is dated `{when}`, after {limit}",
        "correct the date that is wrong, or set `as_of` of the case or `date` of the filing to a day after it",
        at=dated.at,
    )  # fmt: skip


def _dated(graph: CaseGraph) -> Iterator[Dated]:
    yield from _of_facts(graph)
    yield from _of_works(graph)
    yield from _of_work_of_the_team(graph)


def _of_facts(graph: CaseGraph) -> Iterator[Dated]:
    for person in graph.people:
        died, now = person.death, person.present_situation
        yield Dated("people", person.id, ("death",), f"the death of `{person.id}`", died.value if died else None)
        at = ("present_situation", "as_of")
        yield Dated("people", person.id, at, f"the present situation of `{person.id}`", now.as_of if now else None)
    for role in graph.roles:
        yield Dated("roles", role.id, ("dates",), f"role `{role.id}`", role.dates.stated)
        yield Dated("roles", role.id, ("as_of",), f"the day as of which role `{role.id}` is told", role.as_of)
    for event in graph.events:
        yield Dated("events", event.id, ("dates",), f"event `{event.id}`", event.dates)
    for found in graph.allegations:
        yield Dated("allegations", found.id, ("period",), f"the period of allegation `{found.id}`", found.period)
    for listing in graph.listings:
        yield Dated("listings", listing.id, ("dates",), f"listing `{listing.id}`", listing.dates)


def _of_works(graph: CaseGraph) -> Iterator[Dated]:
    for source in graph.sources:
        yield Dated("sources", source.id, ("accessed",), f"the reading of source `{source.id}`", source.accessed)
        yield Dated("sources", source.id, ("event_date",), f"the event of source `{source.id}`", source.event_date)
    for authority in graph.authorities:
        final = authority.final_on.value if authority.final_on else None
        yield Dated("authorities", authority.id, ("date",), f"authority `{authority.id}`", authority.date)
        yield Dated("authorities", authority.id, ("final_on",), f"that authority `{authority.id}` became final", final)
    for words in graph.quotations:
        yield Dated("quotations", words.id, ("date",), f"quotation `{words.id}`", words.date)
    for table in graph.datasets:
        yield Dated("datasets", table.id, ("as_of",), f"table `{table.id}`", table.as_of)
    for exhibit in graph.exhibits:
        yield Dated("exhibits", exhibit.id, ("date",), f"exhibit `{exhibit.id}`", exhibit.date)


def _of_work_of_the_team(graph: CaseGraph) -> Iterator[Dated]:
    for consent in graph.consents:
        yield Dated("consents", consent.id, ("obtained_on",), f"consent `{consent.id}`", consent.obtained_on)
    for search in graph.listings:
        yield Dated(
            "listings", search.id, ("searched_on",), f"the search for listing `{search.id}`", search.searched_on
        )
    for step in graph.steps:
        yield Dated("steps", step.id, ("date",), f"step `{step.id}`", None if step.pending else step.date)
    for found in graph.allegations:
        what = f"the asking of the person in allegation `{found.id}`"
        yield Dated("allegations", found.id, ("answer", "on"), what, found.answer.on)


def _of_statement(made: Statement) -> Iterator[Dated]:
    name = f"statement `{made.id}`"
    yield Dated("statements", made.id, ("made_on",), name, made.made_on)
    yield Dated("statements", made.id, ("signed_on",), f"the signature of {name}", made.signed_on)
    if found := made.translation:
        yield Dated("statements", made.id, ("translation", "date"), f"the translation of {name}", found.date)
        at = ("translation", "certified_on")
        yield Dated("statements", made.id, at, f"the certificate of translation of {name}", found.certified_on)
    if helped := made.interpretation:
        at = ("interpretation", "certified_on")
        yield Dated("statements", made.id, at, f"the interpreter's certificate of {name}", helped.certified_on)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a date; without a day of the case or of a filing none can be told."""
    own = case.graph.case
    is_dated = any(when and when.end for when in (own.as_of, *(filing.date for filing in own.filings)))
    every = (*_dated(case.graph), *(dated for made in case.graph.statements for dated in _of_statement(made)))
    for record in dict.fromkeys(f"{dated.kind}/{dated.record}" for dated in every if dated.when):
        yield Looked(record, "" if is_dated else "neither the case nor a filing bears a day")


CHECK = Check("TIM113", "dated-after-case", Severity.WARNING, "records with a date", run, looks_at=_looks_at)
