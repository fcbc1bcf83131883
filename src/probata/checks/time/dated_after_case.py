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

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.graph.dated import Dated, dated_in_statement, dated_things, is_after, last_of
from probata.model.dates import When
from probata.model.statement import Statement


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each date with the last day that the case knows."""
    own = case.graph.case
    days = [when for when in (own.as_of, *(filing.date for filing in own.filings)) if when and when.end]
    latest = max(days, key=last_of, default=None)
    if latest is None:
        return
    for dated in dated_things(case.graph):
        if dated.when and is_after(dated.when, latest):
            yield _finding(case, dated, f"the last day that the case or a filing bears, {say.date(latest)}")
    for statement in case.graph.statements:
        day = min(_days_of_filings(case, statement), key=last_of, default=latest)
        for dated in dated_in_statement(statement):
            if dated.when and is_after(dated.when, day):
                yield _finding(case, dated, f"the day of the filing that it is for, {say.date(day)}")


def _days_of_filings(case: CheckInput, statement: Statement) -> list[When]:
    own = case.graph.case
    filed = [filing.date or own.as_of for filing in own.filings if filing.statement == statement.id]
    return [when for when in filed if when and when.end]


def _finding(case: CheckInput, dated: Dated, limit: str) -> Finding:
    when = dated.when.text if dated.when else ""
    return case.finding(
        dated.kind, dated.record, f"{dated.what} is dated {say.date(when)}, after {limit}",
        "correct the date that is wrong, or set `as_of` of the case or `date` of the filing to a day after it",
        at=dated.at,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a date; without a day of the case or of a filing none can be told."""
    own = case.graph.case
    is_dated = any(when and when.end for when in (own.as_of, *(filing.date for filing in own.filings)))
    every = (
        *dated_things(case.graph),
        *(dated for made in case.graph.statements for dated in dated_in_statement(made)),
    )
    for record in dict.fromkeys(f"{dated.kind}/{dated.record}" for dated in every if dated.when):
        yield Looked(record, "" if is_dated else "neither the case nor a filing bears a day")


CHECK = Check("TIM113", "dated-after-case", Severity.WARNING, "records with a date", run, looks_at=_looks_at)
