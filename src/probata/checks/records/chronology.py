"""Dates of records against each other: before, after, outside, or more precise than anybody knows."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, records_of
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.prose.times import StatedTime, times_in
from probata.checks.records.responsibility import NOT_PUNISHED
from probata.checks.tables.times import time_of_table
from probata.checks.tenures.circles import Link, circles
from probata.checks.tenures.sure_days import are_surely_apart, is_approximate, is_finer, is_surely_before, sure_days
from probata.diagnostics import Severity, say
from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.graph.dated import Dated, dated_in_statement, dated_things, is_after, last_of
from probata.graph.resolve import keys_in_text
from probata.graph.sources import SEEN
from probata.graph.texts import figures_in
from probata.model.allegation import Allegation
from probata.model.dataset import Dataset
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.figure import Figure
from probata.model.language import primary
from probata.model.narrative import Narrative
from probata.model.parts import own_texts
from probata.model.quantity import Count
from probata.model.role import Role
from probata.model.source_record import Source
from probata.model.statement import Statement
from probata.model.step import Step

_MONTH, _DAY = 2, 3
"""Precision of a date, as `Point.precision` counts it."""
_KNOWN = {"day_unknown": _MONTH, "day_and_month_unknown": 1}
"""The finest precision that a date may have by its type."""


@check("TIM120", Severity.WARNING, "roles, events and exhibits", looks_at=records_of("roles", "events", "exhibits"))
def date_made_precise(case: CheckInput) -> Iterator[Finding]:
    """Compare how precisely each date is told with how precisely it is known."""
    for role in case.graph.roles:
        if told := _beyond_what_is_sure(role):
            yield case.finding(
                "roles", role.id,
                f"role {say.role(role)} is recorded as certain {told}, and no account makes that sure",
                "record the account that gives the day under `other_accounts`, or narrow `certain`",
                at=("dates", "certain"), severity=Severity.INFO if _has_two_sources(role) else None,
            )  # fmt: skip
    for event in case.graph.events:
        if event.dates and _finest(event.dates) > _KNOWN.get(event.date_type, _DAY):
            yield case.finding(
                "events", event.id,
                f"event {say.event(event)} is dated {say.date(event.dates)}, and its `date_type` is "
                f"{say.words(event.date_type)}",
                "leave out what is unknown of the date, or correct `date_type`", at=("dates",),
            )  # fmt: skip
    for exhibit in case.graph.exhibits:
        source = case.graph.find("sources", Source, exhibit.source or "")
        own, known = exhibit.date, source.issued if source else None
        if own and known and not own.is_period and not known.is_period and is_finer(own.start, known.start):
            yield case.finding(
                "exhibits", exhibit.id,
                f"exhibit {say.exhibit(exhibit)} is dated {say.date(own)}, and its source {say.source(exhibit.source)} "
                f"{say.date(known)}",
                "give both the date that the document bears", at=("date",),
            )  # fmt: skip


def _beyond_what_is_sure(role: Role) -> str:
    """Say on which side `certain` goes beyond what the accounts make sure of; nothing where it does not."""
    certain, tenure = role.dates.certain, role.dates
    accounts = [tenure.stated, *(account.dates for account in tenure.other_accounts)]
    accounts += [seat.dates for seat in role.seats if seat.dates]
    if certain is None:
        return ""
    if certain.start and certain.first < min(when.latest_start for when in accounts):
        return f"from {say.date(certain.first)}"
    if certain.end and certain.last > max(_surely_until(role, when) for when in accounts):
        return f"until {say.date(certain.last)}"
    return ""


def _has_two_sources(role: Role) -> bool:
    """Tell whether another source than that of the stated dates is cited: it may be the one that gives the day."""
    return len({citation.source for citation in (*role.citations, *role.dates.citations)}) > 1


def _surely_until(role: Role, when: When) -> date:
    """Return the last day that an account makes sure of; of a role that goes on, the day for which that is known."""
    return role.as_of.last if when.is_open and role.as_of else when.earliest_end


def _finest(when: When) -> int:
    return max((point.precision for point in (when.start, when.end) if point), default=1)


def _with_dates(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a date; without a day of the case or of a filing none can be told."""
    own = case.graph.case
    is_dated = any(when and when.end for when in (own.as_of, *(filing.date for filing in own.filings)))
    every = (
        *dated_things(case.graph),
        *(dated for made in case.graph.statements for dated in dated_in_statement(made)),
    )
    for record in dict.fromkeys(f"{dated.kind}/{dated.record}" for dated in every if dated.when):
        yield Looked(record, "" if is_dated else "neither the case nor a filing bears a day")


