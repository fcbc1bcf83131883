"""The matrix of proof: each allegation that is pursued by each element that its legal tests ask for.

Support counts only where no check finds it unfit. What speaks against always counts: our own checks must not strike it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from probata.forum import Profile
from probata.graph.case_graph import CaseGraph
from probata.graph.independence import Origins, origins_of
from probata.law import Catalogue, Requirement
from probata.model.allegation import Allegation, Evidence, StatedGap
from probata.proof.items import faults_of, item_of
from probata.proof.legal_tests import LegalTest, tests_of
from probata.proof.result import AllegationProof, Asked, Fault, Item, Row
from probata.proof.unfit import Unfit
from probata.proof.weigh import status_of

Key = tuple[tuple[str, ...], str]
"""Elements of which one will do, and the person; no person for what was done."""


def prove(
    graph: CaseGraph, catalogue: Catalogue, profiles: Iterable[Profile], unfit: Unfit | None = None
) -> tuple[AllegationProof, ...]:
    """Return how each allegation that is pursued stands, in the order of the records.

    `profiles` are those of the forums whose criteria are asked for. Without `unfit` all support counts.
    """
    known, origins = tuple(profiles), origins_of(graph)
    pursued = (allegation for allegation in graph.allegations if allegation.pursued)
    return tuple(_prove(graph, catalogue, known, unfit or Unfit(), origins, found) for found in pursued)


def _prove(
    graph: CaseGraph, catalogue: Catalogue, profiles: tuple[Profile, ...], unfit: Unfit, origins: Origins,
    allegation: Allegation,
) -> AllegationProof:  # fmt: skip
    tests = tests_of(allegation, graph, catalogue, profiles)
    asked: dict[Key, list[Asked]] = {}
    for test in tests:
        for requirement in test.requirements:
            for person in _persons(test, requirement, catalogue):
                asked.setdefault((_ordered(requirement, catalogue), person), []).append(_asked(test, requirement))
    # What names no element goes to none.
    items = [
        item_of(graph, allegation, place, evidence)
        for place, evidence in enumerate(allegation.evidence)
        if evidence.elements
    ]
    rows = (_row(allegation, catalogue, key, tuple(by), items, unfit, origins) for key, by in asked.items())
    without = tuple(test.name for test in tests if not test.requirements)
    return AllegationProof(allegation.id, allegation.title, tuple(rows), without, bool(items))


def _ordered(requirement: Requirement, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the elements in the order of the catalogue, so that two tests that ask for the same share a row."""
    wanted = requirement.any_of
    return wanted if len(wanted) == 1 else tuple(element for element in catalogue.elements if element in wanted)


def _persons(test: LegalTest, requirement: Requirement, catalogue: Catalogue) -> tuple[str, ...]:
    """Return for whom a requirement must be shown: each person by themselves, or once for what was done."""
    element = catalogue.elements[requirement.any_of[0]]
    return test.persons or ("",) if element.about == "person" else ("",)


def _asked(test: LegalTest, requirement: Requirement) -> Asked:
    read_on = requirement.read_on.isoformat() if requirement.read_on else ""
    return Asked(test.name, test.kind, test.forums, requirement.text, requirement.source or "", read_on,
                 requirement.verified)  # fmt: skip


def _row(
    allegation: Allegation, catalogue: Catalogue, key: Key, asked_by: tuple[Asked, ...], items: list[Item],
    unfit: Unfit, origins: Origins,
) -> Row:  # fmt: skip
    elements, person = key
    going = [item for item in items if _goes_to(allegation.evidence[item.position], key)]
    weighed = [_weighed(item, faults_of(item, allegation.id, elements, person, unfit)) for item in going]
    support = tuple(item for item in weighed if not allegation.evidence[item.position].against)
    against = tuple(_weighed(item, ()) for item in going if allegation.evidence[item.position].against)
    independent = _independent(allegation, elements, support, origins)
    gap = next((gap.reason for gap in allegation.gaps if _goes_to(gap, key)), "")
    label, definition = _in_words(elements, catalogue)
    in_part = unfit.in_part_of(allegation.id, elements, person)
    return Row(
        elements, label, definition, person, asked_by,
        status_of(support, against, independent, gap, origins.graph, bool(in_part)), independent, support, against, gap,
        in_part,
    )  # fmt: skip


def _in_words(elements: tuple[str, ...], catalogue: Catalogue) -> tuple[str, str]:
    """Return what elements of which one will do are called, and what they mean."""
    named = [catalogue.elements[element] for element in elements]
    return " or ".join(one.label for one in named), " ".join(one.definition for one in named)


def _weighed(item: Item, faults: tuple[Fault, ...]) -> Item:
    return item if item.faults == faults else replace(item, faults=faults)


def _independent(
    allegation: Allegation, elements: tuple[str, ...], support: tuple[Item, ...], origins: Origins
) -> tuple[str, ...]:
    """Return the independent sources for the best supported of the elements: two for two of them bear out neither."""
    counted = [(item.source, allegation.evidence[item.position].elements) for item in support if not item.faults]
    if not counted:
        return ()
    found = (origins.independent(source for source, named in counted if one in named) for one in elements)
    return max(found, key=len, default=())


def _goes_to(told: Evidence | StatedGap, key: Key) -> bool:
    """Tell whether evidence or a stated gap is about one of the elements, and of this person where one is meant."""
    elements, person = key
    return bool(set(told.elements) & set(elements)) and (not person or not told.persons or person in told.persons)
