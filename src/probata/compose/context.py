"""What a template may see: names and views, nothing of the team's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from probata.compose.printer import Printer
from probata.compose.views.allegation import AllegationView
from probata.compose.views.body import BodyView, CommandView
from probata.compose.views.event import EventView
from probata.compose.views.limb import LimbView, limb_views
from probata.compose.views.person import PersonView
from probata.compose.views.proceedings import proceedings_view
from probata.compose.views.quotation import AuthorityView, QuotationView
from probata.compose.views.role import RoleView
from probata.compose.views.statement import BLANK, StatementView, exhibit_view
from probata.compose.views.table import TableView
from probata.document.blocks import Paragraph
from probata.document.blocks import Role as ParagraphRole
from probata.document.inlines import Text
from probata.document.origin import Origin
from probata.figures import TypedTable
from probata.forum import Profile
from probata.graph.timeline import timeline
from probata.markup.placeholder import BlockValue, InlineValue, LiteralValue, MarkdownValue
from probata.model.allegation import Allegation
from probata.model.case_file import Filing
from probata.model.event import Event
from probata.model.narrative import Narrative
from probata.model.person import Person
from probata.model.role import Role
from probata.model.statement import Statement

LIST_OF_SOURCES = "list-of-sources"
"""Id of the paragraph that a later step replaces by the list."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A narrative section."""

    title: LiteralValue
    text: MarkdownValue
    as_of: LiteralValue | None
    editors_note: LiteralValue | None
    epigraphs: tuple[QuotationView, ...]


@dataclass(frozen=True, slots=True)
class ReliefView:
    """What is asked for."""

    measure: LiteralValue
    argument: MarkdownValue | None


@dataclass(frozen=True, slots=True)
class ChronologyEntry:
    """A dated line of the chronology."""

    date: LiteralValue
    text: InlineValue
    cites: InlineValue


