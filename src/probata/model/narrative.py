"""A section of text of the case, with what kind of sentences it holds."""

from __future__ import annotations

from typing import Annotated, Literal

from probata.model.citation import Citations
from probata.model.dates import OneDate
from probata.model.record import Id, IsSafeguard, LanguageTag, Line, OwnMarkdown, Prose, Record

SentenceKind = Literal[
    "fact",
    "own_knowledge",
    "common_ground",
    "inference",
    "assumption",
    "submission_of_law",
    "submission_of_fact",
    "reported_allegation",
    "context",
]
"""What a sentence is: fact with source, own knowledge of the witness, common ground, inference from stated
paragraphs, assumption, submission of law or of fact, reported allegation of another, or context only."""


class Narrative(Record):
    """A section of text. In a case folder it is one Markdown file with these fields at its head."""

    title: Prose
    """Heading of the section."""
    place: Line | None = None
    """Where templates put it, such as `background`, `summary` or `methods`."""
    order: int = 0
    """Order among the sections of one place."""
    kind: SentenceKind = "fact"
    """Kind of its sentences; a paragraph may say otherwise with `{kind=context}` on the line above it."""
    language: LanguageTag | None = None
    """Language; where left out, that of the case. Sections with the same place and order are one text in several
    languages: a document prints the one in its own."""
    as_of: OneDate | None = None
    """The day for which it was true."""
    editors_note: Prose | None = None
    """A note of the editor, printed with the section."""
    forums: Annotated[tuple[Id, ...], IsSafeguard()] = ()
    """Forums in which it appears; empty means all."""
    epigraphs: tuple[Id, ...] = ()
    """Quotations set below its heading."""
    citations: Citations = ()
    """Sources for the section as a whole."""
    text: OwnMarkdown
    """The text; in a Markdown file, all that follows the head."""

    @property
    def language_of_texts(self) -> str | None:
        """Its own language."""
        return self.language
