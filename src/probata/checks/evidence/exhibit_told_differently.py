"""An exhibit is told otherwise than the source or the statement that it is.

Compares the `date` of each exhibit with the day on which its source was issued, and with the days on which its
statement was made and signed. A document that is surely younger than the work in which it appeared, or that has
another day than the statement that it is, is found. The day on which the source was `accessed` is left alone, and so is
any before it where the exhibit is a screenshot or the source a page of the web: those bear the day on which they were
taken. A document that is older than the work is a note, since a gazette may print a decree of last month. Found is an
exhibit that is `open`, too, where its source is marked `confidential` or `anonymise`.

## Why it matters
The list of exhibits says one day and the note another: the other side asks whether there are two papers, and for the
one that was not shown. An exhibit that is listed as open is handed over as it is.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: Thirty Days Without a Name, issued: 2023-11-14}]
exhibits: [{id: mt1, mark: MT1, description: the report, source: report, date: 2024-11-14}]
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: Thirty Days Without a Name, issued: 2023-11-14}]
exhibits: [{id: mt1, mark: MT1, description: the report, source: report, date: 2023-11-14}]
```

## When to allow it
Where the exhibit holds several papers and bears the day of another of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.prose.words import any_of, word_list
from probata.checks.tenures.sure_days import are_surely_apart, is_surely_before
from probata.diagnostics import Severity, say
from probata.model.dates import When
from probata.model.exhibit import Exhibit
from probata.model.source_record import Source
from probata.model.statement import Statement


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each exhibit with its source and its statement."""
    for exhibit in case.graph.exhibits:
        source = case.graph.find("sources", Source, exhibit.source or "")
        if source:
            yield from _against_source(case, exhibit, source)
            yield from _less_closed(case, exhibit, source)
        if statement := case.graph.find("statements", Statement, exhibit.statement or ""):
            yield from _against_statement(case, exhibit, statement)


def _against_source(case: CheckInput, exhibit: Exhibit, source: Source) -> Iterator[Finding]:
    day, issued = exhibit.date, source.issued
    is_younger = bool(day and issued and is_surely_before(issued, day) and not _is_day_of_taking(exhibit, source))
    if day and issued and (is_younger or is_surely_before(day, issued)):
        yield case.finding(
            "exhibits", exhibit.id,
            f"exhibit {say.words(exhibit.mark)} is dated {say.date(day)}, and source {say.source(source)}, which it "
            f"reproduces, was issued {say.date(issued)}",
            "correct the one that is wrong; where the work printed an older document, decide the finding",
            at=("date",), severity=None if is_younger else Severity.INFO,
            outcome=Outcome.FAILED if is_younger else Outcome.CANNOT_TELL,
        )  # fmt: skip


def _is_day_of_taking(exhibit: Exhibit, source: Source) -> bool:
    """Tell whether the exhibit may bear the day on which it was taken from the source."""
    if exhibit.date is None or source.accessed is None or is_surely_before(source.accessed, exhibit.date):
        return False
    is_capture = any_of("captures", "words").search(exhibit.description) or source.type in _types()
    return bool(is_capture) or not are_surely_apart(exhibit.date, source.accessed)


@cache
def _types() -> frozenset[str]:
    return frozenset(word_list("captures")["types"])


def _less_closed(case: CheckInput, exhibit: Exhibit, source: Source) -> Iterator[Finding]:
    if exhibit.disclosure == "open" and source.confidentiality != "open":
        yield case.finding(
            "exhibits", exhibit.id,
            f"exhibit {say.words(exhibit.mark)} is open, and source {say.source(source)}, which it reproduces, is "
            f"marked {say.words(source.confidentiality)}",
            "give the exhibit the mark of its source in `disclosure`, or open the source where it may be shown",
            at=("source",),
        )  # fmt: skip


def _against_statement(case: CheckInput, exhibit: Exhibit, statement: Statement) -> Iterator[Finding]:
    days = _days(statement)
    if exhibit.date and days and all(are_surely_apart(exhibit.date, day) for day in days):
        told = " and ".join(dict.fromkeys(say.date(day) for day in days))
        yield case.finding(
            "exhibits", exhibit.id,
            f"exhibit {say.words(exhibit.mark)} is dated {say.date(exhibit.date)}, and the statement that it is, "
            f"{say.statement(statement)}, {told}",
            "correct the one that is wrong",
            at=("date",),
        )  # fmt: skip


def _days(statement: Statement) -> tuple[When, ...]:
    return tuple(day for day in (statement.made_on, statement.signed_on) if day)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the exhibits that are a source or a statement; of one without a day on both sides it cannot be told."""
    for exhibit in case.graph.exhibits:
        source = case.graph.find("sources", Source, exhibit.source or "")
        statement = case.graph.find("statements", Statement, exhibit.statement or "")
        if source or statement:
            known = bool((source and source.issued) or (statement and _days(statement))) and exhibit.date
            yield Looked(f"exhibits/{exhibit.id}", "" if known else "its date or that of what it is, is not recorded")


CHECK = Check("EVI145", "exhibit-told-differently", Severity.WARNING, "exhibits", run, looks_at=_looks_at)
