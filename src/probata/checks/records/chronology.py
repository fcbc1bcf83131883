"""Dates of records against each other: before, after, outside, or more precise than anybody knows."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from probata.checks.engine.case import KIND_OF, CheckInput, Loc
from probata.checks.engine.check import Looked, check, itself, records_of
from probata.checks.engine.finding import Finding
from probata.checks.prose.times import times_in
from probata.checks.records.responsibility import NOT_PUNISHED
from probata.checks.tenures.circles import Link, circles
from probata.checks.tenures.sure_days import are_surely_apart, is_approximate, is_surely_before, sure_days
from probata.diagnostics import Severity, say
from probata.graph.dated import dated_in_statement, dated_things, is_after, last_of
from probata.graph.resolve import keys_in_text
from probata.graph.sources import SEEN
from probata.graph.texts import figures_in
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.dataset import Dataset
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.figure import Figure
from probata.model.language import primary
from probata.model.parts import own_texts
from probata.model.record import Record
from probata.model.source_record import Source

_KNOWN = {"day_unknown": 2, "day_and_month_unknown": 1}
"""The finest precision that a date may have by its type, as `Point.precision` counts it."""


@check("TIM120", Severity.WARNING, "roles and events", looks_at=records_of("roles", "events"))
def date_made_precise(case: CheckInput) -> Iterator[Finding]:
    for role in case.graph.roles:
        certain, beyond = role.dates.certain, ""
        accounts = [role.dates.stated, *(account.dates for account in role.dates.other_accounts)]
        accounts += [seat.dates for seat in role.seats if seat.dates]
        # Of a role that goes on, the last day that is sure is the one for which that is known.
        ends = (role.as_of.last if when.is_open and role.as_of else when.earliest_end for when in accounts)
        if certain and certain.start and certain.first < min(when.latest_start for when in accounts):
            beyond = f"from {say.date(certain.first)}"
        elif certain and certain.end and certain.last > max(ends):
            beyond = f"until {say.date(certain.last)}"
        if beyond:
            said = f"role {say.role(role)} is recorded as certain {beyond}, and no account makes that sure"
            step = "record the account that gives the day under `other_accounts`, or narrow `certain`"
            # Another source that is cited may be the one that gives the day.
            is_cited_twice = len({citation.source for citation in (*role.citations, *role.dates.citations)}) > 1
            weight = Severity.INFO if is_cited_twice else None
            yield case.finding("roles", role.id, said, step, at=("dates", "certain"), severity=weight)
    for event in case.graph.events:
        dates = event.dates
        points = [point.precision for point in (dates.start, dates.end) if point] if dates else []
        if max(points, default=0) > _KNOWN.get(event.date_type, 3):
            said = f"event {say.event(event)} is dated {say.date(dates)}, and its `date_type` is "
            step = "leave out what is unknown of the date, or correct `date_type`"
            yield case.finding("events", event.id, said + say.words(event.date_type), step, at=("dates",))


@check("TIM113", Severity.WARNING, "records with a date", looks_at=itself)
def dated_after_case(case: CheckInput) -> Iterator[Finding | Looked]:
    own = case.graph.case
    days = [when for when in (own.as_of, *(filing.date for filing in own.filings)) if when and when.end]
    latest = max(days, key=last_of, default=None)
    limits = [(dated, latest, "the last day that the case or a filing bears") for dated in dated_things(case.graph)]
    for statement in case.graph.statements:
        filed = [filing.date or own.as_of for filing in own.filings if filing.statement == statement.id]
        day = min((when for when in filed if when and when.end), key=last_of, default=latest)
        limits += [(dated, day, "the day of the filing that it is for") for dated in dated_in_statement(statement)]
    for dated, day, what in limits:
        if dated.when:
            why = "" if day else "neither the case nor a filing bears a day"
            yield Looked(f"{dated.kind}/{dated.record}", why)
        if dated.when and day and is_after(dated.when, day):
            said = f"{dated.what} is dated {say.date(dated.when)}, after {what}, {say.date(day)}"
            step = (
                "correct the date that is wrong, or set `as_of` of the case or `date` of the filing to a day after it"
            )
            yield case.finding(dated.kind, dated.record, said, step, at=dated.at)


_SHOWN = 3
"""Sources that are named one by one."""


@check("TIM108", Severity.WARNING, "the case, and roles, sections and tables with a day", looks_at=itself)
def as_of_older_than_source(case: CheckInput) -> Iterator[Finding | Looked]:
    for kind, key, what, as_of, cited in _as_of(case):
        yield Looked(f"{kind}/{key}")
        if as_of.end is None:
            continue
        last = as_of.last.replace(month=12, day=31) if as_of.end.approximate else as_of.last
        newer = [
            f"{say.source(source)} of {say.date(source.issued)}"
            for found in dict.fromkeys(cited)
            if (source := case.graph.find("sources", Source, found)) and source.issued
            if source.issued.start and source.issued.first > last
        ]
        if newer:
            more = f" and {len(newer) - _SHOWN} more" if len(newer) > _SHOWN else ""
            said = f"{what} is as of {say.date(as_of)}, and cites newer sources: {', '.join(newer[:_SHOWN])}{more}"
            step = "set `as_of` to the day of the newest source, or leave that source out"
            yield case.finding(kind, key, said, step, at=("as_of",))


def _as_of(case: CheckInput) -> Iterator[tuple[str, str, str, When, Iterable[str]]]:
    """Give what is recorded as true as of a day, with the ids of its sources: kind, id, name, day, ids."""
    graph = case.graph
    if graph.case.as_of:
        yield "case", graph.name, "the case", graph.case.as_of, [source.id for source in graph.sources]
    for role in graph.roles:
        if role.as_of and role.status != "ended":
            cited = [one.source for one in (*role.citations, *role.dates.citations)]
            yield "roles", role.id, f"role {say.role(role)}", role.as_of, cited
    for section in graph.narrative:
        if section.as_of:
            cited = [*(one.source for one in section.citations), *keys_in_text(section.text)]
            yield "narrative", section.id, f"section {say.section(section)}", section.as_of, cited
    for table in graph.datasets:
        if table.as_of:
            of_columns = (one for column in table.columns for one in column.citations)
            cited = [one.source for one in (*table.citations, *of_columns)]
            yield "datasets", table.id, f"table {say.table(table)}", table.as_of, cited


_Number = tuple[str, str, Loc, str, When | None, bool, Severity]
"""Kind and id of a record, field, name of a number, its time, whether that may go beyond, and weight."""


@check(
    "TIM119",
    Severity.WARNING,
    "allegations, events and figures",
    looks_at=records_of("allegations", "events", "figures"),
)
def number_from_another_time(case: CheckInput) -> Iterator[Finding]:
    for (kind, key, at, number, covers, may_go_beyond, weight), whole, time in _numbers(case):
        if covers is None or time is None:
            continue
        apart = is_surely_before(covers, time) or is_surely_before(time, covers)
        is_rough = is_approximate(covers) or is_approximate(time)
        if apart or not (may_go_beyond or is_rough or time.covers(covers) is not Answer.NO):
            what = "they share no day" if apart else "it counts what lies outside"
            said = f"{number} covers {say.date(covers)}, and {whole} is of {say.date(time)}: {what}"
            step = "give the number for the time itself, or say in the text which time it covers"
            yield case.finding(kind, key, said, step, at=at, severity=weight if apart else Severity.INFO)


def _numbers(case: CheckInput) -> Iterator[tuple[_Number, str, When | None]]:
    """Give each number with what it is given for and the time of that."""
    graph = case.graph
    for found in case.pursued:
        of, at, count = f"allegation {say.allegation(found)}", ("affected", "count", "period"), found.affected.count
        period = count.period if count else None
        affected = "the count of those affected"
        yield ("allegations", found.id, at, affected, period, False, Severity.WARNING), of, found.period
        for n, item in enumerate(found.evidence):
            for m, key in enumerate(item.datasets):
                dataset = graph.find("datasets", Dataset, key)
                covers = dataset.period if dataset else None
                place = ("evidence", n, "datasets", m)
                name = f"table {say.table(key)}"
                yield ("allegations", found.id, place, name, covers, True, Severity.WARNING), of, found.period
        for loc, text in own_texts(found):
            for key in figures_in(text) if "{{" in text else ():
                figure = graph.find("figures", Figure, key)
                covers, name = figure.period if figure else None, f"figure {say.figure(key)}"
                yield ("allegations", found.id, loc, name, covers, True, Severity.INFO), of, found.period
    for event in graph.events:
        period, of = event.count.period if event.count else None, f"event {say.event(event)}"
        yield ("events", event.id, ("count", "period"), "the count", period, False, Severity.WARNING), of, event.dates
    for figure in graph.figures:
        for n, key in enumerate(figure.ascribed_to):
            role, name = case.role(key), f"figure {say.figure(figure)}"
            held = (role.dates.possible or role.dates.stated) if role else None
            of = f"role {say.role(key)}, to which it is ascribed,"
            yield ("figures", figure.id, ("ascribed_to", n), name, figure.period, True, Severity.WARNING), of, held


@check("TIM131", Severity.WARNING, "allegations", looks_at=itself, rests_on={"allegations": ("events", "roles")})
def charged_event_undated(case: CheckInput) -> Iterator[Finding | Looked]:
    for allegation in case.pursued:
        held = [sure_days(role) for role in case.roles_of(allegation)]
        for place, event in _happened(case, allegation):
            yield Looked(f"allegations/{allegation.id}")
            if event.dates:
                continue
            within = (
                whole
                for whole in _wholes(case, event)
                if (when := whole.dates) and not is_approximate(when) and held
                if all(days and days[0] <= when.first and when.last <= days[1] for days in held)
            )
            whole = next(within, None)
            said = f"event {say.event(event)}, on which allegation {say.allegation(allegation)} rests, has no date: "
            if whole:
                said += f"it is part of event {say.event(whole)}, in all of whose time each alleged role was held"
            else:
                said += "it is not shown that an alleged role was held then"
            step = (
                f"ask the source when it was, and write `dates: …` in `events/{event.id}`; a year or a span is enough"
            )
            at = ("events", place)
            yield case.finding("allegations", allegation.id, said, step, at=at, alike=event.id, is_sure=not whole)


def _happened(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Event]]:
    """Give what happened at some time and is charged to somebody, with its place in the allegation."""
    for place, event in case.events_of(allegation):
        if allegation.roles and event.kind in ("operation", "incident", "act"):
            yield place, event


def _wholes(case: CheckInput, event: Event) -> Iterator[Event]:
    """Give the events of which one is part, the nearest first, each once; a circle of parts ends there."""
    ahead, passed = deque(event.part_of), {event.id}
    while ahead:
        whole = case.graph.find("events", Event, ahead.popleft())
        if whole and whole.id not in passed:
            passed.add(whole.id)
            ahead += whole.part_of
            yield whole


@check("TIM172", Severity.WARNING, "allegations that charge an event", looks_at=itself)
def event_outside_period(case: CheckInput) -> Iterator[Finding | Looked]:
    for allegation in case.pursued:
        grounds = [ground for alleged in allegation.roles for ground in alleged.responsibility]
        is_not_punishing = bool(grounds) and all(set(ground.conduct) == {NOT_PUNISHED} for ground in grounds)
        period = allegation.period
        if any(event.dates for _, event in case.events_of(allegation)):
            yield Looked(f"allegations/{allegation.id}", "" if period else "it has no period")
        periods = [period, *(ground.period for ground in grounds if ground.period)] if period else []
        for position, event in case.events_of(allegation):
            dates = event.dates
            if not (dates and period and all(one and are_surely_apart(dates, one) for one in periods)):
                continue
            is_before = is_surely_before(dates, period)
            if not (is_before and is_not_punishing):
                said = f"event {say.event(event)}, dated {say.date(dates)}, lies {'before' if is_before else 'after'} "
                said += f"the period of the allegation, {say.date(period)}"
                step = "correct the date that is wrong, widen the period, or mark the event `context_only: true`"
                weight = Severity.INFO if event.kind == "reform" else None
                yield case.finding("allegations", allegation.id, said, step, at=("events", position), severity=weight)


_STEPS = {
    "events": "leave out `part_of` where the event is the whole",
    "bodies": "read in the sources which of them came first, and correct the link that is the wrong way round",
    "sources": "name the work in which one of them was really found, or say of one that it was seen: `held: held`",
}
"""How a circle is broken, by the kind of record."""


@check("STR171", Severity.WARNING, "events, bodies and sources", looks_at=records_of(*_STEPS))
def circle_of_records(case: CheckInput) -> Iterator[Finding]:
    always, links = (date.min, date.max), dict[str, list[Link]]((kind, []) for kind in _STEPS)
    for event in case.graph.events:
        for n, whole in enumerate(event.part_of):
            links["events"].append(Link(whole, event.id, "part_of", ("events", event.id), ("part_of", n), always))
    for body in case.graph.bodies:
        for n, relation in enumerate(body.relations):
            if relation.kind in ("predecessor_of", "successor_of"):
                ends = (body.id, relation.body) if relation.kind == "predecessor_of" else (relation.body, body.id)
                at = ("relations", n, "body")
                links["bodies"].append(Link(*ends, "successor_of", ("bodies", body.id), at, always))
    for source in case.graph.sources:
        for n, citation in enumerate(() if source.held in SEEN else source.cited_in):
            place, record = ("cited_in", n), ("sources", source.id)
            links["sources"].append(Link(citation.source, source.id, "cited_in", record, place, always))
    for found in links.values():
        for first, *others in circles(found):
            closed = "and is closed by what the notes name" if others else "of itself"
            said, notes = f"{first.words}, in a circle {closed}", tuple(link.words for link in others[:6])
            yield case.finding(*first.record, said, _STEPS[first.record[0]], at=first.at, notes=notes)


_LOOK_BOTH_UP = "look both dates up, and correct the one that is wrong"


class _InOrder(NamedTuple):
    """Two dates of a record, of which the one comes first in the nature of things."""

    record: Record
    at: Loc
    first: When | None
    then: When | None
    said: str
    """What a finding says of them."""
    step: str = _LOOK_BOTH_UP
    is_note: bool = False


@check("TIM178", Severity.WARNING, "records with two dates", looks_at=itself)
def dates_out_of_order(case: CheckInput) -> Iterator[Finding | Looked]:
    for one in _in_order(case):
        if one.first and one.then:
            yield Looked(f"{KIND_OF[type(one.record)]}/{one.record.id}")
        if one.first and one.then and is_surely_before(one.then, one.first):
            weight = Severity.INFO if one.is_note else None
            yield case.finding_on(one.record, one.said, one.step, at=one.at, severity=weight)


def _in_order(case: CheckInput) -> Iterator[_InOrder]:
    for person in case.graph.people:
        for n, paper in enumerate(person.identifiers):
            said = f"{paper.type} {say.words(paper.number)} of {say.person(person)} expired {say.date(paper.expires)}, "
            said += f"before it was issued, {say.date(paper.issued)}"
            step = "look at the paper, or at the source, and correct the date"
            yield _InOrder(person, ("identifiers", n), paper.issued, paper.expires, said, step)
    for source in case.graph.sources:
        issued, name = source.issued, say.source(source)
        said = f"{name} was read on {say.date(source.accessed)}, before its date, {say.date(issued)}"
        step = "open it again, and correct the date that is wrong"
        yield _InOrder(source, ("accessed",), issued, source.accessed, said, step)
        cited = [
            (n, one.source, when) for n, one in enumerate(source.cited_in) if (when := _date_of(case.work(one.source)))
        ]
        for n, key, when in sorted(cited, key=lambda one: one[2].last)[:1]:  # if not before the oldest, before none
            said = f"{name} is of {say.date(issued)}, and is cited in {say.cited(key)} of {say.date(when)}"
            yield _InOrder(source, ("cited_in", n), issued, when, said)
    for words in case.graph.quotations:
        work = case.work(words.quoted_in.source) if words.quoted_in else None
        dated, is_page = _date_of(work), isinstance(work, Source) and work.type == "webpage"
        if words.date and words.quoted_in:
            said = f"quotation {say.quotation(words)} is dated {say.date(words.date)}, and stands in "
            said += f"{say.cited(words.quoted_in.source)} of {say.date(dated)}"
            step = "read both dates again in the source and correct the one that is wrong"
            yield _InOrder(words, ("date",), words.date, dated, said, step, is_page)
    for one in case.graph.steps:
        times = times_in(one.answer or "", primary(case.graph.case.language)) if one.date and one.date.start else ()
        if times:
            last = max(times, key=lambda time: time.last.last)
            told = " ".join((one.answer or "")[times[-1].start : times[-1].end].split())
            said = (
                f"step {say.step(one)} is dated {say.date(one.date)}, and its answer is of {say.words(told)}, before "
            )
            step = "look both dates up in the source, and correct the one that is wrong"
            yield _InOrder(one, ("answer",), one.date, last.when, f"{said}that", step)


def _date_of(work: Source | Authority | None) -> When | None:
    return work.issued if isinstance(work, Source) else work.date if work else None
