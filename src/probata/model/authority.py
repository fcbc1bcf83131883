"""A legal authority of the case: a judgment, decision or UN document, or a provision quoted by its clauses.

Treaties and statutes stand in the instrument catalogue of `law`; a case adds its own here.
"""

from __future__ import annotations

from typing import Literal

from probata.model.citation import Citations
from probata.model.cited_value import DateField, TextField
from probata.model.dates import When
from probata.model.name import NativeName
from probata.model.record import Id, Line, Markdown, Part, Prose, Record


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
    citation: Markdown
    """The full citation as footnotes print it, with Markdown emphasis."""
    court: Prose | None = None
    """Court or body."""
    number: Line | None = None
    """Application number or document symbol."""
    date: When | None = None
    """Date of the judgment or document."""
    final_on: DateField | None = None
    """When it became final or entered into force, as the source says."""
    url: Line | None = None
    """Address."""
    holdings: tuple[Holding, ...] = ()
    """What it decides."""
    contentions: tuple[TextField, ...] = ()
    """What is contended from it, kept apart from what it decides."""
    clauses: tuple[Clause, ...] = ()
    """A quoted provision, clause by clause."""
    read_on: When | None = None
    """When we read it; left out where we did not."""
    verified: bool = False
    """True where the citation was checked against the authority itself."""
    citations: Citations = ()
    """Where we know it from."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
