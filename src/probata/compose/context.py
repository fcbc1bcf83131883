"""What a template may see: names and views, nothing of the team's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, wraps
from inspect import Parameter, signature
from typing import Any, get_type_hints

import jinja2

from probata.citation import load_words
from probata.compose.engine_faults import TemplateRuntimeFault
from probata.compose.pictures import PictureMaker
from probata.compose.printer import Printer
from probata.compose.put_forward import PutForward
from probata.compose.views.allegation import AllegationView
from probata.compose.views.body import BodyView, CommandView
from probata.compose.views.calculation import Calculation
from probata.compose.views.consent import AffectedView
from probata.compose.views.count import CountView
from probata.compose.views.dated import chronology, step_view
from probata.compose.views.event import EventView
from probata.compose.views.evidence import exhibit_view
from probata.compose.views.figure import FigureView, figure_view, missing_figure
from probata.compose.views.filing import addressee_view, prepared_by, relief_views, supported_line
from probata.compose.views.limb import LimbView, limb_views
from probata.compose.views.person import PersonView, lines_in_force
from probata.compose.views.provision import standing_views
from probata.compose.views.quotation import AuthorityView, QuotationView, SectionView, in_one_language, section_view
from probata.compose.views.role import RoleView, grounds_in_words
from probata.compose.views.statement import BLANK, StatementView, proceedings_view
from probata.compose.views.table import TableView
from probata.document import anchors as list_ids
from probata.document.anchors import CONFIDENTIAL_ITEMS
from probata.document.blocks import Paragraph, Role
from probata.document.inlines import Cite, CiteItem, LineBreak, Text
from probata.document.origin import Origin
from probata.figures import Computed, TypedTable
from probata.figures.table import suggest
from probata.forum import Forum
from probata.graph.filings import counts_in, statements_filed
from probata.markup.placeholder import BlockValue, InlineValue, LiteralValue
from probata.model.allegation import Allegation
from probata.model.case_file import Filing
from probata.model.narrative import Narrative
from probata.model.person import Person
from probata.model.statement import Statement

_KINDS = {str: "text, such as `person.id`", "AllegationView": "an allegation of `allegations`"}


def checked(functions: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return the functions so that a call with the wrong values is a fault of the template, with what they take.

    The kinds are read from the annotations: a parameter of a class takes its instances, any other takes anything.
    """
    return {name: _checked(name, function) for name, function in functions.items()}


