"""A legal authority of the case: a judgment, decision or UN document, or a provision quoted by its clauses.

Treaties and statutes stand in the instrument catalogue of `law`; a case adds its own here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from probata.model.citation import Citations
from probata.model.cited_value import DateField, TextField
from probata.model.dates import OneDate, When
from probata.model.name import NativeName
from probata.model.record import Id, Line, Markdown, Part, Prose, Record

# What a legal authority is cited by: the kind of form, and where it is published.

AuthorityForm = Literal[
    "case",
    "charter",
    "concluding_observations",
    "declaration",
    "eu_act",
    "eu_case",
    "echr_case",
    "england_case",
    "european_treaty",
    "executive_order",
    "foreign_law",
    "general_allegation",
    "general_comment",
    "icj_case",
    "other",
    "public_law",
    "special_procedure_communication",
    "special_procedure_report",
    "statute",
    "statutory_instrument",
    "treaty",
    "tribunal_case",
    "un_document",
    "un_resolution",
    "us_case",
    "us_statute",
    "views",
    "wgad_opinion",
]
"""By which form an authority is cited. `probata list forms` says what each needs."""

FORM_OF_KIND: Mapping[str, AuthorityForm] = MappingProxyType(
    {
        "judgment": "case",
        "decision": "case",
        "general_allegation": "general_allegation",
        "un_report": "un_document",
        "interpretation": "foreign_law",
        "statute": "foreign_law",
        "other": "other",
    }
)
"""By which form an authority is cited that names none, by its kind."""


class PublishedIn(Part):
    """The series, reports or journal that an authority is published in, as citations name it."""

    series: Line
    """Series without full stops: `UNTS`, `ICJ Rep`, `OJ L`, `US`, `Fed Reg`."""
    year: Line | None = None
    """Year, where the series is cited by it."""
    volume: Line | None = None
    """Volume."""
    page: Line | None = None
    """First page."""


class Holding(Part):
    """What the authority decides, with its place, told without our gloss."""

    id: Id
    """Short name."""
    text: Markdown
    """The holding, in our words."""
    paragraph: Line | None = None
    """Paragraph of the judgment."""
    verified: bool = False
    """True where we read it there ourselves."""
    citations: Citations = ()
    """Where it is taken from."""


class Clause(Part):
    """One clause of a quoted provision, citable by itself."""

    id: Id
    """Short name."""
    number: Line | None = None
    """Number or mark of the clause."""
    heading: Prose | None = None
    """What the clause is about, such as a method."""
    text: Prose
    """The words as quoted, letter by letter."""
    citations: Citations = ()
    """Where it is taken from."""


class Authority(Record):
    """A legal authority."""

    kind: Literal["judgment", "decision", "general_allegation", "un_report", "interpretation", "statute", "other"]
    """What sort of authority."""
    name: Prose
    """Name of the case or title of the document."""
    native: NativeName | None = None
    """Title in its own language and script."""
    form: AuthorityForm | None = None
    """By which form it is cited; without one, by that of its kind."""
    citation: Markdown | None = None
    """The full citation with Markdown emphasis, where no form fits: every style prints it as it stands."""
    short: Prose | None = None
    """Short name for later citations: `Liu`."""
    abbreviation: Line | None = None
    """Abbreviation that the first citation declares: `ICCPR`."""
    court: Prose | None = None
    """Court or body."""
    number: Line | None = None
    """Number of the application, case, opinion, resolution, order or communication; of an older record the symbol."""
    symbol: Line | None = None
    """Symbol of a document of the United Nations: `A/HRC/45/13`."""
    parties: Prose | None = None
    """Parties, where they are no part of the name: `UK v Albania`; of a treaty of two or three States."""
    known_as: Prose | None = None
    """Popular name of a case, without the word case, `Ninja Turtles`; of a treaty the name that a citation adds."""
    phase: Prose | None = None
    """Phase of the proceedings: `Merits`."""
    document: Prose | None = None
    """What the document is: `Judgment`, `Decision`, `Warrant of Arrest`."""
    chamber: Prose | None = None
    """Chamber: `GC`, `Trial Chamber I`."""
    neutral_citation: Line | None = None
    """Neutral citation of the court: `[2008] UKHL 13`."""
    report: Line | None = None
    """Law report, as it is cited at home: `[2008] 1 AC 884`."""
    published_in: PublishedIn | None = None
    """Series or journal that styles write each in its own way."""
    registration: Line | None = None
    """Registration number in the United Nations Treaty Series."""
    state: Prose | None = None
    """State whose law it is, or which it concerns."""
    gazette: Line | None = None
    """Official gazette that printed it."""
    code: Line | None = None
    """Title of a code: `22 USC`."""
    code_sections: Line | None = None
    """Sections of the code that hold it: `10101–10103`."""
    adopted: When | None = None
    """Date of adoption."""
    opened: When | None = None
    """Date on which it was opened for signature."""
    in_force: When | None = None
    """Date of its entry into force."""
    date: When | None = None
    """Date of the judgment or document."""
    final_on: DateField | None = None
    """When it became final or entered into force, as the source says."""
    url: Line | None = None
    """Address."""
    source: Id | None = None
    """The source that prints its text, such as a gazette: both are cited as one work, with what the source adds."""
    holdings: tuple[Holding, ...] = ()
    """What it decides."""
    contentions: tuple[TextField, ...] = ()
    """What is contended from it, kept apart from what it decides."""
    clauses: tuple[Clause, ...] = ()
    """A quoted provision, clause by clause."""
    read_on: OneDate | None = None
    """When we read it; left out where we did not."""
    verified: bool = False
    """True where the citation was checked against the authority itself."""
    citations: Citations = ()
    """Where we know it from."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""

    @property
    def cited_by(self) -> AuthorityForm:
        """The form by which it is cited: its own, or else that of its kind."""
        return self.form or FORM_OF_KIND[self.kind]
