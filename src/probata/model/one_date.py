"""A field that takes one date: the day of a decision is none that goes on from May to June."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from probata.model.dates import When

PERIOD: Final = "a period stands where one date belongs"
ONE_DATE: Final = "^[^/]*$"
"""The `pattern` of one date in our schemas."""


class IsOneDate:
    """Marks a field that takes one day, month or year and no period."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Refuse a period."""
        return core_schema.no_info_after_validator_function(_one, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it to editors as a date without a stroke."""
        return {**handler(schema), "pattern": ONE_DATE, "examples": ["2015", "2015-08", "2015-08-21", "~2014"]}


OneDate = Annotated[When, IsOneDate()]
"""A day, month or year, of whatever precision; a period is refused with its two ends."""


def _one(when: When) -> When:
    if when.is_period:
        raise PydanticCustomError("date", "{reason}", {"reason": PERIOD})
    return when