@check("TIM113", Severity.WARNING, "records with a date", looks_at=_with_dates)
def dated_after_case(case: CheckInput) -> Iterator[Finding]:
    """Compare each date with the last day that the case knows."""
    own = case.graph.case
    days = [when for when in (own.as_of, *(filing.date for filing in own.filings)) if when and when.end]
    latest = max(days, key=last_of, default=None)
    if latest is None:
        return
    for dated in dated_things(case.graph):
        if dated.when and is_after(dated.when, latest):
            yield _later_than(case, dated, f"the last day that the case or a filing bears, {say.date(latest)}")
    for statement in case.graph.statements:
        day = min(_days_of_filings(case, statement), key=last_of, default=latest)
        for dated in dated_in_statement(statement):
            if dated.when and is_after(dated.when, day):
                yield _later_than(case, dated, f"the day of the filing that it is for, {say.date(day)}")


def _days_of_filings(case: CheckInput, statement: Statement) -> list[When]:
    own = case.graph.case
    filed = [filing.date or own.as_of for filing in own.filings if filing.statement == statement.id]
    return [when for when in filed if when and when.end]


def _later_than(case: CheckInput, dated: Dated, limit: str) -> Finding:
    when = dated.when.text if dated.when else ""
    return case.finding(
        dated.kind, dated.record, f"{dated.what} is dated {say.date(when)}, after {limit}",
        "correct the date that is wrong, or set `as_of` of the case or `date` of the filing to a day after it",
        at=dated.at,
    )  # fmt: skip


_SHOWN_SOURCES = 3
"""Sources that are named one by one."""


def _with_as_of(case: CheckInput) -> Iterator[Looked]:
    """Give the case, the roles that go on and what names a day; of a case or role without one it cannot be told."""
    none = "no day is recorded for which it was true (`as_of`)"
    yield Looked(f"case/{case.graph.name}", "" if case.graph.case.as_of else none)
    for role in case.graph.roles:
        if role.as_of or role.status == "current":
            yield Looked(f"roles/{role.id}", "" if role.as_of else none)
    for kind, record, _ in _with_a_day(case):
        if record.as_of:
            yield Looked(f"{kind}/{record.id}")


@check("TIM108", Severity.WARNING, "the case, and roles, sections and tables with a day", looks_at=_with_as_of)
def as_of_older_than_source(case: CheckInput) -> Iterator[Finding]:
    """Compare the as-of dates with the sources' dates."""
    yield from _case(case)
    for role in case.graph.roles:
        newer = _newer(role.as_of, _sources_of(case, role)) if role.status != "ended" else []
        if newer and role.as_of:
            yield case.finding(
                "roles", role.id,
                f"role {say.role(role)} is as of {say.date(role.as_of)}, and cites what is newer: {_named(newer)}",
                "set `as_of` to the day of the newest source that shows the role, or cite the newer source elsewhere",
                at=("as_of",),
            )  # fmt: skip
    for kind, record, cited in _with_a_day(case):
        if record.as_of and (newer := _newer(record.as_of, _known(case, cited))):
            called = "section" if kind == "narrative" else "table"
            yield case.finding(
                kind, record.id,
                f"{called} {say.of(kind, record)} is as of {say.date(record.as_of)}, and cites what is newer: "
                f"{_named(newer)}",
                "set `as_of` to the day of the newest source, or cite that source elsewhere", at=("as_of",),
            )  # fmt: skip


def _with_a_day(case: CheckInput) -> Iterator[tuple[str, Narrative | Dataset, tuple[str, ...]]]:
    """Give the sections and tables, each with the keys of what it cites."""
    for section in case.graph.narrative:
        yield "narrative", section, (*(one.source for one in section.citations), *keys_in_text(section.text))
    for table in case.graph.datasets:
        citations = (*table.citations, *(one for column in table.columns for one in column.citations))
        yield "datasets", table, tuple(one.source for one in citations)


def _case(case: CheckInput) -> Iterator[Finding]:
    as_of = case.graph.case.as_of
    newer = _newer(as_of, case.graph.sources)
    if newer and as_of:
        yield case.finding(
            "case", case.graph.name,
            f"the case is as of {say.date(as_of)}, and has sources that are newer: {_named(newer)}",
            "set `as_of` to a day on which all sources were there, or leave the newer ones out", at=("as_of",),
        )  # fmt: skip


def _sources_of(case: CheckInput, role: Role) -> Iterator[Source]:
    yield from _known(case, (one.source for one in (*role.citations, *role.dates.citations)))


