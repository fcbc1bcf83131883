"""What stands under a date: the chronology, and the steps taken before, as templates see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from probata.citation import Words, statements_on_persons
from probata.compose.library import csl_item
from probata.compose.printer import LineValue, Printer
from probata.compose.put_forward import PutForward
from probata.compose.views.event import EventView
from probata.compose.views.role import RoleView
from probata.document.foreign import texts
from probata.document.inlines import Inlines, Text
from probata.document.origin import Origin
from probata.graph.dated import timeline
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.model.citation import Citation, Citations
from probata.model.dates import When
from probata.model.event import Event
from probata.model.person import Person
from probata.model.role import Role
from probata.model.source_record import Source
from probata.model.step import Step


@dataclass(frozen=True, slots=True)
class ChronologyEntry:
    """A dated line of the chronology."""

    date: LineValue
    text: InlineValue
    cites: InlineValue


@dataclass(frozen=True, slots=True)
class StepView(ChronologyEntry):
    """A step taken before, in its parts."""

    what: LiteralValue
    to: LiteralValue | None
    answer: LiteralValue | None
    pending: bool


_ACTS = frozenset({"speech", "press-release", "personal_communication"})
"""Works that are acts of their own: their day is the day on which they were done."""
_TO_THE_DAY = 3


def chronology(put_forward: PutForward, printer: Printer, words: Words) -> tuple[ChronologyEntry, ...]:
    """Return what bears on the counts of a filing, in the order of time: events, posts, steps, and acts in writing.

    Events are those alleged, and of the others those that no allegation leaves to another filing; of mere context those
    whose day is known. Posts are those on which something rests, and those held now. What may reach the State concerned
    leaves out an event that only protected works tell of.
    """
    found = (*_of_time(put_forward, printer), *_steps(put_forward, printer), *_written(put_forward, printer, words))
    return tuple(entry for _, entry in sorted(found, key=lambda pair: pair[0]))


def _of_time(put_forward: PutForward, printer: Printer) -> Iterator[tuple[date, ChronologyEntry]]:
    alleged = {event for one in put_forward.allegations for event in one.events}
    elsewhere = {event for one in printer.graph.allegations for event in one.events} - alleged
    for entry in timeline(printer.graph):
        record = entry.record
        if isinstance(record, Event):
            is_told = not (put_forward.reaches_state and _is_protected(record, printer))
            if is_told and record.id not in elsewhere and (not record.context_only or _is_exact(entry.when)):
                yield entry.when.first, _event(record, printer)
        elif record.person in put_forward.persons and (not record.context_only or record.status == "current"):
            yield entry.when.first, _role(record, printer)


def _is_protected(event: Event, printer: Printer) -> bool:
    return bool(event.citations) and not _open(event.citations, printer)


def _open(citations: Citations, printer: Printer) -> Citations:
    found = ((one, printer.graph.find("sources", Source, one.source)) for one in citations)
    return tuple(one for one, source in found if source is None or source.confidentiality == "open")


def _is_exact(when: When) -> bool:
    return when.start is not None and when.start.precision == _TO_THE_DAY


def _steps(put_forward: PutForward, printer: Printer) -> Iterator[tuple[date, ChronologyEntry]]:
    """Give the steps taken before, each with its answer; not one that is told as an event of the same day."""
    told = {(event.dates.first, one) for event in printer.graph.events if event.dates for one in event.citations}
    for step in printer.graph.steps:
        if step.date and not any((step.date.first, one) in told for one in step.citations):
            yield step.date.first, step_view(step, put_forward, printer)


def _written(put_forward: PutForward, printer: Printer, words: Words) -> Iterator[tuple[date, ChronologyEntry]]:
    used = {one.source for allegation in put_forward.allegations for one in allegation.evidence}
    used |= {one.source for allegation in put_forward.allegations for one in allegation.answer.citations}
    acts = _ACTS - {"personal_communication"} if put_forward.hides_submitter else _ACTS
    for source in printer.graph.sources:
        if source.id in used and source.type in acts and source.issued and source.confidentiality == "open":
            yield source.issued.first, _act(source, source.issued, printer, words)
    for one in printer.graph.authorities:
        if one.id in used and one.kind == "judgment" and one.date:
            record = f"authorities/{one.id}"
            told: tuple[str, ...] = (one.name,)
            told = printer.wording.around("step.judgment", "name", told, court=one.court) if one.court else told
            yield one.date.first, _entry(one.date, texts(Origin(record, "name"), *told), record, printer)


def _act(source: Source, issued: When, printer: Printer, words: Words) -> ChronologyEntry:
    title = source.translated_title or source.title
    if title:
        text: Inlines = (Text(title, Origin(f"sources/{source.id}", "title")),)
        name = source.author[0].whole if source.author else ""
        text = (Text(name), *_colon(printer), *text) if name and name not in title else text
    else:
        text = (Text(statements_on_persons(csl_item(source, printer.wording), words)),)
    return _entry(issued, text, f"sources/{source.id}", printer)


def _entry(when: When, text: Inlines, record: str, printer: Printer) -> ChronologyEntry:
    cites = printer.cited((Citation(source=record.partition("/")[2]),), Origin(record))
    return ChronologyEntry(LiteralValue(printer.wording.when(when), Origin(record)), InlineValue(text), cites)


def _colon(printer: Printer) -> Inlines:
    return (Text(f"{printer.wording.label('document.colon')} "),)


def _event(record: Event, printer: Printer) -> ChronologyEntry:
    event = EventView(record, printer)
    text: Inlines = (Text(event.title.text, event.title.origin),)
    if event.count and record.count and record.count.other_accounts:  # told with every number
        text = (*text, Text(f"{printer.wording.label('document.colon')} "), *event.count.inlines)
    return ChronologyEntry(event.dates or LiteralValue(""), InlineValue(text), event.cites)


def _role(record: Role, printer: Printer) -> ChronologyEntry:
    role = RoleView(record, printer)
    person = printer.graph.find("people", Person, record.person)
    name = printer.person_name(person).inlines if person else ()
    return ChronologyEntry(
        role.dates,
        InlineValue((*name, *_colon(printer), Text(role.short_title.text, role.short_title.origin))),
        role.cites,
    )


def step_view(step: Step, put_forward: PutForward, printer: Printer) -> StepView:
    """Return a step as one sentence, and in its parts for a table; the State is shown no protected work."""
    origin = Origin(f"steps/{step.id}")
    wording = printer.wording
    text: tuple[str, ...] = (step.what,)
    text = wording.around("step.to", "what", text, to=step.to) if step.to else text
    text = wording.around("step.answer", "what", text, answer=step.answer) if step.answer else text
    date = wording.when(step.date) if step.date else wording.label("step.undated")
    citations = _open(step.citations, printer) if put_forward.reaches_state else step.citations
    return StepView(
        LiteralValue(date, origin),
        InlineValue(texts(origin, *text)),
        printer.cited(citations, origin),
        LiteralValue(step.what, origin),
        printer.literal(step.to, origin),
        printer.literal(step.answer, origin),
        bool(step.pending),
    )
