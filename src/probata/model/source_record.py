"""A source: what is cited, with what is needed to find it again.

Field names are those of CSL-JSON where it has one, in small letters and with underscores. CSL's own are read too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from probata.model.citation import Citations
from probata.model.dates import OneDate, When
from probata.model.language import same_language
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
    "paper-conference",
    "thesis",
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


NAMED_BY_PERSONS = frozenset({"personal_communication", "interview"})
"""Kinds of source that are known by who wrote or spoke, and to whom; they need no title."""

_RECORDINGS = frozenset({"broadcast", "motion_picture", "song"})
"""Kinds of source whose places are times."""


class Author(Part):
    """An author or editor."""

    also_translated: ClassVar[tuple[str, ...]] = ("literal",)

    family: Line | None = None
    """Family name."""
    given: Line | None = None
    """Given names or initials."""
    literal: Line | None = None
    """A body, or a name that does not divide."""

    @property
    def whole(self) -> str:
        """The whole name, given names first."""
        return self.literal or " ".join(filter(None, (self.given, self.family)))


def _author(value: Any) -> Any:
    """Read a text as a body, or as a name that does not divide; a semicolon stands in none."""
    if isinstance(value, str) and ";" in value:
        raise PydanticCustomError("name", "several names in one")
    return {"literal": value} if isinstance(value, str) else value


AuthorField = Annotated[Author, BeforeValidator(_author, json_schema_input_type=str | Author)]


_OF_CSL = MappingProxyType(
    {
        "URL": "url",
        "DOI": "doi",
        "ISBN": "isbn",
        "ISSN": "issn",
        "title-short": "short_title",
        "container-title": "container_title",
        "container-title-short": "container_title_short",
        "number-of-pages": "number_of_pages",
        "collection-title": "collection_title",
        "collection-number": "collection_number",
        "publisher-place": "publisher_place",
        "event-title": "event_title",
        "event-date": "event_date",
        "event-place": "event_place",
        "event": "event_title",
    }
)
"""CSL's spellings of our fields; `event` is what CSL 1.0 called `event-title`."""


class Source(Record):
    """A source. It knows whether we hold it or know it only through another.

    The spelling of CSL is read too where it has the field: `URL`, `DOI`, `ISBN`, `container-title`, `publisher-place`.
    """

    spellings: ClassVar[Mapping[str, str]] = _OF_CSL
    also_translated: ClassVar[tuple[str, ...]] = ("title", "short_title", "container_title", "publisher", "number")

    type: SourceType = "webpage"
    """Kind of work, in the words of CSL."""
    title: Line | None = None
    """Title in its own language; leave out where it is not known."""
    translated_title: Prose | None = None
    """Title in the language of the case."""
    short_title: Line | None = None
    """The few words of its title by which later notes call it, where they print a title."""
    author: tuple[AuthorField, ...] = ()
    """Authors; a body is written as one line."""
    editor: tuple[AuthorField, ...] = ()
    """Editors."""
    translator: tuple[AuthorField, ...] = ()
    """Translators of the work."""
    recipient: tuple[AuthorField, ...] = ()
    """Whom a letter or message is addressed to; a group of a chat by its name."""
    interviewer: tuple[AuthorField, ...] = ()
    """Who held an interview; its author is the person interviewed."""
    container_title: Line | None = None
    """Newspaper, journal, site or book in which it appeared."""
    container_title_short: Line | None = None
    """The name of the journal as it is abbreviated, such as `Harv. L. Rev.`; styles that abbreviate print it."""
    collection_title: Line | None = None
    """Series of books or reports that it belongs to."""
    collection_number: Line | None = None
    """Its number in that series."""
    edition: Line | None = None
    """Edition, as a number or in words, such as `2` or `revised edition`."""
    genre: Prose | None = None
    """Sort of work where its type says too little, such as `PhD thesis` or `working paper`."""
    event_title: Line | None = None
    """Name of the conference, hearing or other event at which it was given."""
    event_date: When | None = None
    """When that event took place."""
    event_place: Line | None = None
    """Where that event took place."""
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
    number_of_pages: Line | None = None
    """How many pages the whole work has, such as `240` or `xii, 240`; a place beyond them is found."""
    duration: Line | None = None
    """Running time of a recording, in hours, minutes and seconds: `00:12:30`."""
    number: Line | None = None
    """Number of the report, bill or document, such as a UN symbol."""
    section: Line | None = None
    """Section of the newspaper, site or law in which it stands."""
    url: Line | None = None
    """Address."""
    url_as_printed: Line | None = None
    """The address exactly as the citing work prints it, where it is broken there."""
    doi: Line | None = None
    """Digital object identifier."""
    isbn: Line | None = None
    """International standard book number."""
    issn: Line | None = None
    """International standard serial number of the newspaper or journal."""
    archive_url: Line | None = None
    """Address of an archived copy."""
    accessed: OneDate | None = None
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
    """Whether we hold it, know it only through another, may ask for it, have it on file, or could not find it. Need not
    be written where a copy of it is recorded in `copies.yaml`: it is held then."""
    read_in_part: Prose | None = None
    """What of it was read, where not the whole: `pp. 1-40`, `chapters 2 and 3`. The evidence schedule prints it, and a
    page beside those is found."""
    cited_in: Citations = ()
    """The sources through which we know it, each with the place there; documents print the first."""
    as_printed: Line | None = None
    """The citing work's own reference, letter by letter."""
    medium: Prose | None = None
    """Form, such as `press conference` or `video`."""
    confidentiality: Annotated[Literal["open", "confidential", "anonymise"], IsSafeguard()] = "open"
    """Whether it may be shown to others."""
    supports: Prose | None = None
    """What it shows, in a few words."""
    described: Prose | None = None
    """What it is, in a few words that name nobody. It is called so where it has no title; and where those who submit a
    document stay confidential, if they made, received or published it or if it is not open."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""

    @property
    def is_recording(self) -> bool:
        """Whether it is heard or seen, by its type or its duration, so that `3:10` behind it is a time."""
        return self.type in _RECORDINGS or bool(self.duration)

    @property
    def is_untitled(self) -> bool:
        """Whether it has neither a title nor persons by whom it is known."""
        named = self.title or self.translated_title or (self.type in NAMED_BY_PERSONS and self.author)
        return not named

    @property
    def place(self) -> str:
        """Where one without a title stands: paper or website, publisher or address; empty where none is recorded."""
        return self.container_title or self.container_title_short or self.publisher or self.url or ""

    @property
    def is_nameless(self) -> bool:
        """Whether nothing is recorded by which a document could call it, so that a gap stands for its name."""
        return self.is_untitled and not (self.described or self.place)

    def is_titled_in(self, language: str) -> bool:
        """Tell whether its title is translated into a language."""
        return any("title" in texts for tag, texts in self.translations.items() if same_language(tag, language))


# The pages of a work as its record gives them.

_WORD = re.compile(r"^(?:pp?|pgs?|pages?|págs?|páginas?)\.?\s*(?=\d)", re.IGNORECASE)
_LETTERED = re.compile(r"(?:^|[^\w])p\d", re.IGNORECASE)
"""A further page with its own letter before it."""


def without_word_of_pages(text: str) -> str:
    """Return pages without the word before them, `3-4` for `pp 3-4`: each style says what it calls a page.

    What does not begin with such a word and a figure is returned as it is, and so is what has a letter of its own
    before each page, `P3-P9`: there it is part of the numbers.
    """
    rest = _WORD.sub("", text, count=1)
    return text if _LETTERED.search(rest) else rest
