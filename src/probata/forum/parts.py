"""The smaller parts of a profile: threshold, required fields, sections, citation, declaration, limits, measures."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from probata.forum.sourced import Code, Line, Part, Sourced
from probata.model.case_file import MostWords
from probata.model.level import Level
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