class CaseContext:
    """Builds the names that a template sees. One for each filing."""

    def __init__(self, printer: Printer, profile: Profile, filing: Filing, tables: Mapping[str, TypedTable]) -> None:
        self.printer = printer
        self.graph = printer.graph
        self.profile = profile
        self.filing = filing
        self.tables = tables

    def names(self) -> dict[str, Any]:
        """Return every name a template may use, with its value."""
        return {
            "title": self._title(),
            "forum": self.profile,
            "words": self.profile.words,
            "marking": self._literal(self.marking, "case", "marking"),
            "status": self.graph.case.status,
            "made_from": self.printer.cited(self.graph.case.made_from, Origin("case", "made_from")),
            "as_of": self.printer.when(self.filing.date or self.graph.case.as_of, Origin("case", "as_of")),
            "state": self._literal(self.graph.case.state, "case", "state"),
            "prepared_by": self._prepared_by(),
            "case_summary": self.printer.markdown(self.graph.case.summary, "case", self.graph.name, "summary"),
            "addressee": self._literal(
                self.filing.addressee.name if self.filing.addressee else None, "filing", "addressee"
            ),
            "addressee_lines": self._addressee_lines(),
            "relief": self._relief(),
            "supports": self._literal(self.filing.supports, "filing", "supports"),
            "proceedings": proceedings_view(self.filing, self.printer),
            "persons": tuple(PersonView(person, self.printer) for person in self.graph.persons_concerned(self.filing)),
            "roles": self.roles,
            "bodies": tuple(BodyView(body, self.printer) for body in self.graph.bodies),
            "commands": tuple(CommandView(command, self.printer) for command in self.graph.commands),
            "events": tuple(EventView(event, self.printer) for event in self.graph.events),
            "allegations": self.allegations,
            "quotations": tuple(QuotationView(quotation, self.printer) for quotation in self.graph.quotations),
            "authorities": tuple(AuthorityView(found, self.printer) for found in self.graph.authorities),
            "tables": tuple(
                TableView(self.tables[d.id], self.printer) for d in self.graph.datasets if d.id in self.tables
            ),
            "statement": self._statement(),
            "declaration": self._declaration(),
            "exhibits": tuple(exhibit_view(self.printer, exhibit) for exhibit in self.graph.exhibits),
            "steps": self._steps(),
            "chronology": self.chronology(),
            "list_of_sources": BlockValue((Paragraph((Text("-"),), ParagraphRole.BIBLIOGRAPHY, LIST_OF_SOURCES),)),
            **self._functions(),
        }

    def _functions(self) -> dict[str, Callable[..., Any]]:
        return {
            "narrative": self.narrative,
            "limbs": self.limbs,
            "ref": self.printer.reference,
            "roles_of": self.roles_of,
            "allegations_of": self.allegations_of,
        }

    @property
    def marking(self) -> str | None:
        """Marking of every page; the forum's own does not fit an illustration, which is made from published work."""
        usual = None if self.graph.case.status == "illustration" else self.profile.marking
        return self.filing.marking or self.graph.case.marking or usual

    def _title(self) -> LiteralValue:
        return LiteralValue(self.filing.title or self.profile.title, Origin("filing", "title"))

    def _literal(self, text: str | None, record: str, field: str) -> LiteralValue | None:
        return self.printer.literal(text, Origin(record, field))

    def _prepared_by(self) -> dict[str, LiteralValue | MarkdownValue | None]:
        author = self.graph.case.prepared_by
        fields = ("name", "organisation", "address", "contact")
        shown: dict[str, LiteralValue | MarkdownValue | None] = {
            field: self._literal(getattr(author, field), "case", f"prepared_by.{field}") for field in fields
        }
        shown["description"] = self.printer.markdown(author.description, "case", "case", "prepared_by", "description")
        return shown

    def _addressee_lines(self) -> tuple[LiteralValue, ...]:
        lines = self.filing.addressee.lines if self.filing.addressee else ()
        return tuple(LiteralValue(line, Origin("filing", "addressee")) for line in lines)

    def _relief(self) -> tuple[ReliefView, ...]:
        index = next((n for n, f in enumerate(self.graph.case.filings) if f.id == self.filing.id), 0)
        made = []
        for position, relief in enumerate(self.filing.relief):
            place = ("filings", index, "relief", position, "argument")
            argument = self.printer.markdown(relief.argument, "case", self.graph.name, *place)
            made.append(ReliefView(LiteralValue(relief.measure, Origin("filing", "relief")), argument))
        return tuple(made)

    @cached_property
    def roles(self) -> tuple[RoleView, ...]:
        """All roles of the persons concerned."""
        persons = {person.id for person in self.graph.persons_concerned(self.filing)}
        return tuple(RoleView(role, self.printer) for role in self.graph.roles if role.person in persons)

    def roles_of(self, person_id: str) -> tuple[RoleView, ...]:
        """The roles of one person, in the order of the records."""
        return tuple(role for role in self.roles if role.person_id == person_id)

    @cached_property
    def pursued(self) -> tuple[Allegation, ...]:
        """The allegations put forward in this filing: those on its persons, and those on nobody yet."""
        persons = {person.id for person in self.graph.persons_concerned(self.filing)}
        found = (a for a in self.graph.allegations if a.pursued and self.filing.id not in a.not_in)
        return tuple(a for a in found if not (charged := self._charged(a)) or charged & persons)

    def _charged(self, allegation: Allegation) -> set[str]:
        found = (self.graph.find("roles", Role, alleged.role) for alleged in allegation.roles)
        return {role.person for role in found if role}

    @cached_property
    def allegations(self) -> tuple[AllegationView, ...]:
        """The allegations put forward in this filing, numbered."""
        return tuple(AllegationView(a, n, self.printer) for n, a in enumerate(self.pursued, 1))

    def allegations_of(self, person_id: str) -> tuple[AllegationView, ...]:
        """The allegations put forward that rest on a role of one person."""
        views = zip(self.pursued, self.allegations, strict=True)
        return tuple(view for record, view in views if person_id in self._charged(record))

    def limbs(self, allegation: AllegationView) -> tuple[LimbView, ...]:
        """The limbs of the forum's test for one allegation."""
        record = next(a for a in self.pursued if a.id == allegation.id)
        return limb_views(record, allegation, self.profile, self.printer)

    def narrative(self, *places: str) -> tuple[SectionView, ...]:
        """The narrative sections of some places, in order, as far as this forum takes them."""
        found = [
            section
            for place in places
            for section in self.graph.narrative
            if (section.place or section.id) == place and (not section.forums or self.profile.id in section.forums)
        ]
        return tuple(self._section(section) for section in found)

    def _section(self, section: Narrative) -> SectionView:
        origin = Origin(f"narrative/{section.id}")
        text = self.printer.markdown(section.text, "narrative", section.id, "text", sentence=section.kind, filled=True)
        quotes = [q for key in section.epigraphs for q in self.graph.quotations if q.id == key]
        return SectionView(
            LiteralValue(section.title, origin),
            text or MarkdownValue("", self.graph.span("narrative", section.id), origin),
            self.printer.when(section.as_of, origin),
            self.printer.literal(section.editors_note, origin),
            tuple(QuotationView(quote, self.printer) for quote in quotes),
        )

    def _statement(self) -> StatementView | None:
        record = self.graph.find("statements", Statement, self.filing.statement or "")
        if record is None:
            return None
        chosen = record.declaration or self.profile.declaration.default
        return StatementView(record, self.printer.catalogue.declaration(chosen), self.printer)

    def _declaration(self) -> LiteralValue | None:
        """The forum's own declaration with a blank for its date, for a specimen."""
        found = self.printer.catalogue.declaration(self.profile.declaration.default)
        return LiteralValue(found.printed.replace("{date}", BLANK)) if found else None

    def _steps(self) -> tuple[ChronologyEntry, ...]:
        made = []
        for step in self.graph.steps:
            origin = Origin(f"steps/{step.id}")
            to = f" to {step.to}" if step.to else ""
            answer = f": {step.answer}" if step.answer else ""
            date_text = self.printer.wording.when(step.date) if step.date else "date not recorded"
            text = InlineValue((Text(f"{step.what}{to}{answer}", origin),))
            made.append(
                ChronologyEntry(LiteralValue(date_text, origin), text, self.printer.cited(step.citations, origin))
            )
        return tuple(made)

    def chronology(self) -> tuple[ChronologyEntry, ...]:
        """Roles on which something rests and events of the case, by date; undated ones are left out."""
        persons = {person.id for person in self.graph.persons_concerned(self.filing)}
        return tuple(
            self._entry(entry.record)
            for entry in timeline(self.graph)
            if isinstance(entry.record, Event) or (entry.record.person in persons and not entry.record.context_only)
        )

    def _entry(self, record: Role | Event) -> ChronologyEntry:
        if isinstance(record, Event):
            event = EventView(record, self.printer)
            text = InlineValue((Text(event.title.text, event.title.origin),))
            return ChronologyEntry(event.dates or LiteralValue(""), text, event.cites)
        role = RoleView(record, self.printer)
        person = self.graph.find("people", Person, record.person)
        name = self.printer.person_name(person).inlines if person else ()
        text = InlineValue((*name, Text(": "), Text(role.title.text, role.title.origin)))
        return ChronologyEntry(role.dates, text, role.cites)
