"""An exhibit: a document or thing produced with a statement or filing."""

from __future__ import annotations

from typing import Annotated, Literal

from probata.model.dates import When
from probata.model.record import Id, IsSafeguard, Line, Part, Prose, Record


class ExhibitedDocument(Part):
    """One of several documents in an exhibit."""

    date: When | None = None
    """Date of the document."""
    what: Prose
    """What it is, such as `letter to the ministry`."""


class Exhibit(Record):
    """An exhibit with its mark."""

    mark: Line
    """Identifying mark, such as `AB/1`."""
    description: Prose
    """What it is, as the text refers to it."""
    source: Id | None = None
    """The source that it reproduces."""
    statement: Id | None = None
    """The statement that it is, where a statement is exhibited."""
    date: When | None = None
    """Date of the document."""
    pages: int | None = None
    """Number of pages."""
    documents: tuple[ExhibitedDocument, ...] = ()
    """What it holds, where it holds more than one document; a cover sheet lists them."""
    disclosure: Annotated[Literal["open", "confidential", "anonymise"], IsSafeguard()] = "open"
    """Whether it may be shown to others."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
