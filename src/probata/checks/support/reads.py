"""Which reads the forums of a case ask for, of which allegation, and how much it weighs that one is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probata.checks.check_input import CheckInput
from probata.checks.support.by_rule import by_rule
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.read import AllegationRead

CALLED: Mapping[AllegationRead, str] = {
    "fact": "its facts",
    "law": "its law",
    "source_protection": "the protection of its sources",
    "libel": "libel",
}
"""For what an allegation is read, in the words of messages."""


@dataclass(frozen=True, slots=True)
class AskedRead:
    """A read that is asked for."""

    severity: Severity
    """How much it weighs that it is missing."""
    notes: tuple[str, ...]
    """By which rule it is asked for."""


def asked_reads(case: CheckInput) -> dict[tuple[str, AllegationRead], AskedRead]:
    """Return the reads that the forums looked at ask for, by allegation and kind, with the heaviest weight.

    While the case or the allegation says that it is a draft, or the case is an illustration, nothing is filed: then it
    is a note; not so where the case is looked at as it would be filed.
    """
    asked: dict[tuple[str, AllegationRead], AskedRead] = {}
    for allegation, profile in case.allegations_by_forum:
        for required in profile.reads:
            weight = profile.weight_of(required) if _may_be_filed(case, allegation) else Severity.INFO
            key, found = (allegation.id, required.read_as), AskedRead(weight, by_rule(profile, required))
            asked[key] = min(asked.get(key, found), found, key=lambda one: one.severity.rank)
    return asked


def _may_be_filed(case: CheckInput, allegation: Allegation) -> bool:
    if case.as_filed:
        return True
    says_draft = "status" in allegation.model_fields_set and allegation.status == "draft"
    return case.graph.case.status == "ready" and not says_draft