def _known(case: CheckInput, keys: Iterable[str]) -> Iterator[Source]:
    yield from (source for key in keys if (source := case.graph.find("sources", Source, key)))


def _newer(as_of: When | None, sources: Iterable[Source]) -> list[Source]:
    """Return the sources that surely appeared after the day; an approximate day is older than nothing in its year."""
    if as_of is None or as_of.end is None:
        return []
    last = as_of.last.replace(month=12, day=31) if as_of.end.approximate else as_of.last
    dated = (source for source in sources if source.issued and source.issued.start)
    return [one for one in dict.fromkeys(dated) if one.issued and one.issued.first > last]


def _named(sources: list[Source]) -> str:
    shown = [
        f"{say.source(source)} of {say.date(source.issued)}" for source in sources[:_SHOWN_SOURCES] if source.issued
    ]
    more = f" and {len(sources) - _SHOWN_SOURCES} more" if len(sources) > _SHOWN_SOURCES else ""
    return ", ".join(shown) + more


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


def _with_numbers(case: CheckInput) -> Iterator[Looked]:
    """Give the records that put a number beside a time; where one of the two has no time it cannot be told."""
    for given in (*_given_in_allegations(case), *_of_events(case.graph), *_of_roles(case)):
        if given.covers or given.time:
            untold = "" if given.covers and given.time else "the time of the number is not recorded"
            yield Looked(f"{given.kind}/{given.record}", untold if given.time else "its own time is not recorded")


@check("TIM119", Severity.WARNING, "records with a number", looks_at=_with_numbers)
def number_from_another_time(case: CheckInput) -> Iterator[Finding]:
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


_ON_DAYS = frozenset({"operation", "incident", "act"})


@check(
    "TIM131",
    Severity.WARNING,
    "allegations",
    looks_at=lambda case: (allegation for allegation in case.pursued if any(True for _ in _happened(case, allegation))),
    rests_on={"allegations": ("events", "roles")},
)
def charged_event_undated(case: CheckInput) -> Iterator[Finding]:
    """Find the undated events of each allegation that charges a role."""
    for allegation in case.pursued:
        for place, event in _happened(case, allegation):
            if event.dates is None:
                whole = next(
                    (one for one in _wholes(case, event) if _is_within_tenures(case, allegation, one.dates)), None
                )
                told = (
                    f"it is part of event {say.event(whole)}, in all of whose time each role alleged was held"
                    if whole
                    else ""
                )
                yield case.finding(
                    "allegations", allegation.id,
                    f"event {say.event(event)}, on which allegation {say.allegation(allegation)} rests, has no "
                    f"recorded date: {told or 'it is not shown that a role alleged was held then'}",
                    f"ask the source when it was and write `dates: …` in `events/{event.id}`; a year or a span is "
                    "enough",
                    at=("events", place), alike=event.id, severity=Severity.INFO if whole else None,
                    outcome=Outcome.CANNOT_TELL if whole else Outcome.FAILED,
                )  # fmt: skip


def _wholes(case: CheckInput, event: Event) -> Iterator[Event]:
    """Give the events of which one is part, the nearest first, each once; a circle of parts ends there."""
    ahead, passed = deque(event.part_of), {event.id}
    while ahead:
        whole = case.graph.find("events", Event, ahead.popleft())
        if whole and whole.id not in passed:
            passed.add(whole.id)
            ahead += whole.part_of
            yield whole


def _is_within_tenures(case: CheckInput, allegation: Allegation, when: When | None) -> bool:
    """Tell whether each role alleged was surely held on all days of a time; one that is open or about so has none."""
    held = [sure_days(role) for role in case.roles_of(allegation)]
    if when is None or is_approximate(when) or not held:
        return False
    return all(days and days[0] <= when.first and when.last <= days[1] for days in held)


def _happened(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Event]]:
    """Give what happened at some time and is charged to somebody, with its place in the allegation."""
    for place, event in case.events_of(allegation):
        if allegation.roles and event.kind in _ON_DAYS:
            yield place, event


