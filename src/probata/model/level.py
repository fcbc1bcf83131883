"""How much the findings of a check weigh, where a forum or a case says otherwise than the check."""

from __future__ import annotations

from typing import Literal

from probata.model.record import Id, Line, Part

Level = Literal["must_fix", "should_fix", "note"]
"""The weights as records name them."""


class LevelOfCheck(Part):
    """A weight for all findings of one check."""

    check: Id
    """Name of the check, such as `relative-time-word`; `probata list checks` shows them."""
    level: Level
    """`must_fix`, `should_fix` or `note`."""
    reason: Line
    """Why; it is told with each finding."""
