"""A rule of a forum."""

from __future__ import annotations

from collections.abc import Iterable

from probata.diagnostics import Severity
from probata.forum.sourced import Code, Line, Sourced


class Analogy(Sourced):
    """A text that does not apply to the document and is followed by analogy."""

    provision: Line
    """The provision, as cited."""


class Rule(Sourced):
    """A rule, in our words."""

    id: Code
    """Short name, by which the other parts of the profile refer to it."""
    text: Line
    """What the rule says."""
    optional: bool = False
    """True for advice that may be set aside without a word."""
    analogy: Analogy | None = None
    """The text that is followed by analogy; that it was read does not make this rule verified."""

    @property
    def heaviest(self) -> Severity:
        """As for everything with a source, and no more than should fix where the rule is optional."""
        return Severity.WARNING if self.optional else super().heaviest


def heaviest_of(rules: Iterable[Rule]) -> Severity:
    """Return the heaviest finding that may rest on several rules together; on none of them, should fix."""
    return min((rule.heaviest for rule in rules), key=lambda weight: weight.rank, default=Severity.WARNING)
