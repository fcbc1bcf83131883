"""The profile of a forum: what it decides on, what it wants to see and by which rules, as typed data.

One folder under `templates/` is one forum; its `forum.yaml`, with what it inherits, is this.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from probata.diagnostics import Severity
from probata.forum.layout import Layout
from probata.forum.legal_test import Ground, Lacking, Limb, NeededLimb, Uncovered, lacking, limbs_reached
from probata.forum.sourced import Code, Line, Part, Sourced
from probata.model.case_file import Level, MostWords
from probata.model.check_name import CheckName
from probata.model.language import same_language
from probata.model.read import AllegationRead

DeclarationKind = Literal["statement_of_truth", "belief", "us_1746_outside", "us_1746_within", "none"]


class Threshold(Part):
    """The standard that the decision-maker applies, in its own words."""

    phrase: Line
    """The phrase that documents use."""
    rule: Code
    """The rule that says so."""
    avoided: tuple[Line, ...] = ()
    """Words that say more than the standard."""
    avoided_rule: Code | None = None
    """The rule against those words."""


class Required(Part):
    """Something without which a document is not ready to be filed."""

    id: Code
    """Short name, by which a forum that inherits it may change it."""
    rule: Code
    """The rule that asks for it."""
    optional: bool = False
    """True where its absence is only pointed out; a forum relaxes by this what it inherits."""
    house: bool = False
    """True where we ourselves hold that no document goes out without it, whether or not the rule was read at its
    source: `--final` refuses then. For what makes a document one at all, such as its addressee."""


class RequiredRead(Required):
    """A read of each allegation put forward, without which the document is not ready to be filed."""

    read_as: AllegationRead
    """As what each allegation is read: its facts, its law, the protection of its sources, libel."""


class RequiredField(Required):
    """A field without which a document is not ready to be filed. What is empty in it prints as a gap in a draft."""

    of: Literal["case", "filing", "person", "allegation", "statement"]
    """The record that holds it: case, this filing, each person concerned, each allegation pursued, its statement."""
    path: Line
    """The field, as records name it; the parts of a nested field joined by dots: `name.native`."""
    label: Line
    """How gaps and messages call it."""


class Sections(Part):
    """Sections by the short names of their places in the template."""

    required: tuple[Code, ...] = ()
    """Sections that must not be empty."""
    recommended: tuple[Code, ...] = ()
    """Sections whose absence is pointed out."""
    forbidden: tuple[Code, ...] = ()
    """Sections that have no place in the document."""
    rules: dict[Code, Code] = Field(default_factory=dict)
    """Short name of a section → the rule that speaks of it; others follow the custom of the trade."""

    @property
    def named(self) -> frozenset[str]:
        """All short names that the profile speaks of."""
        return frozenset((*self.required, *self.recommended, *self.forbidden, *self.rules))


class SentenceKinds(Part):
    """Which kinds of sentences the forum accepts, and which it wants to see."""

    accepted: tuple[Code, ...] = ()
    """Kinds, by the codes of narrative sections."""
    required: tuple[Code, ...] = ()
    """Kinds of which the document must hold a paragraph."""
    recommended: tuple[Code, ...] = ()
    """Kinds whose absence is pointed out."""
    rule: Code | None = None
    """The rule that says so."""


class LevelOfCheck(Part):
    """How much the findings of a check weigh in this forum."""

    level: Level
    """`must_fix`, `should_fix` or `note`."""
    reason: Line
    """Why; it is told with each finding."""


class NotReached(Part):
    """Persons whom the regime does not reach."""

    nationalities: tuple[Line, ...] = ()
    """Nationalities that show it, in each way in which a record may write them; case does not matter."""
    rule: Code | None = None
    """The rule that says so."""
    dual_rule: Code | None = None
    """The rule by which a person with another nationality too may be reached all the same; without one, nobody is."""


class ListedElsewhere(Part):
    """Listings by others on which the regime may act sooner than it else does."""

    authorities: tuple[Line, ...] = ()
    """Whose listings they are, in each way in which a record may write it; case and full stops do not matter."""
    rule: Code | None = None
    """The rule that says so."""


BlockKind = Literal["picture", "table", "quotation", "contents"]


class BlockKinds(Part):
    """Which kinds of blocks the documents must, should and must not hold."""

    required: tuple[BlockKind, ...] = ()
    """Kinds of which the document must hold one."""
    recommended: tuple[BlockKind, ...] = ()
    """Kinds whose absence is pointed out."""
    forbidden: tuple[BlockKind, ...] = ()
    """Kinds that have no place."""
    rule: Code | None = None
    """The rule that says so."""


Particular = Literal["name", "address", "occupation", "standing", "prepared", "own_knowledge"]
"""What a statement says of itself and its maker in its own words."""


class Drafting(Part):
    """How a document is worded: each rule that is named here is looked at, in the paragraphs of a statement.

    The rule against abuse is looked at in all that a document says.
    """

    first_person: Code | None = None
    """The rule that it is in the first person."""
    figures: Code | None = None
    """The rule that numbers and dates are written in figures."""
    bold_exhibits: Code | None = None
    """The rule that the text names its exhibits in bold."""
    own_language: Code | None = None
    """The rule that it is made in the witness's own language, with a translation where that is another."""
    particulars: dict[Particular, Code] = Field(default_factory=dict)
    """What its paragraphs must say of it and its maker → the rule that says so: `name`, `address`, `occupation`,
    `standing` (a party, or employed by one), `prepared` (by what process), `own_knowledge` (and what is not)."""
    not_abusive: Code | None = None
    """The rule that the document insults nobody."""


