"""The case itself: what it is called, its state, and the filings made from it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from probata.model.check_name import CheckName
from probata.model.citation import Citations
from probata.model.dates import OneDate, When
from probata.model.record import Id, IsSafeguard, LanguageTag, Line, OwnMarkdown, Part, Prose

# How much the findings of a check weigh, where a forum or a case says otherwise than the check.

Level = Literal["must_fix", "should_fix", "note"]
"""The weights as records name them."""


class LevelOfCheck(Part):
    """A weight for all findings of one check."""

    check: CheckName
    """Name of the check, such as `relative-time-word`; `probata list checks` shows them."""
    level: Level
    """`must_fix`, `should_fix` or `note`."""
    reason: Line
    """Why; it is told with each finding."""


MostWords = Annotated[int, Field(ge=1)]
"""Most words of a document: a budget of none is a slip."""

FORMAT = "1"
"""Version of the record format."""


class Author(Part):
    """Who prepares the documents."""

    name: Line | None = None
    """Name of the person."""
    organisation: Line | None = None
    """Name of the organisation."""
    description: OwnMarkdown | None = None
    """What the organisation does and how it knows."""
    address: Line | None = None
    """Postal address."""
    contact: Line | None = None
    """How to reach it."""


class HistoryEntry(Part):
    """An entry in the history of the text."""

    date: When | None = None
    """When."""
    what: Line
    """What happened to the text."""


class Addressee(Part):
    """To whom a filing goes."""

    name: Line
    """Name of the addressee."""
    lines: tuple[Line, ...] = ()
    """Address, line by line."""
    matter: Line | None = None
    """What of the filing is put to this one, where it goes to several."""


class Relief(Part):
    """What is asked for."""

    measure: Line
    """The measure."""
    argument: OwnMarkdown | None = None
    """Why."""


class Party(Part):
    """A party to proceedings."""

    name: Line
    """Name, as the title of the proceedings has it."""
    role: Line
    """Its part in them, such as `Claimant`."""


class Proceedings(Part):
    """The proceedings in a court for which a document is made."""

    court: tuple[Line, ...]
    """The court, line by line, from the highest name down."""
    number: Line | None = None
    """Number of the claim or case."""
    parties: tuple[Party, ...] = ()
    """The parties, in the order of the title."""


class Budget(Part):
    """How long a document is to be; where a number is left out, that of its forum holds."""

    words: MostWords | None = None
    """Most words of the text, without annexes and notes."""
    annexes_words: MostWords | None = None
    """Most words of all annexes together."""


class Filing(Part):
    """One document for one addressee."""

    id: Id
    """Short name; the file is named after it."""
    forum: Id
    """The forum."""
    title: Line | None = None
    """Title of the document; where left out, the forum's."""
    addressee: Addressee | None = None
    """To whom it goes."""
    addressees: tuple[Addressee, ...] = ()
    """Those addressed by name, where it goes to several through one office, such as mandate holders."""
    relief: tuple[Relief, ...] = ()
    """Relief sought."""
    persons: tuple[Id, ...] = ()
    """Persons concerned; where left out, all of the case."""
    counts: tuple[Id, ...] = ()
    """Counts that it argues, in this order; where left out, all that gather allegations put forward in it."""
    statement: Id | None = None
    """The statement of the deponent or witness who makes it."""
    supports: Line | None = None
    """The submission that it supports, in words; where left out, the title and date of `supports_filing`."""
    supports_filing: Annotated[Id | None, IsSafeguard()] = None
    """The filing of this case that it supports: its readers may see this one too, and consents must cover them."""
    proceedings: Proceedings | None = None
    """The proceedings in a court for which it is made."""
    citation_style: Line | None = None
    """Citation style of this filing, where not the forum's: a name that `probata list styles` shows or one of the CSL
    collection, or the name of a `.csl` or `.toml` file in the folder of the forum."""
    footnotes: bool = True
    """False where the document is to have no footnotes; the text then names its documents alone."""
    date: When | None = None
    """Date of the document; where left out, the case's as-of date."""
    marking: Line | None = None
    """Marking of this filing; where left out, the case's."""
    language: Line | None = None
    """Language of this filing; where left out, the case's where the forum takes it, else the forum's."""
    budget: Budget = Budget()
    """How long it is to be, where not as its forum has it."""
    version: Annotated[Literal["recipient", "public"], IsSafeguard()] = "recipient"
    """`public` for a document that anybody may read: what is not public is left out, and the file name says so."""
    source_may_be_named: bool = False
    """True where those who submit it agree to be named to all its readers, such as the State concerned. Otherwise a
    forum may keep them confidential."""

    @property
    def language_of_texts(self) -> str | None:
        """The language of the document."""
        return self.language

    @property
    def names_submitter(self) -> bool:
        """Whether those who submit it may be named where its forum keeps them confidential: never to the public."""
        return self.source_may_be_named and self.version == "recipient"


class StateReservation(Part):
    """A reservation of the State to a provision of an instrument: checks say that it is there, and judge it not."""

    provision: Line
    """Number of the provision that it names, such as `14(5)`."""
    text: Line
    """What it says, in a few words. No document prints it."""
    citations: Citations = ()
    """Where its text was read."""


class Standing(Part):
    """How the State stands to an instrument, where the program's own table does not say it or says it otherwise."""

    instrument: Id
    """The instrument, such as `uncat`."""
    standing: Prose
    """In a few words, with the date: `State party since 4 October 1988`."""
    status: Literal["party", "signatory", "not_party"] | None = None
    """The same for the checks: party, signed and not ratified, or neither. Without it they cannot tell."""
    in_force: When | None = None
    """Day since which it binds the State, of a party."""
    until: When | None = None
    """Day from which it binds the State no longer, of one that was a party: its withdrawal took effect."""
    reservations: tuple[StateReservation, ...] = ()
    """Its reservations and declarations of interpretation, of which the program's own table tells few."""
    citations: Citations = ()
    """Sources for it."""


class CaseFile(Part):
    """The case. Held in `case.yaml`."""

    format: Literal["1"] = "1"
    """Version of the record format."""
    title: Prose
    """Title of the case."""
    status: Annotated[Literal["draft", "ready", "illustration"], IsSafeguard()] = "draft"
    """`illustration` for a case made from published material to show the program: it is never final."""
    made_from: Citations = ()
    """The published work that an illustration is made from."""
    history: tuple[HistoryEntry, ...] = ()
    """History of the text."""
    as_of: OneDate | None = None
    """The day for which the case is true; documents are dated by it."""
    language: LanguageTag = "en-GB"
    """Language of the case as a BCP 47 tag; its records are written in it."""
    state: Prose | None = None
    """The state whose organs acted, as a name."""
    standings: tuple[Standing, ...] = ()
    """How that State stands to the instruments that the case relies on."""
    prepared_by: Author = Author()
    """Who prepares the documents."""
    marking: Prose | None = None
    """Marking of every page, such as `Confidential`."""
    persons_concerned: tuple[Id, ...] = ()
    """The persons whom the case is about."""
    filings: tuple[Filing, ...] = ()
    """The documents to be made."""
    levels: tuple[LevelOfCheck, ...] = ()
    """How much the findings of some checks weigh in this case, where not as the check or the forum says."""
    summary: OwnMarkdown | None = None
    """The case in a few paragraphs."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
