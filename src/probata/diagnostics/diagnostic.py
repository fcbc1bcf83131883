"""One finding: a fact about the user's data, its place and the next step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from probata.diagnostics.span import Span

_OF_READING = frozenset({"SRC", "REC", "REF", "TAB", "MKD"})
"""Families of findings on the files themselves: a misspelt field comes before the gap that it leaves."""


class Severity(StrEnum):
    """How much a finding weighs. The values are those of the JSON output."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        """The words that users read."""
        return {"error": "must fix", "warning": "should fix", "info": "note"}[self.value]

    @property
    def rank(self) -> int:
        """0 for the heaviest, so that sorting by rank puts it first."""
        return ("error", "warning", "info").index(self.value)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding. `message` states the fact, `help` names the next action."""

    code: str
    """Three letters of the family and three digits, for searching: `TIM101`."""

    name: str
    """What is found, in words joined by hyphens; reads well after "allow"."""

    severity: Severity
    message: str
    """One sentence, lower case, no final stop, the user's own words in backticks."""

    span: Span | None = None
    help: str = ""
    notes: tuple[str, ...] = ()
    record: str = ""
    """Id of the record that the finding is about, or empty."""

    gap: bool = False
    """True where something that a forum requires is missing: a draft names it on its first page.

    `--final` refuses where it must be fixed, whatever was decided.
    """

    order: int = 0
    """Place among the findings of one weight: what opposing counsel would use first has the smallest number."""

    @property
    def sort_key(self) -> tuple[int, bool, int, str, int, int, str, str]:
        """Heaviest first, what was found in reading before what follows from it, then in order of use, and by place."""
        place = self.span or Span(path="")
        follows = self.code[:3] not in _OF_READING
        return (self.severity.rank, follows, self.order, place.path, place.line, place.column, self.code, self.message)