def _charging_events(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that charge a dated event; of one without a period it cannot be told."""
    for allegation in case.pursued:
        if any(True for _ in _charged(case, allegation)):
            yield Looked(f"allegations/{allegation.id}", "" if allegation.period else "it has no period")


@check("TIM172", Severity.WARNING, "allegations that charge an event", looks_at=_charging_events)
def event_outside_period(case: CheckInput) -> Iterator[Finding]:
    """Compare the events of each allegation with its period."""
    for allegation in case.pursued:
        if allegation.period:
            period = allegation.period
            grounds = (ground for alleged in allegation.roles for ground in alleged.responsibility)
            of_grounds = tuple(ground.period for ground in grounds if ground.period)
            for position, event, dates in _charged(case, allegation):
                is_before = is_surely_before(dates, period)
                if is_before and _is_of_not_punishing(allegation):
                    continue
                if all(are_surely_apart(dates, one) for one in (period, *of_grounds)):
                    side = "before" if is_before else "after"
                    yield case.finding(
                        "allegations", allegation.id,
                        f"event {say.event(event)}, dated {say.date(dates)}, lies {side} the period of the allegation, "
                        f"{say.date(period)}",
                        "correct the date that is wrong, widen the period, or mark the event `context_only: true`",
                        at=("events", position), severity=Severity.INFO if event.kind == "reform" else None,
                    )  # fmt: skip


def _charged(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Event, When]]:
    """Give the dated events that an allegation charges, each with its position."""
    for position, event in case.events_of(allegation):
        if event.dates:
            yield position, event, event.dates


def _is_of_not_punishing(allegation: Allegation) -> bool:
    """Tell whether nothing is alleged but a failure to punish."""
    grounds = [ground for alleged in allegation.roles for ground in alleged.responsibility]
    return bool(grounds) and all(set(ground.conduct) == {NOT_PUNISHED} for ground in grounds)


_ALWAYS = (date.min, date.max)
_SHOWN_LINKS = 6
"""Links of a circle that are named one by one."""
_STEPS = {
    "events": "leave out `part_of` where the event is the whole",
    "bodies": "read in the sources which of them came first, and correct the link that is the wrong way round",
    "sources": "name the work in which one of them was really found, or say of one that it was seen: `held: held`",
}
"""The next step, by the kind of record."""


def _looks_at_circle_records(case: CheckInput) -> Iterator[Looked]:
    """Give the records that are linked to another of their kind."""
    links = chain(_events(case), _bodies(case), _sources(case))
    yield from (Looked(record) for record in dict.fromkeys("/".join(link.record) for link in links))


@check("STR171", Severity.WARNING, "events, bodies and sources", looks_at=_looks_at_circle_records)
def circle_of_records(case: CheckInput) -> Iterator[Finding]:
    """Look for circles of events, of bodies and of sources, each by itself."""
    for links in (_events(case), _bodies(case), _sources(case)):
        for first, *others in circles(list(links)):
            kind, record_id = first.record
            closed = "of itself" if not others else "and is closed by what the notes name"
            yield case.finding(
                kind, record_id, f"{first.words}, in a circle {closed}", _STEPS[kind],
                at=first.at, notes=tuple(link.words for link in others[:_SHOWN_LINKS]),
            )  # fmt: skip


def _events(case: CheckInput) -> Iterator[Link]:
    for event in case.graph.events:
        for place, whole in enumerate(event.part_of):
            yield Link(whole, event.id, "part_of", ("events", event.id), ("part_of", place), _ALWAYS)


def _bodies(case: CheckInput) -> Iterator[Link]:
    for body in case.graph.bodies:
        for place, relation in enumerate(body.relations):
            at = ("relations", place, "body")
            if relation.kind == "predecessor_of":
                yield Link(body.id, relation.body, "successor_of", ("bodies", body.id), at, _ALWAYS)
            elif relation.kind == "successor_of":
                yield Link(relation.body, body.id, "successor_of", ("bodies", body.id), at, _ALWAYS)


def _sources(case: CheckInput) -> Iterator[Link]:
    for source in case.graph.sources:
        for place, citation in enumerate(() if source.held in SEEN else source.cited_in):
            yield Link(citation.source, source.id, "cited_in", ("sources", source.id), ("cited_in", place), _ALWAYS)


def _answered(case: CheckInput) -> Iterator[tuple[Step, list[StatedTime]]]:
    for step in case.graph.steps:
        if step.date and (told := list(times_in(step.answer or "", primary(case.graph.case.language)))):
            yield step, told


@check(
    "TIM199", Severity.WARNING, "steps with a dated answer", looks_at=_answered, rests_on={"steps": ("answer", "date")}
)
def answer_before_request(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of each answer with that of its step."""
    for step, told in _answered(case):
        date = step.date
        if date and not is_approximate(date) and date.start and all(one.last.last < date.first for one in told):
            words = " ".join((step.answer or "")[told[-1].start : told[-1].end].split())
            yield case.finding(
                "steps", step.id,
                f"step {say.step(step)} is dated {say.date(date)}, and its answer tells of {say.words(words)}, before "
                "it was taken",
                "look both dates up in the source, and correct the one that is wrong", at=("answer",),
            )  # fmt: skip
