"""A statement of a witness or deponent: their words, kept as they gave them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from probata.model.dates import OneDate, When
from probata.model.record import Id, LanguageTag, Line, Part, Prose, Record, Verbatim

StatementNumber = Annotated[int, Field(ge=1, le=999)]
"""The how-manieth statement of a person it is. A date typed there by mistake would ask for millions of others."""


class StatementParagraph(Part):
    """One paragraph in the person's own words. The program never changes a letter of it."""

    id: Id
    """Short name, stable."""
    heading: Line | None = None
    """Heading printed above it, where a new matter begins."""
    text: Verbatim
    """The words, in the first person."""
    part: Literal["opening", "body", "closing"] = "body"
    """Opening, body or closing of the statement."""
    basis: Literal["own_knowledge", "information", "belief", "document"]
    """Basis of knowledge."""
    source: Prose | None = None
    """From whom or from what, for information and belief."""
    exhibits: tuple[Id, ...] = ()
    """Exhibits to which it refers."""


class Translation(Part):
    """The translation of a statement that was given in another language."""

    translator: Line
    """Name of the translator."""
    qualification: Line | None = None
    """Qualification of the translator."""
    date: When | None = None
    """Date of the translation."""
    original: Line | None = None
    """Where the statement in the witness's own language is, such as its file; it is filed with the translation."""
    declaration: Line | None = None
    """The declaration at its end as the witness signed it, in the witness's own language."""
    certified_on: When | None = None
    """Date on which the translator signed the original and certified the translation; left out while it is not."""
    certificate: Verbatim | None = None
    """The certificate in the translator's own words; where left out, the usual wording is printed."""


class Interpretation(Part):
    """How an interpreter helped."""

    interpreter: Line
    """Name of the interpreter."""
    certified_on: When | None = None
    """Date on which the interpreter signed; left out while unsigned."""
    certificate: Verbatim | None = None
    """The certificate in the interpreter's own words; where left out, the usual wording is printed."""


class Statement(Record):
    """A statement."""

    person: Id
    """Who makes it."""
    kind: Literal["witness", "deponent"]
    """Witness of fact, or deponent who speaks for an organisation."""
    capacity: Prose | None = None
    """In what capacity, such as `director of research of …`."""
    organisation: Id | None = None
    """The organisation for which the person speaks."""
    occupation: Prose | None = None
    """Occupation or description."""
    address: Line | None = None
    """Residence, or business address."""
    made_for: Prose | None = None
    """On whose behalf it is made."""
    number: StatementNumber = 1
    """Number of the statement by this person in the matter."""
    initials: Line | None = None
    """Initials and surname, as they stand in the corner block."""
    language: LanguageTag = "en-GB"
    """Language of the text that is recorded here."""
    own_language: Prose | None = None
    """Language in which the person gave it, such as `Kelvandran`, where that is another."""
    translation: Translation | None = None
    """How the text here was translated from that language."""
    interpretation: Interpretation | None = None
    """The interpreter, where one took part."""
    standing: Prose | None = None
    """Whether the person is a party to the proceedings, or employed by one."""
    prepared: Prose | None = None
    """How it was prepared: face to face, by telephone, through an interpreter."""
    made_on: OneDate | None = None
    """Date."""
    signed_on: OneDate | None = None
    """Date of signature; left out while unsigned."""
    place: Prose | None = None
    """Place of signature."""
    declaration: Literal["statement_of_truth", "belief", "us_1746_outside", "us_1746_within", "none"] | None = None
    """Declaration at its end; where left out, the forum's."""
    paragraphs: tuple[StatementParagraph, ...] = ()
    """The paragraphs, in order."""
    exhibits: tuple[Id, ...] = ()
    """Exhibits, in order."""
    source: Id | None = None
    """The source as which documents cite it: the evidence schedule of a filing that it goes with lists that first."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""

    @property
    def language_of_texts(self) -> str | None:
        """The language in which it was made."""
        return self.language
