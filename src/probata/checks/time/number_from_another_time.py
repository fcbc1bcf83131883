"""A number that covers another time than what it is given for.

Compares the `period` of the count of those affected, of the tables in evidence and of the figures that the texts of
an allegation print with the period of the allegation; that of the count of an event with the dates of the event; and
that of a figure with the roles to which it is ascribed. A table that gives no `period` has that of its rows, where all
of its numbers have a time; what speaks against is left alone then. What surely shares no day with it should be fixed; a
count that surely goes beyond it, and a figure of another time in a text, are notes. The rows behind a figure are
compared with its own period by `wider-than-rows`.

## Why it matters
Numbers of 2018 prove nothing of 2016. Where one table is taken for another year, all of them will be doubted.

## Example
```yaml
case: {title: Example}
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: 2016-03/2016-06
    affected: {count: {value: 21, period: 2017-03/2017-06}}
```

Use instead:
```yaml
case: {title: Example}
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: 2016-03/2016-06
    affected: {count: {value: 21, period: 2016-03/2016-06}}
```

## When to allow it
Where it is given for comparison, and the text says of what time it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tables.time_of_table import time_of_table
from probata.checks.tenures.sure_days import is_approximate, is_surely_before
from probata.diagnostics import Severity, say
from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.graph.texts import figures_in
from probata.model.allegation import Allegation
from probata.model.dataset import Dataset
from probata.model.dates import Answer, When
from probata.model.figure import Figure
from probata.model.parts import own_texts
from probata.model.quantity import Count


@value()
class Given:
    """A number with its time, and what it is given for with its own."""

    kind: str
    record: str
    at: Loc
    number: str
    """As a finding says it: `table x`."""
    covers: When | None
    whole: str
    """As a finding says it: `allegation y`."""
    time: When | None
    severity: Severity = Severity.WARNING
    may_go_beyond: bool = True


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the time of each number with that of what it is given for."""
    for given in (*_given_in_allegations(case), *_of_events(case.graph), *_of_roles(case)):
        if given.covers and given.time and (told := _apart(given.covers, given.time, given.may_go_beyond)):
            is_apart = told == _APART
            yield case.finding(
                given.kind, given.record,
                f"{given.number} covers {say.date(given.covers)}, and {given.whole} {say.date(given.time)}: {told}",
                "give the number for the time itself, or say in the text which time it covers",
                at=given.at, severity=given.severity if is_apart else Severity.INFO,
            )  # fmt: skip


_APART, _BEYOND = "they share no day", "it counts what lies outside"


def _apart(covers: When, time: When, may_go_beyond: bool) -> str:
    """Say how the time of a number lies outside another; nothing where it may lie within, or is only about so."""
    if is_surely_before(covers, time) or is_surely_before(time, covers):
        return _APART
    is_rough = is_approximate(covers) or is_approximate(time)
    return "" if may_go_beyond or is_rough or time.covers(covers) is not Answer.NO else _BEYOND


def _given_in_allegations(case: CheckInput) -> tuple[Given, ...]:
    return case.once("numbers given in allegations", lambda: tuple(_of_allegations(case)))


def _of_allegations(case: CheckInput) -> Iterator[Given]:
    for found in case.pursued:
        whole, key, time = f"allegation {say.allegation(found)} is of", found.id, found.period
        at: Loc = ("affected", "count", "period")
        yield Given(
            "allegations", key, at, "the count of those affected", _period(found.affected.count), whole, time,
            may_go_beyond=False,
        )  # fmt: skip
        for n, item in enumerate(found.evidence):
            for m, table in enumerate(item.datasets):
                covers = _time_of(case, table, may_be_of_rows=not item.against)
                yield Given(
                    "allegations", key, ("evidence", n, "datasets", m), f"table {say.table(table)}", covers, whole,
                    time,
                )  # fmt: skip
        for at, name in _figures_of(found):
            figure = case.graph.find("figures", Figure, name)
            yield Given(
                "allegations", key, at, f"figure {say.figure(name)}", figure.period if figure else None, whole,
                time, Severity.INFO,
            )  # fmt: skip


def _time_of(case: CheckInput, table: str, *, may_be_of_rows: bool) -> When | None:
    """Return the time of a table in evidence, from its record or its rows; those may be of any time against it."""
    if may_be_of_rows and table in case.tables:
        return time_of_table(case.tables[table])
    one = case.graph.find("datasets", Dataset, table)
    return one.period if one else None


def _figures_of(found: Allegation) -> Iterator[tuple[Loc, str]]:
    """Give the figures that the texts of an allegation print, each once, with the field."""
    printed: dict[str, Loc] = {}
    for at, text in own_texts(found):
        for name in figures_in(text) if "{{" in text else ():
            printed.setdefault(name, at)
    yield from ((at, name) for name, at in printed.items())


def _period(count: Count | None) -> When | None:
    return count.period if count else None


def _of_events(graph: CaseGraph) -> Iterator[Given]:
    for event in graph.events:
        yield Given(
            "events", event.id, ("count", "period"), "the count", _period(event.count), f"event {say.event(event)} is "
            "of",
            event.dates, may_go_beyond=False,
        )  # fmt: skip


def _of_roles(case: CheckInput) -> Iterator[Given]:
    for figure in case.graph.figures:
        for n, key in enumerate(figure.ascribed_to):
            role = case.role(key)
            held = (role.dates.possible or role.dates.stated) if role else None
            yield Given(
                "figures", figure.id, ("ascribed_to", n), f"figure {say.figure(figure)}", figure.period,
                f"role {say.role(key)}, to which it is ascribed, is of", held,
            )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that put a number beside a time; where one of the two has no time it cannot be told."""
    for given in (*_given_in_allegations(case), *_of_events(case.graph), *_of_roles(case)):
        if given.covers or given.time:
            untold = "" if given.covers and given.time else "the time of the number is not recorded"
            yield Looked(f"{given.kind}/{given.record}", untold if given.time else "its own time is not recorded")


CHECK = Check("TIM119", "number-from-another-time", Severity.WARNING, "records with a number", run, looks_at=_looks_at)
