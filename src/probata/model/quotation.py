"""Somebody's words, with who spoke, in what office, when, and through whom we know them."""

from __future__ import annotations

from typing import Literal

from probata.model.citation import Cited
from probata.model.dates import When
from probata.model.record import Id, Line, Part, Prose, Record


class Original(Part):
    """The words in the language in which they were said."""

    lang: Line
    """Language as a BCP 47 tag."""
    text: Line | None = None
    """The words; leave out where they are not known."""


class Translation(Part):
    """How the words came into the language of the case."""

    kind: Literal["human", "machine", "sworn", "by_source", "unknown"] = "unknown"
    """Kind of translation; `by_source` where the source prints it translated."""
    translator: Line | None = None
    """Who translated."""


class Speaker(Part):
    """Who spoke, where the speaker is not a record of its own."""

    person: Id | None = None
    """Person who spoke."""
    body: Id | None = None
    """Body that spoke or published."""
    described: Prose | None = None
    """A description, such as `a Shanghai police officer`."""
    office: Prose | None = None
    """Office held at the time."""


class Quotation(Record):
    """A quotation. Its text is kept letter by letter, several paragraphs by blank lines."""

    speaker: Speaker
    """Who spoke, in what office at the time."""
    text: Prose
    """The words in the language of the case, without the outer quotation marks."""
    original: Original | None = None
    """The words in the language in which they were said, where that is another."""
    translation: Translation | None = None
    """Who translated, and how."""
    occasion: Prose | None = None
    """Speech, interview or document."""
    date: When | None = None
    """When it was said."""
    quoted_in: Cited | None = None
    """The source in which it stands; one known only through another says so itself."""
    version_of: Id | None = None
    """The quotation of which this is another version, as another source gives it. Where one is set off, so is the
    other, below it."""
    nested: tuple[Id, ...] = ()
    """Quotations that stand inside this one."""
    topic: Line | None = None
    """What it goes to, in a few words."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