def _checked(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    form, kinds = signature(function), get_type_hints(function)

    @wraps(function)
    def call(*values: Any, **named: Any) -> Any:
        """Look at the values first, so that a template's mistake is told in its own words."""
        try:
            bound = form.bind(*values, **named)
        except TypeError:
            raise _misused(name, f"takes {_count(form.parameters)}") from None
        for parameter, given in bound.arguments.items():
            several = form.parameters[parameter].kind is Parameter.VAR_POSITIONAL
            for value in given if several else (given,):
                _look_at(name, parameter, value, kinds.get(parameter))
        return function(*values, **named)

    return call


def _look_at(name: str, parameter: str, value: Any, kind: Any) -> None:
    if isinstance(value, jinja2.Undefined):
        str(value)  # raises with the name that does not exist
    if kind is not Any and isinstance(kind, type) and not isinstance(value, kind):
        what = _KINDS.get(kind) or _KINDS.get(kind.__name__, f"a {kind.__name__}")
        raise _misused(name, f"takes {what} as `{parameter}`")


def _count(parameters: Mapping[str, Parameter]) -> str:
    names = ", ".join(f"`{parameter}`" for parameter in parameters)
    return f"these values: {names}" if names else "no values"


def _misused(name: str, what: str) -> TemplateRuntimeFault:
    return TemplateRuntimeFault(f"`{name}` {what}", "see docs/templates.md for what it takes")


# Where a template asks for what a document prints of itself: paragraphs whose place a later step takes.

_PLACES = {
    "list_of_abbreviations": list_ids.LIST_OF_ABBREVIATIONS,
    "table_of_authorities": list_ids.TABLE_OF_AUTHORITIES,
    "pictures_set_aside": list_ids.SET_ASIDE,
    "calculations": list_ids.CALCULATIONS,
    "gap_count": list_ids.GAP_COUNT,
}


def places_of_lists() -> dict[str, BlockValue]:
    """Return the names by which a template asks for them, each with the paragraph that marks the place."""
    sources = Paragraph((Text("-"),), Role.BIBLIOGRAPHY, list_ids.LIST_OF_SOURCES)
    others = {name: BlockValue((Paragraph((Text("-"),), id=place),)) for name, place in _PLACES.items()}
    return {"list_of_sources": BlockValue((sources,)), **others}


class CaseContext:
    """Builds the names that a template sees. One for each filing."""

    def __init__(
        self,
        printer: Printer,
        forum: Forum,
        filing: Filing,
        tables: Mapping[str, TypedTable],
        figures: Mapping[str, Computed],
    ) -> None:
        self.printer = printer
        self.graph = printer.graph
        self.forum = forum
        self.profile = forum.profile
        self.filing = filing
        self.put_forward = PutForward(printer.graph, filing, forum.profile)
        self.left_behind: list[Narrative] = []
        """Sections that stand in no document, since fewer in its own language have their place and order."""
        self.places: dict[str, None] = {}
        """Places of narrative sections that the template asks for, with a section there or without."""
        self.tables = tables
        self.figures = figures
        self.pictures = PictureMaker(printer, forum)

    def names(self) -> dict[str, Any]:
        """Return every name a template may use, with its value."""
        return {
            "title": LiteralValue(self.filing.title or self.title_of_forum, Origin("filing", "title")),
            "forum": self.profile,
            "marking": self._literal(self.marking, "case", "marking"),
            "status": self.graph.case.status,
            "made_from": self.printer.cited(self.graph.case.made_from, Origin("case", "made_from")),
            "as_of": self.printer.when(self.filing.date or self.graph.case.as_of, Origin("case", "as_of")),
            "state": self._literal(self.graph.case.state, "case", "state"),
            "prepared_by": prepared_by(self.printer),
            "source_may_be_named": self.filing.names_submitter,
            "is_public": self.filing.version == "public",
            "case_summary": self.printer.markdown(self.graph.case.summary, "case", self.graph.name, "summary"),
            "addressee": self._literal(
                self.filing.addressee.name if self.filing.addressee else None, "filing", "addressee"
            ),
            "addressee_lines": self._addressee_lines(),
            "addressees": tuple(addressee_view(addressee) for addressee in self.filing.addressees),
            "relief": relief_views(self.filing, self.printer),
            "supports": supported_line(self.filing, self.printer),
            "proceedings": proceedings_view(self.filing, self.printer),
            "persons": tuple(PersonView(person, self.printer) for person in self.graph.persons_concerned(self.filing)),
            "roles": self.roles,
            "bodies": tuple(BodyView(body, self.printer) for body in self.graph.bodies),
            "commands": tuple(CommandView(command, self.printer) for command in self.graph.commands),
            "events": tuple(EventView(event, self.printer) for event in self.graph.events),
            "allegations": self.allegations,
            "counts": self.counts,
            "quotations": tuple(QuotationView(quotation, self.printer) for quotation in self.graph.quotations),
            "authorities": tuple(AuthorityView(found, self.printer) for found in self.graph.authorities),
            "tables": tuple(self._table(d.id) for d in self.graph.datasets if d.id in self.tables),
            "statement": self._statement(),
            "declaration": self._declaration(),
            "exhibits": tuple(exhibit_view(self.printer, exhibit) for exhibit in self.graph.exhibits),
            "confidential_items": self._confidential_items(),
            "statements_filed": self._statements_filed(),
            "steps": tuple(step_view(step, self.put_forward, self.printer) for step in self.graph.steps),
            "affected": self._affected(),
            "appearing": self._appearing(),
            "standings": standing_views(self.pursued, self.printer),
            "chronology": chronology(self.put_forward, self.printer, load_words(self.printer.wording.language)),
            **places_of_lists(),
            "new_line": InlineValue((LineBreak(),)),
            **self._functions(),
        }

    def _functions(self) -> dict[str, Callable[..., Any]]:
        functions: dict[str, Callable[..., Any]] = {
            "narrative": self.narrative,
            "limbs": self.limbs,
            "ref": self.printer.reference,
            "note": self.printer.note_reference,
            "exhibit": self.printer.exhibit_reference,
            "figure": self.figure,
            "table": self.table,
            "roles_of": self.roles_of,
            "grounds_of": self.grounds_of,
            "timeline_picture": self.timeline_picture,
            "organisation_picture": self.organisation_picture,
            "allegations_of": self.allegations_of,
            "listed_elsewhere": self.listed_elsewhere,
        }
        return checked(functions)

    @property
    def marking(self) -> str | None:
        """Marking of every page; the forum's own does not fit an illustration, which is made from published work."""
        if self.filing.version == "public":
            return None  # who may read a document is what a marking says
        own = self.filing.marking or self.graph.case.marking
        if own or self.graph.case.status == "illustration":
            return own
        return self.word("document_marking", self.profile.marking or "") or None

    @property
    def title_of_forum(self) -> str:
        """Title of its documents where a filing gives none."""
        return self.word("document_title", self.profile.title)

    def word(self, name: str, usual: str) -> str:
        """Return what the profile says once for all in the language of the document, where its words have it."""
        found = self.forum.words.find(name, self.printer.wording.language)
        return found[0] if found else usual

    def _literal(self, text: str | None, record: str, field: str) -> LiteralValue | None:
        return self.printer.literal(text, Origin(record, field))

    def _addressee_lines(self) -> tuple[LiteralValue, ...]:
        lines = self.filing.addressee.lines if self.filing.addressee else ()
        return tuple(LiteralValue(line, Origin("filing", "addressee")) for line in lines)

    def _affected(self) -> tuple[AffectedView, ...]:
        ids = dict.fromkeys(person for allegation in self.pursued for person in allegation.affected.persons)
        found = (self.graph.find("people", Person, person) for person in ids)
        return tuple(AffectedView(person, self.profile.id, self.printer) for person in found if person)

    def _appearing(self) -> tuple[AffectedView, ...]:
        """Those affected, and behind them whoever else needs a consent and has one for this forum."""
        affected = self._affected()
        named = {view.id for view in affected}
        others = (one for one in self.graph.people if one.needs_consent and one.id not in named)
        views = (AffectedView(one, self.profile.id, self.printer, is_affected=False) for one in others)
        return (*affected, *(view for view in views if view.consents))

    @cached_property
    def roles(self) -> tuple[RoleView, ...]:
        """All roles of the persons concerned."""
        return tuple(RoleView(role, self.printer) for role in self.put_forward.roles)

    def roles_of(self, person_id: str) -> tuple[RoleView, ...]:
        """The roles of one person, in the order of the records."""
        return tuple(role for role in self.roles if role.person_id == person_id)

    def grounds_of(self, person_id: str) -> tuple[InlineValue, ...]:
        """The grounds of the roles of one person in sentences; what is said of several roles is said once."""
        held = [(role, role.responsibility) for role in self.put_forward.roles if role.person == person_id]
        return grounds_in_words(held, self.printer, Origin(f"people/{person_id}", "roles"))

    @property
    def pursued(self) -> tuple[Allegation, ...]:
        """The allegations put forward in this filing: those on its persons, and those on nobody yet."""
        return self.put_forward.allegations

    @cached_property
    def allegations(self) -> tuple[AllegationView, ...]:
        """The allegations put forward in this filing, numbered."""
        return tuple(AllegationView(a, n, self.printer) for n, a in enumerate(self.pursued, 1))

    @cached_property
    def counts(self) -> tuple[CountView, ...]:
        """The counts of this filing, numbered."""
        views = {view.id: view for view in self.allegations}
        persons = self.graph.persons_concerned(self.filing)
        found = enumerate(counts_in(self.graph, self.filing, self.pursued), 1)
        return tuple(
            CountView(one, n, [views[a.id] for a in one.allegations], persons, self.profile, self.printer)
            for n, one in found
        )

    def allegations_of(self, person_id: str) -> tuple[AllegationView, ...]:
        """The allegations put forward that rest on a role of one person."""
        views = zip(self.pursued, self.allegations, strict=True)
        return tuple(view for record, view in views if person_id in self.put_forward.charged(record))

    def listed_elsewhere(self, person_id: str) -> list[InlineValue]:
        """The listings of one person on which the regime may act sooner, as far as they are in force on the day."""
        day = self.filing.date or self.graph.case.as_of
        return lines_in_force(person_id, self.profile.listed_elsewhere.authorities, day, self.printer)

    def limbs(self, allegation: AllegationView) -> tuple[LimbView, ...]:
        """The limbs of the forum's test for one allegation."""
        record = next(a for a in self.pursued if a.id == allegation.id)
        return limb_views(record, allegation, self.profile, self.printer)

    def narrative(self, *places: str) -> tuple[SectionView, ...]:
        """The narrative sections of some places, in order, as far as this forum takes them."""
        self.places |= dict.fromkeys(map(str, places))
        found = (section for place in places for section in self._at_place(place))
        return tuple(section_view(section, self.printer) for section in found)

    def _at_place(self, place: str) -> list[Narrative]:
        taken = (s for s in self.graph.narrative if (s.place or s.id) == place)
        of_forum = (s for s in taken if not s.forums or set(s.forums) & set(self.profile.names))
        chosen, left = in_one_language(of_forum, self.printer.wording.language, self.graph.case.language)
        self.left_behind += left
        return chosen

    def figure(self, figure_id: str) -> FigureView:
        """A number computed from the tables, with its status; a gap where it has no result."""
        if not self.graph.has("figures", figure_id):
            known = self.graph.records.get("figures", {})
            raise TemplateRuntimeFault(
                f"no figure has the id `{figure_id}`", suggest(figure_id, known, "ids in `figures`")
            )
        if figure_id not in self.figures:
            return missing_figure(figure_id, self.printer.wording)
        found = self.figures[figure_id]
        return figure_view(found, self.printer, Calculation(found, self.figures, self.printer).note)

    def table(self, dataset_id: str) -> BlockValue:
        """A dataset as a table with its caption and the notes below it, where a text wants it."""
        if dataset_id not in self.tables:
            help = suggest(dataset_id, self.tables, "ids in `datasets`")
            raise TemplateRuntimeFault(f"no dataset has the id `{dataset_id}`", help)
        return self._table(dataset_id).table

    def _table(self, dataset_id: str) -> TableView:
        is_scheduled = self.profile.citation.schedule
        return TableView(self.tables[dataset_id], self.printer, self.pictures, is_scheduled=is_scheduled)

    def _statement(self) -> StatementView | None:
        record = self.graph.find("statements", Statement, self.filing.statement or "")
        if record is None:
            return None
        chosen = record.declaration or self.profile.declaration.default
        return StatementView(record, self.printer.catalogue.declaration(chosen), self.printer)

    def _statements_filed(self) -> tuple[StatementView, ...]:
        filed = statements_filed(self.graph, self.filing)
        return tuple(StatementView(one, None, self.printer) for one in filed if one.id != self.filing.statement)

    def _confidential_items(self) -> BlockValue:
        """The place of the sentence that names the items of the evidence schedule that are not open."""
        exhibited = {one.source for one in self.graph.exhibits if one.disclosure != "open"}
        found = (one.id for one in self.graph.sources if one.confidentiality != "open" or one.id in exhibited)
        cite = Cite(tuple(CiteItem(key) for key in found), Origin("sources", "confidentiality"))
        return BlockValue((Paragraph((Text("-"), cite), id=CONFIDENTIAL_ITEMS),))

    def _declaration(self) -> LiteralValue | None:
        found = self.printer.catalogue.declaration(self.profile.declaration.default)
        return LiteralValue(found.printed.replace("{date}", BLANK)) if found else None

    def timeline_picture(self, caption: Any) -> BlockValue | None:
        """The posts of the persons concerned against the events that are alleged, on one time axis."""
        return self.pictures.timeline(self.put_forward.roles_drawn, self.put_forward.events_drawn, caption)

    def organisation_picture(self, caption: Any, day: Any = "") -> BlockValue | None:
        """Bodies and command with the posts held, on a day or on the fewest days that show every post."""
        drawn = self.put_forward
        return self.pictures.organisation(drawn.roles_drawn, drawn.events_by_role, caption, day)
