"""The profile of a forum: what it decides on, what it wants to see and by which rules, as typed data.

One folder under `templates/` is one forum; its `forum.yaml`, with what it inherits, is this.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from probata.diagnostics import Severity
from probata.forum.condition import Ground
from probata.forum.lacking import Lacking, lacking
from probata.forum.layout import Layout
from probata.forum.legal_test import Limb, NeededLimb, Uncovered, limbs_reached
from probata.forum.parts import (
    BlockKinds,
    Budget,
    CitationForm,
    DeclarationChoice,
    Disclosure,
    Drafting,
    EvidenceRules,
    FilingPart,
    LevelOfCheck,
    Limits,
    ListedElsewhere,
    Mandate,
    Measure,
    NotReached,
    Required,
    RequiredField,
    RequiredRead,
    Sections,
    SentenceKinds,
    Threshold,
)
from probata.forum.rule import Rule
from probata.forum.sourced import Code, Line, Part
from probata.model.language import same_language


def _none(value: Any) -> Any:
    return None if value == "none" else value


class Profile(Part):
    """A forum's profile, inheritance already resolved."""

    id: Code
    """Short name; the name of its folder."""
    title: Line
    """Title of its documents where a filing gives none."""
    extends: Code | None = None
    """The forum from which it inherits."""
    lineage: tuple[Code, ...] = ()
    """This forum and those it inherits from, the nearest first. Loading finds it; what a file says is passed over."""
    description: Line | None = None
    """What it is for, in one sentence; shown in the list of forums."""
    jurisdiction: Line | None = None
    """Where it belongs."""
    document_kind: Literal["submission", "statement"]
    """A submission argues; a statement says what its maker knows, believes or was told."""
    language: Line = "en-GB"
    """Language of its documents as a BCP 47 tag."""
    languages: tuple[Line, ...] = ()
    """Languages in which it takes documents; empty where it takes its own alone."""
    keeps_country: bool = False
    """Whether its documents have the dates and spelling of its own country where the case is in those of another."""
    languages_rule: Code | None = None
    """The rule that says so."""
    alleges: bool = False
    """Whether its documents put allegations forward; one that puts none forward is not filed then."""
    threshold: Threshold | None = None
    """The standard applied; none where the document itself decides nothing."""
    rules: tuple[Rule, ...] = ()
    """All rules, to which the other parts refer by id."""
    required_fields: tuple[RequiredField, ...] = ()
    """What a document needs before it can be filed."""
    reads: tuple[RequiredRead, ...] = ()
    """As what each allegation is read before a document can be filed."""
    sections: Sections = Sections()
    """Sections required, recommended and forbidden."""
    sentence_kinds: SentenceKinds = SentenceKinds()
    """Kinds of sentences accepted."""
    blocks: BlockKinds = BlockKinds()
    """Kinds of blocks that have no place."""
    drafting: Drafting = Drafting()
    """Rules on the wording of a statement's paragraphs."""
    evidence: EvidenceRules = EvidenceRules()
    """Rules on the evidence for an allegation."""
    legal_test: tuple[Limb, ...] = ()
    """Limbs of the legal test, in order."""
    needed_limbs: tuple[NeededLimb, ...] = ()
    """What each allegation must argue of it, as a whole or under one basis."""
    not_covered: tuple[Uncovered, ...] = ()
    """Conduct that the forum does not reach by itself."""
    not_reached: NotReached = NotReached()
    """Persons whom the regime does not reach."""
    listed_elsewhere: ListedElsewhere = ListedElsewhere()
    """Listings by others on which the regime may act sooner."""
    notes: Literal["continuous", "section"] = "continuous"
    """Whether footnotes are numbered through or afresh in each section."""
    citation: CitationForm = CitationForm()
    """How sources are cited."""
    parts: dict[Code, FilingPart] = Field(default_factory=dict)
    """Short name of each part that is made into a file of its own, beside the brief."""
    layout: Layout = Layout()
    """Page and type."""
    declaration: DeclarationChoice = DeclarationChoice()
    """Declarations offered."""
    limits: Limits = Limits()
    """Limits of length."""
    budget: Budget = Budget()
    """How long its documents are by custom."""
    measures: tuple[Measure, ...] = ()
    """Relief that the regime knows."""
    mandates: tuple[Mandate, ...] = ()
    """Mandates to which its documents may be addressed, by the conduct that they deal with."""
    marking: Annotated[Line | None, BeforeValidator(_none)] = None
    """Marking of every page where the case gives none; `none` takes back an inherited one."""
    disclosure: Disclosure = Disclosure()
    """Who may see the document, and whose consent that needs."""
    levels: dict[Code, LevelOfCheck] = Field(default_factory=dict)
    """Name of a check → how much its findings weigh here, where that is not what the check itself says."""
    words: dict[Code, Line] = Field(default_factory=dict)
    """Labels that templates print, by short name, in the forum's own language; see `probata.forum.words`."""

    def takes(self, language: str) -> bool:
        """Tell whether documents may be in this language, whatever its country."""
        return any(same_language(language, taken) for taken in self.languages or (self.language,))

    def language_for(self, of_filing: str | None, of_case: str) -> str:
        """Return the language of a document: the filing's, else the case's where the forum takes it, else its own.

        A forum that keeps its country has dates and spelling of its own where the case is in its language too.
        """
        is_own = not self.takes(of_case) or (self.keeps_country and same_language(of_case, self.language))
        return of_filing or (self.language if is_own else of_case)

    @property
    def names(self) -> tuple[str, ...]:
        """Ids by which records may mean this forum: what is written for one that it inherits from is for it too."""
        return self.lineage or (self.id,)

    def rule(self, rule: str) -> Rule | None:
        """Return a rule by its id."""
        return next((found for found in self.rules if found.id == rule), None)

    def weight_of(self, required: Required) -> Severity:
        """Return how much it weighs that it is missing: must fix only by a rule read at its source, or by ours."""
        if required.optional:
            return Severity.INFO
        rule = self.rule(required.rule)
        return Severity.ERROR if required.house else (rule.heaviest if rule else Severity.WARNING)

    def is_ours(self, required: Required) -> bool:
        """Tell whether we alone hold it necessary: no rule of the forum that must be kept was read to ask for it."""
        rule = self.rule(required.rule)
        was_read = rule is not None and rule.heaviest is Severity.ERROR
        return required.house and not required.optional and not was_read

    def limb(self, limb: str) -> Limb | None:
        """Return a limb of the legal test by its number."""
        return next((found for found in self.legal_test if found.id == limb), None)

    def limbs_for(self, conduct: Collection[str], grounds: Sequence[Ground]) -> tuple[Limb, ...]:
        """Return the limbs to which an allegation leads; none is an ordinary answer."""
        return limbs_reached(self.legal_test, conduct, grounds)

    def lacking(self, argued: Sequence[Limb]) -> tuple[Lacking, ...]:
        """Return what an argument of these limbs lacks to meet the test."""
        return lacking(self.legal_test, self.needed_limbs, argued)

    def uncovered(self, conduct: str) -> Uncovered | None:
        """Tell what the forum says of conduct that it does not reach by itself."""
        return next((found for found in self.not_covered if conduct in found.conduct), None)