class EvidenceRules(Part):
    """What the evidence for an allegation must be: each rule that is named here is looked at."""

    not_media_alone: Code | None = None
    """The rule that an allegation does not rest on reports of the media alone."""


AuthorityGroup = Literal["treaties", "legislation", "cases", "un", "other"]
"""Part of a table of authorities."""


class CitationForm(Part):
    """How sources are cited."""

    style: Line = "oscola-4"
    """Name of a citation style: one of ours, which `probata list styles` lists, or of the CSL collection, without
    ending; or the name of a `.toml` or `.csl` file that lies beside the profile."""
    authorities: Line | None = None
    """Style of ours for legal authorities, where that is another; with a CSL style else `oscola-4`."""
    groups: tuple[AuthorityGroup, ...] = ("treaties", "legislation", "cases", "un", "other")
    """Parts of the table of authorities, in their order; what belongs to none of them stands at its end."""
    passim_from: Annotated[int, Field(ge=2)] | None = None
    """From how many notes on an entry of the table says "passim" in place of them."""
    authority_pages: bool = False
    """Whether Word's own field is to gather the table, with pages."""
    schedule: bool = False
    """Whether notes cite sources by their names and numbers in the evidence schedule, which the template prints."""
    numbered: Line = "E"
    """What stands before these numbers: `E6`, or `doc. 6` where sections have letters too."""
    list_of_sources: bool = True
    """Whether the document ends with a list of its sources."""
    rule: Code | None = None
    """The rule that asks for it."""


class DeclarationChoice(Part):
    """The declarations with which a statement may end."""

    offered: tuple[DeclarationKind, ...] = ("none",)
    """Those that may be chosen."""
    default: DeclarationKind = "none"
    """The one that stands where the statement chooses none."""
    rule: Code | None = None
    """The rule that speaks of it."""

    @model_validator(mode="after")
    def _default_is_offered(self) -> Self:
        if self.default not in self.offered:
            raise ValueError(f"the default `{self.default}` is not among those offered")
        return self


class Limits(Part):
    """Limits of length; empty where the forum sets none."""

    words: MostWords | None = None
    """Most words."""
    rule: Code | None = None
    """The rule that sets them."""


class FilingPart(Part):
    """A part of a filing that is a file of its own, beside the brief; where it begins, its template says."""

    title: Line
    """What stands before the title of the filing in its head."""
    confidential: bool = False
    """Whether the other parts neither name it, nor lead into it, nor list what it alone cites."""


