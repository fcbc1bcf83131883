"""A source: what is cited, with what is needed to find it again. Field names are those of CSL-JSON where it has one."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from probata.model.citation import Citations
from probata.model.dates import When
from probata.model.record import Id, IsSafeguard, Line, Part, Prose, Record

SourceType = Literal[
    "webpage",
    "report",
    "article-newspaper",
    "article-magazine",
    "article-journal",
    "post",
    "post-weblog",
    "book",
    "chapter",
    "broadcast",
    "motion_picture",
    "speech",
    "interview",
    "personal_communication",
    "legislation",
    "document",
    "dataset",
    "map",
    "song",
    "entry-encyclopedia",
    "hearing",
    "manuscript",
    "press-release",
]


class Author(Part):
    """An author or editor."""

    family: Line | None = None
    """Family name."""
    given: Line | None = None
    """Given names or initials."""
    literal: Line | None = None
    """A body, or a name that does not divide."""


def _author(value: Any) -> Any:
    return {"literal": value} if isinstance(value, str) else value


AuthorField = Annotated[Author, BeforeValidator(_author, json_schema_input_type=str | Author)]


class Source(Record):
    """A source. It knows whether we hold it or know it only through another."""

    type: SourceType = "webpage"
    """Kind of work, in the words of CSL."""
    title: Line | None = None
    """Title in its own language; leave out where it is not known."""
    translated_title: Prose | None = None
    """Title in the language of the case."""
    author: tuple[AuthorField, ...] = ()
    """Authors; a body is written as one line."""
    editor: tuple[AuthorField, ...] = ()
    """Editors."""
    container_title: Line | None = None
    """Newspaper, journal, site or book in which it appeared."""
    publisher: Line | None = None
    """Publisher or site owner."""
    publisher_place: Line | None = None
    """Place of publication."""
    issued: When | None = None
    """Date of publication."""
    volume: Line | None = None
    """Volume."""
    issue: Line | None = None
    """Issue."""
    page: Line | None = None
    """First and last page."""
    number: Line | None = None
    """Number of the report, bill or document, such as a UN symbol."""
    url: Line | None = None
    """Address."""
    url_as_printed: Line | None = None
    """The address exactly as the citing work prints it, where it is broken there."""
    doi: Line | None = None
    """Digital object identifier."""
    archive_url: Line | None = None
    """Address of an archived copy."""
    accessed: When | None = None
    """When we last read it."""
    language: Line | None = None
    """Language as a BCP 47 tag."""
    country: Line | None = None
    """Country of publication."""
    rank: Literal["primary", "secondary", "unknown"] = "unknown"
    """Primary (original or official) or secondary."""
    origin_group: Id | None = None
    """One word shared by sources that rest on the same origin; they count once."""
    publisher_group: Id | None = None
    """One word shared by sources of the same publisher; they count once."""
    held: Literal["held", "cited_in", "on_request", "on_file", "not_located"] = "cited_in"
    """Whether we hold it, know it only through another, may ask for it, have it on file, or could not find it."""
    cited_in: Citations = ()
    """The sources through which we know it, each with the place there; documents print the first."""
    as_printed: Line | None = None
    """The citing work's own reference, letter by letter."""
    medium: Prose | None = None
    """Form, such as `press conference` or `video`."""
    confidentiality: Annotated[Literal["open", "confidential", "anonymise"], IsSafeguard()] = "open"
    """Whether it may be shown to others."""
    supports: Line | None = None
    """What it shows, in a few words."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
