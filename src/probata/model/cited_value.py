"""A single field that carries its own citations.

Provenance belongs to the field, not to the record: `date: 1964-02-23` may be written
`date: {value: 1964-02-23, citations: [review]}`.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from probata.model.citation import Citations
from probata.model.dates import When
from probata.model.record import Line, Part, Prose


class CitedText(Part):
    """A text with its citations."""

    value: Prose
    """The text."""
    citations: Citations = ()
    """Where it is taken from."""
    as_of: When | None = None
    """The day for which it was true."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""


class CitedDate(Part):
    """A date with its citations."""

    value: When
    """The date, with the precision that the source gives."""
    citations: Citations = ()
    """Where it is taken from."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""


def _wrap(value: Any) -> Any:
    return {"value": value} if isinstance(value, str) else value


TextField = Annotated[CitedText, BeforeValidator(_wrap, json_schema_input_type=str | CitedText)]
"""A text, or a text with citations."""
DateField = Annotated[CitedDate, BeforeValidator(_wrap, json_schema_input_type=str | CitedDate)]
"""A date, or a date with citations."""