class BundleLimits(Part):
    """What the forum takes as one file; a bundle that is larger comes in parts. Empty where it sets no limit."""

    most_pages: Annotated[int, Field(ge=10)] | None = None
    """Most pages of one file."""
    most_megabytes: Annotated[int, Field(ge=1)] | None = None
    """Most megabytes of one file, of a million bytes each."""
    rule: Code | None = None
    """The rule that sets them."""


class Budget(Part):
    """How long its documents are by custom, where no rule says it; a filing may have a budget of its own."""

    words: MostWords | None = None
    """Most words of the text, without annexes and notes."""
    annexes_words: MostWords | None = None
    """Most words of all annexes together."""


class Measure(Sourced):
    """Relief that the regime knows."""

    id: Code
    """Short name."""
    label: Line
    """How documents call it."""


class Mandate(Sourced):
    """One of several bodies to which a document may be addressed, with what it deals with."""

    id: Code
    """Short name."""
    label: Line
    """How messages call it."""
    called: tuple[Line, ...]
    """Words by which the name of an addressee shows that it is meant, in each language; case does not matter."""
    conduct: tuple[Code, ...]
    """Codes of the conduct that it deals with."""

    def is_called(self, name: str) -> bool:
        """Tell whether the name of an addressee means this mandate."""
        return any(words.casefold() in name.casefold() for words in self.called)


class Disclosure(Part):
    """Who may come to see the document, and whose consent that needs."""

    consent_required: bool = True
    """Whether a person who needs protection may appear only with a consent for this forum."""
    audiences: tuple[Literal["decision_maker", "accused", "state", "public"], ...] = ("decision_maker",)
    """Who may come to see it; a consent must cover each of them."""
    purpose: Literal["sanctions", "un", "court"] | None = None
    """What its documents are for, to be compared with the purposes of a consent."""
    consent_of: tuple[Literal["victim", "witness"], ...] = ()
    """Parts in the case that need a consent whether or not the record of the person says so. Who is named as affected
    is a victim, whatever part the record of that person gives."""
    source_confidential: bool = False
    """Whether it stays confidential who makes the document; the properties of its files do not name them then."""
    source_sheet: Code | None = None
    """The section that alone names who makes it, where that is confidential."""
    source_rule: Code | None = None
    """The rule by which it is."""
    consent_rule: Code | None = None
    """The rule on consent."""
    audience_rule: Code | None = None
    """The rule from which the audiences follow."""


# A rule of a forum.


class Analogy(Sourced):
    """A text that does not apply to the document and is followed by analogy."""

    provision: Line
    """The provision, as cited."""


class Rule(Sourced):
    """A rule, in our words."""

    id: Code
    """Short name, by which the other parts of the profile refer to it."""
    text: Line
    """What the rule says."""
    optional: bool = False
    """True for advice that may be set aside without a word."""
    analogy: Analogy | None = None
    """The text that is followed by analogy; that it was read does not make this rule verified."""

    @property
    def heaviest(self) -> Severity:
        """As for everything with a source, and no more than should fix where the rule is optional."""
        return Severity.WARNING if self.optional else super().heaviest


def heaviest_of(rules: Iterable[Rule]) -> Severity:
    """Return the heaviest finding that may rest on several rules together; on none of them, should fix."""
    return min((rule.heaviest for rule in rules), key=lambda weight: weight.rank, default=Severity.WARNING)


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
    bundle: BundleLimits = BundleLimits()
    """How large the files of a bundle may be."""
    measures: tuple[Measure, ...] = ()
    """Relief that the regime knows."""
    mandates: tuple[Mandate, ...] = ()
    """Mandates to which its documents may be addressed, by the conduct that they deal with."""
    marking: Annotated[Line | None, BeforeValidator(_none)] = None
    """Marking of every page where the case gives none; `none` takes back an inherited one."""
    disclosure: Disclosure = Disclosure()
    """Who may see the document, and whose consent that needs."""
    levels: dict[CheckName, LevelOfCheck] = Field(default_factory=dict)
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
