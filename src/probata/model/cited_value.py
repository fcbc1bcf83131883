"""A single field that carries its own citations.

Provenance belongs to the field, not to the record: `date: 1964-02-23` may be written
`date: {value: 1964-02-23, citations: [review]}`.

The translation of a text may stand in its part, or, as `hand_down_translations` has it, beside those of the record.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from probata.model.citation import Citations
from probata.model.dates import OneDate, When
from probata.model.record import LANGUAGE_TAG, Line, Part, Prose


class CitedText(Part):
    """A text with its citations."""

    value: Prose
    """The text."""
    citations: Citations = ()
    """Where it is taken from."""
    as_of: OneDate | None = None
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


def _wrap_text(value: Any) -> Any:
    """Wrap a text; what can be neither a text nor fields is a fault of the field itself, told as that of a text."""
    if value == "":
        raise PydanticCustomError("string_too_short", "the text is empty")
    if isinstance(value, list):
        raise PydanticCustomError("string_type", "a list is no text")
    return _wrap(value)


def hand_down_translations(record: Any, field: str) -> Any:
    """Put the translations of a cited text that stand beside the record's others into the text's own part.

    A text that was plain, with its translations beside the record's others, can so carry citations without being
    written anew. What cannot be read, and a translation that the part has already, stays where it is and is found
    there.
    """
    if not isinstance(record, dict) or not isinstance(record.get("translations"), dict):
        return record
    part = _wrap(record.get(field))
    if not isinstance(part, dict) or not isinstance(own := part.get("translations", {}), dict):
        return record
    given = record["translations"]
    told = {tag: texts[field] for tag, texts in given.items() if tag not in own and _is_translation(tag, texts, field)}
    left = {tag: {k: v for k, v in t.items() if k != field} if tag in told else t for tag, t in given.items()}
    inner = {**own, **{tag: {"value": text} for tag, text in told.items()}}
    return {**record, field: {**part, "translations": inner}, "translations": left} if told else record


def _is_translation(tag: Any, texts: Any, field: str) -> bool:
    return (
        re.match(LANGUAGE_TAG, str(tag)) is not None
        and isinstance(texts, dict)
        and isinstance(texts.get(field), str)
        and texts[field] != ""
    )


TextField = Annotated[CitedText, BeforeValidator(_wrap_text, json_schema_input_type=str | CitedText)]
"""A text, or a text with citations."""
DateField = Annotated[CitedDate, BeforeValidator(_wrap, json_schema_input_type=str | CitedDate)]
"""A date, or a date with citations."""
