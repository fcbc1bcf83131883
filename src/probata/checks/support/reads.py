"""Which reads the forums of a case ask for, of which allegation, and how much it weighs that one is missing."""

from __future__ import annotations

from collections.abc import Mapping

from probata.checks.check_input import CheckInput
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


def asked_reads(case: CheckInput) -> dict[tuple[str, AllegationRead], Severity]:
    """Return the reads that the forums looked at ask for, by allegation and kind, with the heaviest weight.

    While the case or the allegation says that it is a draft, or the case is an illustration, nothing is filed: then it
    is a note; not so where the case is looked at as it would be filed.
    """
    asked: dict[tuple[str, AllegationRead], Severity] = {}
    for allegation, profile in case.allegations_by_forum:
        for required in profile.reads:
            weight = profile.weight_of(required) if _may_be_filed(case, allegation) else Severity.INFO
            key = (allegation.id, required.read_as)
            asked[key] = min(weight, asked.get(key, weight), key=lambda one: one.rank)
    return asked


def _may_be_filed(case: CheckInput, allegation: Allegation) -> bool:
    if case.as_filed:
        return True
    says_draft = "status" in allegation.model_fields_set and allegation.status == "draft"
    return case.graph.case.status == "ready" and not says_draft
