"""An allegation as templates see one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from probata.compose.cited_once import cited_once
from probata.compose.printer import Printer
from probata.compose.views.event import EventView
from probata.compose.views.person import PersonView, stacked
from probata.compose.views.responsibility import describe, effective, labels
from probata.compose.views.role import RoleView
from probata.document.foreign import texts
from probata.document.inlines import Cite, CiteItem, Inlines, Pinpoint, Text
from probata.document.origin import Origin
from probata.document.walk import plain_text
from probata.law import Instrument
from probata.markup.placeholder import InlineValue, LiteralValue, MarkdownValue
from probata.messages import Wording
from probata.model.allegation import Allegation, AllegedProvision, AllegedRole, Evidence
from probata.model.authority import Authority
from probata.model.body import Body
from probata.model.event import Event
from probata.model.person import Person
from probata.model.responsibility import Responsibility
from probata.model.role import Role
from probata.model.source_record import Source


@dataclass(frozen=True, slots=True)
class AllegedRoleView:
    """A role on which an allegation rests, with the responsibility alleged from it."""

    role: RoleView
    person: PersonView | None
    label: LiteralValue
    """Command, oversight, both, or not stated."""
    grounds: InlineValue | None
    """Each ground in words, with its citations."""
    cites: InlineValue


@dataclass(frozen=True, slots=True)
class ChargedView:
    """A person against whom an allegation is put forward."""

    person: PersonView
    label: LiteralValue | None
    """Command, oversight or both."""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """An item of evidence: what it goes to, and its note."""

    supports: LiteralValue | None
    point: LiteralValue | None
    against: bool
    cites: InlineValue
    source: InlineValue


class AllegationView:
    """The allegation with its roles, provisions and evidence."""

    def __init__(self, allegation: Allegation, number: int, printer: Printer) -> None:
        self._allegation = allegation
        self._printer = printer
        self.number = number
        """Number among the allegations of the filing."""

    def _at(self, field: str) -> Origin:
        return Origin(f"allegations/{self._allegation.id}", field)

    @property
    def id(self) -> str:
        """Id of the record."""
        return self._allegation.id

    @property
    def title(self) -> LiteralValue:
        """Short heading."""
        return LiteralValue(self._allegation.title, self._at("title"))

    @property
    def statement(self) -> MarkdownValue | None:
        """The allegation in one sentence."""
        return self._printer.markdown(self._allegation.statement, "allegations", self.id, "statement")

    @property
    def made_by(self) -> LiteralValue | None:
        """Who alleges it, where it is attributed to another."""
        return self._printer.literal(self._allegation.made_by, self._at("made_by"))

    @property
    def particulars(self) -> MarkdownValue | None:
        """What is alleged in detail."""
        text = self._allegation.particulars
        return self._printer.markdown(text, "allegations", self.id, "particulars", filled=True)

    @property
    def period(self) -> LiteralValue | None:
        """When it happened."""
        return self._printer.when(self._allegation.period, self._at("period"))

    @property
    def standard(self) -> LiteralValue | None:
        """Standard of proof by which it is alleged."""
        return self._printer.literal(self._allegation.standard_of_proof, self._at("standard_of_proof"))

    @property
    def meaning(self) -> LiteralValue | None:
        """What it means to say of the person."""
        meaning = self._allegation.meaning
        return LiteralValue(self._printer.wording.label(f"meaning.{meaning}"), self._at("meaning")) if meaning else None

    @property
    def roles(self) -> tuple[AllegedRoleView, ...]:
        """The roles on which it rests."""
        views = []
        for index, alleged in enumerate(self._allegation.roles):
            role = self._printer.graph.find("roles", Role, alleged.role)
            if role is not None:
                views.append(self._role(alleged, role, index))
        return tuple(views)

    def _role(self, alleged: AllegedRole, role: Role, index: int) -> AllegedRoleView:
        printer, origin = self._printer, self._at(f"roles.{index}")
        grounds = effective(alleged.responsibility, role.responsibility)
        person = printer.graph.find("people", Person, role.person)
        lines: list[Inlines] = [
            (*texts(origin, *describe(ground, printer.wording)), *printer.cite(ground.citations, origin))
            for ground in grounds
        ]
        return AllegedRoleView(
            RoleView(role, printer),
            PersonView(person, printer) if person else None,
            LiteralValue(labels(grounds, printer.wording), origin),
            stacked(lines),
            printer.cited(alleged.citations or role.citations, origin),
        )

    @property
    def conduct(self) -> InlineValue | None:
        """Conduct in plain words."""
        found = [self._printer.catalogue.conduct_code(code) for code in self._allegation.conduct]
        names = [code.label if code else key for code, key in zip(found, self._allegation.conduct, strict=True)]
        return InlineValue(texts(self._at("conduct"), *self._printer.wording.listed(names))) if names else None

    @property
    def conduct_codes(self) -> tuple[str, ...]:
        """Conduct by code."""
        return self._allegation.conduct

    @property
    def provisions(self) -> InlineValue | None:
        """Provisions, one a line, with one note for all of them behind the last."""
        lines = self._provision_names()
        items = [item for alleged in self._allegation.provisions for item in self._provision_items(alleged)]
        if lines and items:
            lines[-1] = (*lines[-1], Cite(cited_once(items), self._at("provisions")))
        return stacked(lines)

    @property
    def provision_names(self) -> InlineValue | None:
        """Provisions, one a line, without a note: for an overview."""
        return stacked(self._provision_names())

    def _provision_names(self) -> list[Inlines]:
        origin = self._at("provisions")
        return [texts(origin, *self._provision_name(alleged)) for alleged in self._allegation.provisions]

    def _provision_name(self, alleged: AllegedProvision) -> tuple[str, ...]:
        wording = self._printer.wording
        instrument = self._printer.catalogue.instrument(alleged.instrument or "")
        if instrument:
            name = provision_name(instrument, alleged.provision, wording)
        elif alleged.named:
            marks = (wording.label("quote.open"), alleged.named, wording.label("quote.close"))
            name = wording.around("provision.named", "name", marks)
        else:
            name = (wording.label("provision.not_identified"),)
        return wording.around("provision.contention", "provision", name) if alleged.contention else name

    def _provision_items(self, alleged: AllegedProvision) -> list[CiteItem]:
        instrument = self._printer.catalogue.instrument(alleged.instrument or "")
        place = Pinpoint(instrument.unit, alleged.provision) if instrument and alleged.provision else None
        items = [CiteItem(instrument.id, place)] if instrument else []
        for citation in self._printer.cite(alleged.citations, self._at("provisions")):
            items.extend(citation.items if isinstance(citation, Cite) else ())
        return items

    @property
    def role_names(self) -> InlineValue | None:
        """The roles on which it rests, one a line, each once."""
        return stacked(
            [(Text(name, self._at("roles")),) for name in dict.fromkeys(r.role.title.text for r in self.roles)]
        )

    @property
    def label(self) -> LiteralValue | None:
        """Command, oversight or both, over all its roles."""
        return self._label(self._allegation.roles)

    @property
    def persons(self) -> tuple[ChargedView, ...]:
        """Everybody whose role it rests on, once, with command, oversight or both over their roles."""
        charged: dict[str, list[AllegedRole]] = {}
        for alleged in self._allegation.roles:
            if role := self._printer.graph.find("roles", Role, alleged.role):
                charged.setdefault(role.person, []).append(alleged)
        found = ((self._printer.graph.find("people", Person, key), roles) for key, roles in charged.items())
        return tuple(ChargedView(PersonView(p, self._printer), self._label(roles)) for p, roles in found if p)

    def _label(self, roles: Iterable[AllegedRole]) -> LiteralValue | None:
        grounds: list[Responsibility] = []
        for alleged in roles:
            role = self._printer.graph.find("roles", Role, alleged.role)
            grounds.extend(effective(alleged.responsibility, role.responsibility if role else ()))
        return LiteralValue(labels(grounds, self._printer.wording), self._at("roles")) if grounds else None

    @property
    def contentions(self) -> tuple[InlineValue, ...]:
        """Contentions of law that it needs."""
        fields = (self._printer.text_field(field, self._at("contentions")) for field in self._allegation.contentions)
        return tuple(field for field in fields if field)

    @property
    def events(self) -> tuple[EventView, ...]:
        """Operations, measures and incidents concerned."""
        found = (self._printer.graph.find("events", Event, event) for event in self._allegation.events)
        return tuple(EventView(event, self._printer) for event in found if event)

    @property
    def places(self) -> InlineValue | None:
        """Where it happened: the places of the operations, measures and incidents concerned, each once."""
        places = {plain_text(event.place.inlines): event.place for event in self.events if event.place}
        return stacked([place.inlines for place in places.values()])

    @property
    def bodies(self) -> InlineValue | None:
        """The bodies that acted, one a line."""
        found = (self._printer.graph.find("bodies", Body, body) for body in self._allegation.bodies)
        return stacked([texts(self._at("bodies"), body.name) for body in found if body])

    @property
    def affected(self) -> InlineValue | None:
        """Those affected."""
        affected, origin = self._allegation.affected, self._at("affected")
        lines: list[Inlines] = []
        for person_id in affected.persons:
            person = self._printer.graph.find("people", Person, person_id)
            if person:
                lines.append(self._printer.person_name(person).inlines)
        if affected.community:
            lines.append((Text(affected.community, origin),))
        is_one = affected.count is not None and affected.count.value.text == "1"
        unit = self._printer.wording.label("document.person" if is_one else "document.persons")
        if count := self._printer.count(affected.count, origin, unit):
            lines.append(count.inlines)
        if affected.description:
            lines.append((Text(affected.description, origin),))
        return stacked(lines)

    @property
    def evidence(self) -> tuple[EvidenceView, ...]:
        """Evidence that supports it."""
        return tuple(self._evidence(e, i) for i, e in enumerate(self._allegation.evidence) if not e.against)

    @property
    def contrary(self) -> tuple[EvidenceView, ...]:
        """Evidence that speaks against it."""
        return tuple(self._evidence(e, i) for i, e in enumerate(self._allegation.evidence) if e.against)

    def _evidence(self, evidence: Evidence, index: int) -> EvidenceView:
        origin = self._at(f"evidence.{index}")
        words = self._printer
        return EvidenceView(
            words.literal(evidence.supports, origin),
            words.literal(evidence.point, origin),
            evidence.against,
            words.cited((evidence,), origin),
            InlineValue(texts(origin, *source_name(words, evidence.source))),
        )

    @property
    def asked(self) -> bool:
        """Whether the person was asked for an answer."""
        return self._allegation.answer.asked

    @property
    def answer(self) -> MarkdownValue | None:
        """The person's answer."""
        return self._printer.markdown(self._allegation.answer.answer, "allegations", self.id, "answer", "answer")

    @property
    def answer_cites(self) -> InlineValue:
        """Citations of the answer."""
        return self._printer.cited(self._allegation.answer.citations, self._at("answer"))

    @property
    def not_asked_reason(self) -> LiteralValue | None:
        """Why the person was not asked."""
        return self._printer.literal(self._allegation.answer.reason, self._at("answer.reason"))

    def limb(self, forum: str, limb: str) -> MarkdownValue | None:
        """How it meets one limb of a forum's test, as recorded."""
        for index, found in enumerate(self._allegation.limbs):
            if found.forum == forum and found.limb == limb:
                return self._printer.markdown(found.text, "allegations", self.id, "limbs", index, "text")
        return None


def provision_name(instrument: Instrument, number: str | None, wording: Wording) -> tuple[str, ...]:
    """Return a provision as running text names it, in pieces: "ECHR, article 3"."""
    if not number:
        return (instrument.abbreviation,)
    unit = wording.label(f"unit.{instrument.unit}")
    return wording.pieces("provision.name", instrument=instrument.abbreviation, unit=unit, number=number)


def source_name(printer: Printer, key: str) -> tuple[str, ...]:
    """Return a short name of a source or authority for a table, in pieces."""
    source = printer.graph.find("sources", Source, key)
    if source:
        author = next((a.literal or a.family or "" for a in source.author), "")
        title = source.title or source.translated_title or source.container_title or source.url or printer.untitled
        return (f"{author}, ", title) if author else (title,)
    authority = printer.graph.find("authorities", Authority, key)
    if authority:
        return (authority.name,)
    instrument = printer.catalogue.instrument(key)
    return (instrument.short if instrument else key,)
