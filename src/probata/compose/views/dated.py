"""What stands under a date: the chronology, and the steps taken before, as templates see them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date

from probata.compose.printer import LineValue, Printer
from probata.compose.views.event import EventView
from probata.compose.views.role import RoleView
from probata.document.foreign import texts
from probata.document.inlines import Inlines, Text
from probata.document.origin import Origin
from probata.graph.timeline import timeline
from probata.markup.placeholder import InlineValue, LiteralValue
from probata.model.event import Event
from probata.model.person import Person
from probata.model.role import Role
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


def chronology(persons: Container[str], printer: Printer) -> tuple[ChronologyEntry, ...]:
    """Return the events of the case and the roles of `persons` on which something rests; undated ones are left out."""
    return tuple(entry for _, entry in _dated(persons, printer))


def chronology_with_steps(persons: Container[str], printer: Printer) -> tuple[ChronologyEntry, ...]:
    """Return the same with the steps taken before among them, each with its answer."""
    steps = ((step.date.first, step_view(step, printer)) for step in printer.graph.steps if step.date)
    return tuple(entry for _, entry in sorted((*_dated(persons, printer), *steps), key=lambda pair: pair[0]))


def _dated(persons: Container[str], printer: Printer) -> Iterator[tuple[date, ChronologyEntry]]:
    for entry in timeline(printer.graph):
        record = entry.record
        if isinstance(record, Event):
            yield entry.when.first, _event(record, printer)
        elif record.person in persons and not record.context_only:
            yield entry.when.first, _role(record, printer)


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
    colon = Text(f"{printer.wording.label('document.colon')} ")
    return ChronologyEntry(
        role.dates, InlineValue((*name, colon, Text(role.short_title.text, role.short_title.origin))), role.cites
    )


def step_view(step: Step, printer: Printer) -> StepView:
    """Return a step as one sentence, and in its parts for a table."""
    origin = Origin(f"steps/{step.id}")
    wording = printer.wording
    text: tuple[str, ...] = (step.what,)
    text = wording.around("step.to", "what", text, to=step.to) if step.to else text
    text = wording.around("step.answer", "what", text, answer=step.answer) if step.answer else text
    date = wording.when(step.date) if step.date else wording.label("step.undated")
    return StepView(
        LiteralValue(date, origin),
        InlineValue(texts(origin, *text)),
        printer.cited(step.citations, origin),
        LiteralValue(step.what, origin),
        printer.literal(step.to, origin),
        printer.literal(step.answer, origin),
        bool(step.pending),
    )
