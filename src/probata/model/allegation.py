"""An allegation: which roles, with which responsibility, for what conduct, under which provisions, on what evidence."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from probata.model.citation import Citation, Citations, from_short
from probata.model.cited_value import CitedText
from probata.model.dates import When
from probata.model.quantity import CountField
from probata.model.record import Id, IsSafeguard, Line, Markdown, OwnMarkdown, OwnProse, Part, Prose, Record
from probata.model.responsibility import Responsibilities
from probata.model.role import Role


class AllegedRole(Part):
    """A role on which the allegation rests, with the responsibility alleged from it."""

    role: Id
    """The role."""
    responsibility: Responsibilities = ()
    """The grounds; where left out, those of the role record."""
    citations: Citations = ()
    """Where it is taken from."""

    def grounds_from(self, role: Role | None) -> Responsibilities:
        """Return the grounds alleged; those of the role's own record where the allegation gives none."""
        return self.responsibility or (role.responsibility if role else ())


class AllegedProvision(Part):
    """A provision said to be breached, or a head of law whose instrument is not identified."""

    instrument: Id | None = None
    """Id of the instrument, such as `echr`; leave out where the source names none."""
    provision: Line | None = None
    """Number of the article, such as `3` or `7(1)(i)`."""
    inferred: Annotated[bool, IsSafeguard()] = False
    """True where the source gives no number and this one is our own reading: its elements are asked for, and no
    document prints it."""
    named: Prose | None = None
    """How the source names it, where it does so loosely or wrongly."""
    contention: bool = False
    """True where it is a contention of law and not settled."""
    remark: Prose | None = None
    """A word on how it applies."""
    citations: Citations = ()
    """Where it is taken from."""


class Evidence(Citation):
    """A citation as evidence: what it supports or speaks against."""

    point: OwnProse | None = None
    """The point it goes to, where it is one of several."""
    elements: tuple[Id, ...] = ()
    """Elements of legal tests to which it goes, such as `severe-pain`; `probata list elements` shows them."""
    persons: tuple[Id, ...] = ()
    """The persons about whom it shows this; where left out, all against whom the allegation is made."""
    quotations: tuple[Id, ...] = ()
    """Quotations relied on, which stand in this source."""
    datasets: tuple[Id, ...] = ()
    """Tables relied on."""
    answered: OwnProse | None = None
    """Where it speaks against: how the allegation meets it. Printed as the answer of a count that gives none itself."""


class Answer(Part):
    """What the person says to it, or why they were not asked."""

    asked: bool = False
    """Whether the person was asked."""
    on: When | None = None
    """When the person was asked; of an answer that nobody asked for, when it was given."""
    answer: Markdown | None = None
    """What the person or an official for them said, in a sentence that says who."""
    reason: Prose | None = None
    """Why the person was not asked."""
    citations: Citations = ()
    """Where it is taken from."""


class Affected(Part):
    """Those affected."""

    persons: tuple[Id, ...] = ()
    """Persons by id."""
    community: Prose | None = None
    """A group or community."""
    count: CountField | None = None
    """How many."""
    description: OwnProse | None = None
    """In words."""


class Contention(CitedText):
    """A contention of law that the allegation needs."""

    forums: Annotated[tuple[Id, ...], IsSafeguard()] = ()
    """Forums whose law it is about; where left out, all."""


class LimbFinding(Part):
    """How the allegation meets one limb of a forum's legal test."""

    forum: Id
    """The forum, such as `uk-ghr`."""
    limb: Line
    """Limb of its test, such as `6(3)(a)`."""
    persons: tuple[Id, ...] = ()
    """The persons whom it is about; where left out, all against whom the allegation is made."""
    text: OwnMarkdown
    """How it is met; with citations."""
    wording: Prose | None = None
    """The limb in your own words, which documents print in place of those of the forum."""


class StatedGap(Part):
    """An element that the evidence does not show, said openly. For the team, never printed in a filing."""

    elements: tuple[Id, ...]
    """The elements."""
    persons: tuple[Id, ...] = ()
    """The persons about whom nothing shows it; where left out, all."""
    reason: Line
    """Why the allegation is put forward without it, or what is done to fill it."""


EvidenceField = Annotated[Evidence, BeforeValidator(from_short, json_schema_input_type=str | Evidence)]


class Allegation(Record):
    """An allegation. It is called one everywhere and says by what standard of proof it is made."""

    title: Prose
    """Short heading; it says no more than the text."""
    statement: OwnMarkdown
    """The allegation in one sentence."""
    made_by: Prose | None = None
    """Who alleges it, where it is attributed to another."""
    roles: tuple[AllegedRole, ...] = ()
    """The roles on which it rests."""
    conduct: tuple[Id, ...] = ()
    """Conduct by code, such as `torture` or `refoulement`; `probata list conduct` shows them all."""
    period: When | None = None
    """When it happened."""
    provisions: tuple[AllegedProvision, ...] = ()
    """Provisions of law."""
    contentions: tuple[Contention, ...] = ()
    """Contentions of law that the allegation needs."""
    events: tuple[Id, ...] = ()
    """Operations, measures, incidents and acts concerned."""
    bodies: tuple[Id, ...] = ()
    """Bodies that acted."""
    affected: Affected = Affected()
    """Those affected."""
    particulars: OwnMarkdown | None = None
    """What is alleged in detail, in paragraphs, with citations."""
    evidence: tuple[EvidenceField, ...] = ()
    """The evidence, each item with what it supports or speaks against."""
    gaps: tuple[StatedGap, ...] = ()
    """Elements of legal tests that the evidence does not show, with the reason why it is put forward all the same."""
    limbs: tuple[LimbFinding, ...] = ()
    """How it meets the legal test of a forum, limb by limb."""
    answer: Answer = Answer()
    """The person's answer, or why none was sought."""
    standard_of_proof: Prose | None = None
    """Standard by which it is alleged, such as `reasonable grounds to suspect`."""
    meaning: Literal["guilt", "reasonable_grounds", "grounds_to_investigate"] | None = None
    """What it means to say of the person (the three levels of meaning of the law of defamation)."""
    status: Literal["draft", "reviewed", "approved", "made_by_source"] = "draft"
    """State of the work on it; `made_by_source` where it only reports what a source alleges."""
    pursued: Annotated[bool, IsSafeguard()] = True
    """False where it is recorded and not put forward."""
    not_in: Annotated[tuple[Id, ...], IsSafeguard()] = ()
    """Filings in which it is not put forward."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
