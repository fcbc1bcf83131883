"""An exhibit: a document or thing produced with a statement or filing."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from probata.model.dates import When
from probata.model.record import Id, IsPrivate, IsSafeguard, Line, Part, Prose, Record


class ExhibitedDocument(Part):
    """One of several documents in an exhibit."""

    date: When | None = None
    """Date of the document."""
    what: Prose
    """What it is, such as `letter to the ministry`."""


_MEASURES = re.compile(r"\d{1,5}(\.\d{1,3})?%?(\s+\d{1,5}(\.\d{1,3})?%?){3}")


def _is_region(text: str) -> str:
    if not _MEASURES.fullmatch(text):
        raise PydanticCustomError("region", "not a region")
    return text


Region = Annotated[Line, AfterValidator(_is_region)]
"""From the left, from the top, width and height of a part of a page as it is seen, in points or in `%` of the page."""


PageNumber = Annotated[int, Field(ge=1)]


class Redaction(Part):
    """Something that is removed from the pages of an exhibit before others see them.

    The page becomes a picture without it; the copy that is held stays whole. Either a region of a page, or a text
    wherever it stands.
    """

    is_safeguard: ClassVar[bool] = True

    page: PageNumber | None = None
    """Page on which the region is, from 1."""
    region: Region | None = None
    """What is removed of that page: from the left, from the top, width, height, such as `72 140 200 14` in points
    or `10% 20% 30% 5%`; without it the whole page."""
    text: Line | None = None
    """A text that is removed on every page where it stands, such as a name."""
    looked_at: tuple[int, ...] = ()
    """Pages that are pictures without text, on which somebody looked for the text and marked it as a region or found
    none."""
    readers: tuple[Literal["decision_maker", "accused", "state", "public"], ...] = ()
    """From whom it is kept; empty means from everybody."""
    reason: Annotated[Line | None, IsPrivate()] = None
    """Why, for the team; never printed."""

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if (self.page is None) == (self.text is None) or (self.region and self.page is None):
            raise PydanticCustomError("redaction", "not one thing")
        return self

    def holds_for(self, readers: Collection[str]) -> bool:
        """Tell whether it is made for a document that these readers see."""
        return not self.readers or not set(readers).isdisjoint(self.readers)


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
    redactions: Annotated[tuple[Redaction, ...], IsSafeguard()] = ()
    """What is removed from its pages before others see them."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
