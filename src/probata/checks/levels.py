"""How much a finding weighs: as its check says, unless the forum or the case says otherwise."""

from __future__ import annotations

from dataclasses import replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.diagnostics import Diagnostic, Severity, say

_WEIGHTS = {"must_fix": Severity.ERROR, "should_fix": Severity.WARNING, "note": Severity.INFO}


def apply_levels(found: Diagnostic, case: CheckInput) -> Diagnostic:
    """Return a finding with the weight that the case sets for its check, or else the forums looked at.

    Of several forums the heaviest counts, and one that sets nothing counts with the finding's own weight: what one
    forum takes lightly may be fatal in another. A gap that must be filled keeps its weight, as with decisions.
    """
    severity, told = _of_case(found, case) or _of_forums(found, case) or (found.severity, ())
    if severity is found.severity or found.needed:
        return found
    return replace(found, severity=severity, notes=(*found.notes, *told))


def apply_status(found: Diagnostic, check: Check, case: CheckInput) -> Diagnostic:
    """Return a finding on the form of a filing as a note where the case is an illustration: nothing of it is filed."""
    is_form = check.of_form and found.record.partition("/")[0] in {"case", "filings"}
    if not is_form or case.graph.case.status != "illustration" or found.severity is Severity.INFO:
        return found
    told = "a note, since the case is an illustration and is never filed"
    return replace(found, severity=Severity.INFO, notes=(*found.notes, told))


def _of_case(found: Diagnostic, case: CheckInput) -> tuple[Severity, tuple[str, ...]] | None:
    own = next((level for level in case.graph.case.levels if level.check == found.name), None)
    return (_WEIGHTS[own.level], (f"weight set by the case: {own.reason}",)) if own else None


def _of_forums(found: Diagnostic, case: CheckInput) -> tuple[Severity, tuple[str, ...]] | None:
    profiles = {profile.id: profile for _, profile in case.filings}
    said = {name: profile.levels[found.name] for name, profile in profiles.items() if found.name in profile.levels}
    if not said:
        return None
    weights = [_WEIGHTS[level.level] for level in said.values()]
    weights += [found.severity] if len(said) < len(profiles) else []
    heaviest = min(weights, key=lambda weight: weight.rank)
    reasons = (f"weight set by {say.words(name)}: {level.reason}" for name, level in said.items())
    return heaviest, tuple(reason for reason, weight in zip(reasons, weights, strict=False) if weight is heaviest)
