"""An allegation as templates see one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from probata.compose.printer import Printer
from probata.compose.sentences.grammar import capitalised, stacked
from probata.compose.sentences.ground_sentence import short_name
from probata.compose.views.event import EventView
from probata.compose.views.evidence import EvidenceView, evidence_view
from probata.compose.views.provision import provisions_cited, provisions_named
from probata.compose.views.record import RecordView, Shown, code, flag, labelled, markdown, required
from probata.compose.views.role import (
    AllegedRoleView,
    ChargedView,
    alleged_role_view,
    charged_views,
    grounds_in_words,
    label_over,
)
from probata.document.foreign import texts
from probata.document.inlines import Text
from probata.document.origin import Origin
from probata.document.walk import plain_text
from probata.graph.resolve import keys_in_text
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue, StackedValue
from probata.messages import load_grammar
from probata.model.allegation import Affected, Allegation, Answer, Evidence
from probata.model.body import Body
from probata.model.event import Event
from probata.model.person import Person
from probata.model.role import Role

# Those affected by what is alleged, in lines.


def affected_lines(affected: Affected, printer: Printer, allegation: str) -> StackedValue | None:
    """Return persons, community, number and description, one a line; `None` where nothing is recorded.

    A number that only counts the persons named above it is not printed.
    """
    origin = Origin(f"allegations/{allegation}", "affected")
    found = tuple(printer.graph.find("people", Person, person) for person in affected.persons)
    named = tuple(person for person in found if person)
    is_one = affected.count is not None and affected.count.value.text == "1"
    unit = printer.wording.label("document.person" if is_one else "document.persons")
    lines = (
        *(printer.person_name(person) for person in named),
        printer.literal(affected.community, origin),
        None if _counts_only(affected, len(named)) else printer.count(affected.count, origin, unit),
        printer.own_line(affected.description, origin, "allegations", allegation, "affected", "description"),
    )
    shown = tuple(line for line in lines if line)
    return StackedValue(shown) if shown else None


def _counts_only(affected: Affected, named: int) -> bool:
    """Tell whether the number is that of the persons named, and says nothing else."""
    count = affected.count
    if count is None or affected.community or not named:
        return False
    return not (count.unit or count.citations or count.figure) and count.value.text == str(named)


# What is said to have been done, named by its codes of conduct, as the object of a sentence.


def acts_named(codes: Iterable[str], printer: Printer) -> tuple[str, ...]:
    """Return each act as a noun, with its article where the language has one; empty where the codes name none.

    What somebody failed to do is left out: nobody orders an omission or leaves it unpunished.
    """
    found = [code for code in map(printer.catalogue.conduct_code, codes) if code and not code.is_omission]
    return tuple(code.act or code.label for code in found)


# That nobody has answered a letter, in a sentence.


def unanswered(answer: Answer, asked: Sequence[Person], printer: Printer, origin: Origin) -> LiteralValue | None:
    """Return "Orskelin has not answered our letter of 14 August 2026."; of the letter, where not one alone was asked.

    `None` where an answer is recorded or nobody was asked.
    """
    if not answer.asked or answer.answer or not answer.on:
        return None
    grammar = load_grammar(printer.wording.language)
    key = "answer.none_of_one" if len(asked) == 1 else "answer.none"
    name = grammar.label("subject.name", name=short_name(asked[0], printer.graph)) if len(asked) == 1 else ""
    said = grammar.label(key, subject=name, on=grammar.of(answer.on)) + grammar.label("powers.end")
    return LiteralValue(capitalised((said,))[0], origin)


class AllegationView(RecordView[Allegation]):
    """The allegation with its roles, provisions and evidence."""

    _kind = "allegations"

    id = Shown(code, "Id of the record")
    title = Shown(required, "Short heading")
    statement = Shown(markdown, "The allegation in one sentence")
    made_by = Shown(Printer.literal, "Who alleges it, where it is attributed to another")
    period = Shown(Printer.when, "When it happened")
    standard = Shown(Printer.literal, "Standard of proof by which it is alleged", "standard_of_proof")
    particulars = Shown(markdown, "What is alleged in detail")
    meaning = Shown(labelled("meaning"), "What it means to say of the person")
    asked = Shown(flag, "Whether the person was asked for an answer", "answer.asked")
    not_asked_reason = Shown(Printer.literal, "Why the person was not asked", "answer.reason")

    def __init__(self, allegation: Allegation, number: int, printer: Printer) -> None:
        self._record = allegation
        self._printer = printer
        self.number = number
        """Number among the allegations of the filing."""

    def _recorded_at(self, name: str) -> Origin:
        return self._at("standard_of_proof" if name == "standard" else name)

    @property
    def roles(self) -> tuple[AllegedRoleView, ...]:
        """The roles on which it rests."""
        acts = acts_named(self._record.conduct, self._printer)
        found = (
            alleged_role_view(alleged, self._printer, self._at(f"roles.{index}"), acts)
            for index, alleged in enumerate(self._record.roles)
        )
        return tuple(view for view in found if view)

    @property
    def grounds(self) -> tuple[InlineValue, ...]:
        """The grounds in sentences; what is said of several roles of a person is said once."""
        found = ((self._printer.graph.find("roles", Role, one.role), one) for one in self._record.roles)
        held = [(role, alleged.grounds_from(role)) for role, alleged in found if role]
        return grounds_in_words(held, self._printer, self._at("roles"), acts_named(self._record.conduct, self._printer))

    @property
    def conduct_codes(self) -> tuple[str, ...]:
        """Conduct by code."""
        return self._record.conduct

    @property
    def conduct(self) -> InlineValue | None:
        """Conduct in plain words."""
        found = [self._printer.catalogue.conduct_code(code) for code in self._record.conduct]
        names = [code.label if code else key for code, key in zip(found, self._record.conduct, strict=True)]
        return InlineValue(texts(self._at("conduct"), *self._printer.wording.listed(names))) if names else None

    @property
    def provisions(self) -> InlineValue | None:
        """Provisions, one a line, with one note for all of them behind the last."""
        return provisions_cited(self._record.provisions, self._printer, self._at("provisions"))

    @property
    def provision_names(self) -> InlineValue | None:
        """Provisions, one a line, without a note: for an overview."""
        return provisions_named(self._record.provisions, self._printer, self._at("provisions"))

    @property
    def role_names(self) -> InlineValue | None:
        """The roles on which it rests, one a line, each once."""
        return stacked(
            [(Text(name, self._at("roles")),) for name in dict.fromkeys(r.role.title.text for r in self.roles)]
        )

    @property
    def label(self) -> LiteralValue | None:
        """Command, oversight or both, over all its roles."""
        return label_over(self._record.roles, self._printer, self._at("roles"))

    @property
    def persons(self) -> tuple[ChargedView, ...]:
        """Everybody whose role it rests on, once, with command, oversight or both over their roles."""
        return charged_views(self._record.roles, self._printer, self._at("roles"))

    @property
    def contentions(self) -> tuple[InlineValue, ...]:
        """Contentions of law that it needs."""
        fields = (self._printer.text_field(field, self._at("contentions")) for field in self._record.contentions)
        return tuple(field for field in fields if field)

    @property
    def events(self) -> tuple[EventView, ...]:
        """Operations, measures and incidents concerned."""
        found = (self._printer.graph.find("events", Event, event) for event in self._record.events)
        return tuple(EventView(event, self._printer) for event in found if event)

    @property
    def places(self) -> InlineValue | None:
        """Where it happened: the places of the operations, measures and incidents concerned, each once.

        A place that another one names as where it lies is not listed by itself: "Ostamar" beside "Gate of the
        centre, Ostamar".
        """
        places = {plain_text(event.place.inlines): event.place for event in self.events if event.place}
        wider = {text for text in places for other in places if other.endswith(f", {text}")}
        return stacked([place.inlines for text, place in places.items() if text not in wider])

    @property
    def bodies(self) -> InlineValue | None:
        """The bodies that acted, one a line."""
        found = (self._printer.graph.find("bodies", Body, body) for body in self._record.bodies)
        return stacked([texts(self._at("bodies"), body.name) for body in found if body])

    @property
    def affected(self) -> StackedValue | None:
        """Those affected."""
        return affected_lines(self._record.affected, self._printer, self.id)

    @property
    def evidence(self) -> tuple[EvidenceView, ...]:
        """Evidence that supports it."""
        return tuple(self._evidence(e, i) for i, e in enumerate(self._record.evidence) if not e.against)

    @property
    def contrary(self) -> tuple[EvidenceView, ...]:
        """Evidence that speaks against it."""
        return tuple(self._evidence(e, i) for i, e in enumerate(self._record.evidence) if e.against)

    def _evidence(self, evidence: Evidence, index: int) -> EvidenceView:
        return evidence_view(evidence, self._printer, self.id, index)

    @property
    def answer(self) -> MarkdownValue | None:
        """The person's answer, with a note of where it is taken from, as far as its own words do not cite it."""
        found = self._record.answer
        said = self._printer.markdown(found.answer, "allegations", self.id, "answer", "answer")
        named = set(keys_in_text(found.answer or ""))
        cites = tuple(citation for citation in found.citations if citation.source not in named)
        return replace(said, tail=self._printer.cite(cites, self._at("answer"))) if said else None

    @property
    def answer_lead(self) -> LiteralValue:
        """The sentence before it: that an answer was requested or given, and on which day."""
        found = self._record.answer
        key = f"answer.{'asked' if found.asked else 'given'}"
        if found.on:
            text = self._printer.wording.label(f"{key}_on", on=self._printer.wording.on(found.on))
            return LiteralValue(text, self._at("answer.on"))
        return LiteralValue(self._printer.wording.label(key), self._at("answer.asked"))

    @property
    def answer_cites(self) -> InlineValue:
        """Citations of the answer alone."""
        return self._printer.cited(self._record.answer.citations, self._at("answer"))

    @property
    def unanswered(self) -> LiteralValue | None:
        """That nobody has answered, in a sentence with the name and the day of the letter."""
        found = (self._printer.graph.find("people", Person, charged.person.id) for charged in self.persons)
        asked = [person for person in found if person]
        return unanswered(self._record.answer, asked, self._printer, self._at("answer"))

    @property
    def answer_on(self) -> LiteralValue | None:
        """When the person was asked, as "on 3 May 2015"; of an answer that nobody asked for, when it was given."""
        on = self._record.answer.on
        return LiteralValue(self._printer.wording.on(on), self._at("answer.on")) if on else None
