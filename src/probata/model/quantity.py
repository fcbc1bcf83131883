"""A number as a source gives it: exact, a bound, a range, or about.

`70+` is at least 70, `~16` is about 16, `16-76` is a range, `-` is not applicable. The characters as the
source prints them are kept beside the value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from probata.model.citation import Citations
from probata.model.dates import When, read_by
from probata.model.record import Id, Line, Part, Prose, in_short

_NUMBER = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"
MAX_DIGITS = 28
"""Digits that a number may have: those with which Python counts exactly. No number of people or things comes near."""
_FORM = re.compile(
    rf"^(?P<about>~)?(?P<low>{_NUMBER})(?:\s*[-–]\s*(?P<high>{_NUMBER}))?(?P<plus>\+)?\s*(?P<percent>%)?$", re.ASCII
)


class Bound(StrEnum):
    """How a number stands to the truth."""

    EXACT = "exact"
    AT_LEAST = "at least"
    ABOUT = "about"
    RANGE = "range"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bound. `low == high` except for a range; both are 0 where not applicable."""

    text: str
    low: Decimal
    high: Decimal
    bound: Bound = Bound.EXACT
    is_percent: bool = False

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read from a string."""
        return read_by(parse_quantity, "number")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it to editors as a string with examples."""
        return {"type": "string", "examples": ["266", "70+", "~16", "16-76"]}


def parse_quantity(text: str) -> Quantity:
    """Read a number in digits, with `,` between thousands allowed; raises `ValueError` in plain words."""
    text = text.strip()
    if text == "-":
        return Quantity(text, Decimal(0), Decimal(0), Bound.NOT_APPLICABLE)
    match = _FORM.match(text)
    if not match:
        raise ValueError("not a number such as 266, 70+, ~16 or 16-76")
    if any(sum(map(str.isdigit, match[end] or "")) > MAX_DIGITS for end in ("low", "high")):
        raise ValueError(f"a number of more than {MAX_DIGITS} digits")
    low = Decimal(match["low"].replace(",", ""))
    high = Decimal(match["high"].replace(",", "")) if match["high"] else low
    if high < low:
        raise ValueError("a range whose end is below its beginning")
    bound = Bound.EXACT
    if match["high"]:
        bound = Bound.RANGE
    elif match["plus"]:
        bound = Bound.AT_LEAST
    elif match["about"]:
        bound = Bound.ABOUT
    return Quantity(text, low, high, bound, is_percent=bool(match["percent"]))


ValueStatus = Literal["reported", "adjusted", "modelled", "computed"]
"""Who made a value: reported by its source, adjusted or modelled by it, or computed by us."""


class OtherCount(Part):
    """Another number that a source gives for the same thing. Kept, never corrected."""

    value: Quantity
    """The number as that source gives it."""
    citations: Citations = ()
    """Which source."""
    note: Line | None = None
    """Where they differ."""


class Count(Part):
    """How many persons or things, with who says so."""

    value: Quantity
    """The number: `3`, `70+` for at least, `~16` for about, `16-76` for a range."""
    unit: Prose | None = None
    """What is counted, such as `persons`."""
    printed: Line | None = None
    """The characters as the source prints them, where they differ."""
    status: ValueStatus = "reported"
    """Reported, adjusted or modelled by the source, or computed by us."""
    period: When | None = None
    """The time that the number covers."""
    figure: Id | None = None
    """The figure of `figures.yaml` that it is, to be compared with it."""
    other_accounts: tuple[OtherCount, ...] = ()
    """Other numbers that sources give: 7 dead where another has 6. The chronology prints them."""
    citations: Citations = ()
    """Where it is taken from."""

    @property
    def given(self) -> tuple[Quantity, ...]:
        """Every number that is given for it."""
        return (self.value, *(other.value for other in self.other_accounts))


CountField = Annotated[Count, in_short("value", Count)]
"""A number, or a number with unit, period and citations."""
