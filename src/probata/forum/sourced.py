"""What every rule of a forum carries: where it was read, on which day, and whether it was read at its source."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from probata.diagnostics import Severity

CONFIG = ConfigDict(extra="forbid", frozen=True, defer_build=True)

Line = Annotated[str, StringConstraints(min_length=1)]

Code = Annotated[str, StringConstraints(pattern=r"^_?[A-Za-z0-9][A-Za-z0-9_-]*$")]
"""Id of a forum, a rule, a place or a code of conduct."""

PRACTICE = "practice"
"""Source of a rule that is custom of the trade and stands in no text."""

RuleSource = Annotated[str, StringConstraints(pattern=rf"^(https?://\S+|{PRACTICE})$")]


class Part(BaseModel):
    """A part of a profile."""

    model_config = CONFIG


class Sourced(Part):
    """Something that a forum is said to want, with where that was read."""

    source: RuleSource
    """Address of the text, or `practice` for a custom of the trade."""
    read_on: date | None = None
    """The day on which the text was read."""
    recheck_by: date | None = None
    """The day by which it must be read again."""
    verified: bool = False
    """True where it was read at that address. A rule that was not warns at most and never blocks by itself."""
    remark: Line | None = None
    """What a lawyer must know before relying on it."""

    @property
    def heaviest(self) -> Severity:
        """The heaviest finding that may rest on it: must fix where it was read at its source, else should fix."""
        return Severity.ERROR if self.verified else Severity.WARNING

    @model_validator(mode="after")
    def _verified_needs_a_text(self) -> Self:
        if self.verified and (self.source == PRACTICE or not self.read_on):
            raise ValueError("what is verified names the address of its text and the day on which it was read")
        return self
