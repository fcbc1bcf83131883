"""A statement of a witness or deponent: their words, kept as they gave them."""

from __future__ import annotations

from typing import Literal

from probata.model.dates import When
from probata.model.record import Id, Line, Markdown, Part, Record


class StatementParagraph(Part):
    """One paragraph in the person's own words. The program never changes a letter of it."""

    id: Id
    """Short name, stable."""
    text: Markdown
    """The words, in the first person."""
    part: Literal["opening", "body", "closing"] = "body"
    """Opening, body or closing of the statement."""
    basis: Literal["own_knowledge", "information", "belief", "document"]
    """Basis of knowledge."""
    source: Line | None = None
    """From whom or from what, for information and belief."""
    exhibits: tuple[Id, ...] = ()
    """Exhibits to which it refers."""


class Statement(Record):
    """A statement."""

    person: Id
    """Who makes it."""
    kind: Literal["witness", "deponent"]
    """Witness of fact, or deponent who speaks for an organisation."""
    capacity: Line | None = None
    """In what capacity, such as `director of research of …`."""
    organisation: Id | None = None
    """The organisation for which the person speaks."""
    occupation: Line | None = None
    """Occupation or description."""
    address: Line | None = None
    """Residence, or business address."""
    made_for: Line | None = None
    """On whose behalf it is made."""
    number: int = 1
    """Number of the statement by this person in the matter."""
    initials: Line | None = None
    """Initials and surname, as they stand in the corner block."""
    language: Line = "en-GB"
    """Language in which it is made."""
    prepared: Line | None = None
    """How it was prepared: face to face, by telephone, through an interpreter."""
    made_on: When | None = None
    """Date."""
    signed_on: When | None = None
    """Date of signature; left out while unsigned."""
    place: Line | None = None
    """Place of signature."""
    declaration: Literal["statement_of_truth", "us_1746_outside", "us_1746_within", "none"] | None = None
    """Declaration at its end; where left out, the forum's."""
    paragraphs: tuple[StatementParagraph, ...] = ()
    """The paragraphs, in order."""
    exhibits: tuple[Id, ...] = ()
    """Exhibits, in order."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
