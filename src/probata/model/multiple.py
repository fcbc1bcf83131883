"""A fraction or multiple as records write it, exact: `5/12`, `64%`, `2.5`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from probata.model.dates import read_by

MAX_DIGITS = 28
"""Digits that each part may have, as for any number of a record."""
_FORM = re.compile(r"^(?P<above>\d+(?:\.\d+)?)(?:/(?P<below>\d+))?(?P<percent>%)?$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Multiple:
    """How many times something is taken, with the characters it was written in. Never below 0."""

    text: str
    value: Fraction

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read from a string."""
        return read_by(parse_multiple, "number")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it to editors as a string with examples."""
        return {"type": "string", "examples": ["5/12", "64%", "2.5"]}


def parse_multiple(text: str) -> Multiple:
    """Read a fraction, percentage or decimal number; raises `ValueError` in plain words."""
    text = text.strip()
    match = _FORM.match(text)
    if not match:
        raise ValueError("not a fraction such as 5/12, 64% or 2.5")
    if sum(map(str.isdigit, text)) > MAX_DIGITS:
        raise ValueError(f"a number of more than {MAX_DIGITS} digits")
    below = int(match["below"] or 1) * (100 if match["percent"] else 1)
    if below == 0:
        raise ValueError("a fraction of nothing: 0 stands below the line")
    return Multiple(text, Fraction(match["above"]) / below)
