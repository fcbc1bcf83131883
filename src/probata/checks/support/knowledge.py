"""The evidence that is recorded to show what a person knew."""

from __future__ import annotations

from probata.model.allegation import Allegation, Evidence

KNOWLEDGE = frozenset({"knew", "should-have-known", "disregarded-information"})
"""Elements of knowledge, as `law/elements.yaml` has them."""


def evidence_of_knowledge(allegation: Allegation, person: str) -> tuple[Evidence, ...]:
    """Return the items that go to an element of knowledge of a person and speak for it, in their order."""
    return tuple(
        item
        for item in allegation.evidence
        if not item.against and KNOWLEDGE & {*item.elements} and (not item.persons or person in item.persons)
    )
