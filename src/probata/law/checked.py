"""What was read where, and when: the common part of every legal fact in the catalogue."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

CONFIG = ConfigDict(extra="forbid", frozen=True, defer_build=True)

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
"""Id of an instrument, a code of conduct or a declaration."""

Text = Annotated[str, StringConstraints(min_length=1)]

Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
"""Where a text was read."""

PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A day, a month or a year, no more precise than its source."""


class Fact(BaseModel):
    """A part of the catalogue that nobody has to have read."""

    model_config = CONFIG


class Checked(Fact):
    """A legal fact with where and when it was read."""

    source: Address | None = None
    """Where it was read."""
    read_on: date | None = None
    """The day on which it was read there."""
    recheck_by: date | None = None
    """The day by which it must be read again, of what may change."""
    verified: bool = False
    """True where it was read at that source; what is known from memory alone never is."""
    remark: Text | None = None
    """What a lawyer must know before relying on it."""

    @model_validator(mode="after")
    def _verified_needs_a_source(self) -> Self:
        if self.verified and not (self.source and self.read_on):
            raise ValueError("what is verified names its source and the day on which it was read")
        return self
