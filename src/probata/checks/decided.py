"""Findings that the person who signs has decided, by `decisions.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from probata.diagnostics import Diagnostic, Severity
from probata.model.decision import Decision

Decisions = Mapping[tuple[str, str], Decision]
"""Decisions by the name of the check and the record."""


def index_decisions(decisions: Iterable[Decision]) -> Decisions:
    """Return the decisions by what they decide; of two on the same finding the later in the file stands."""
    return {(decision.check, decision.record): decision for decision in decisions}


def apply_decision(found: Diagnostic, decisions: Decisions) -> Diagnostic:
    """Return a decided finding as a note that tells the decision, its reason, author and date; others unchanged.

    A gap that must be filled keeps its weight: what no document goes out without is not there, whatever was decided.
    """
    decision = decisions.get((found.name, found.record))
    if decision is None:
        return found
    told = (
        f"decided: {decision.decision}",
        f"reason: {decision.reason}",
        f"by {decision.author}, {decision.date.text}",
    )
    severity = Severity.ERROR if found.gap and found.severity is Severity.ERROR else Severity.INFO
    return replace(found, severity=severity, notes=(*found.notes, *told))
