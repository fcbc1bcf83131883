"""The matrix of proof: each allegation that is pursued by each element that its legal tests ask for.

Support counts only where no check finds it unfit. What speaks against always counts: our own checks must not strike it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from probata.diagnostics.value import value
from probata.forum import Limb, Profile
from probata.graph.case_graph import CaseGraph
from probata.graph.filings import limbs_on, persons_charged
from probata.graph.sources import Origins, origins_of
from probata.law import Catalogue, Requirement
from probata.model.allegation import Allegation, Evidence, LimbFinding, StatedGap
from probata.model.exhibit import Exhibit
from probata.model.role import Role
from probata.model.source_record import Source
from probata.proof.result import AllegationProof, Asked, Fault, Item, Row, Status

# What cannot support an allegation until it is mended, as the checks of the case find it.

OfElement = tuple[str, str, str]
"""Id of an allegation, of an element and of the person of whom it is so; no person where it is so of all."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """The faults, by what they are about; empty where nothing was checked."""

    items: Mapping[tuple[str, int], tuple[Fault, ...]] = field(default_factory=dict)
    """Id of an allegation and place in its evidence → faults of that one item."""
    records: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    """Record, such as `quotations/order` → faults of whatever rests on it."""
    elements: Mapping[OfElement, tuple[Fault, ...]] = field(default_factory=dict)
    """Faults of all support for an element."""
    in_part: Mapping[OfElement, tuple[Fault, ...]] = field(default_factory=dict)
    """Faults of all support for an element as to a part of what is alleged: it counts, and is weak."""

    def of(self, allegation: str, elements: Iterable[str], person: str) -> tuple[Fault, ...]:
        """Return the faults of all support for some elements, as to one person."""
        return _found(self.elements, allegation, elements, person)

    def in_part_of(self, allegation: str, elements: Iterable[str], person: str) -> tuple[Fault, ...]:
        """Return the faults of it as to a part of what is alleged."""
        return _found(self.in_part, allegation, elements, person)


def _found(
    known: Mapping[OfElement, tuple[Fault, ...]], allegation: str, elements: Iterable[str], person: str
) -> tuple[Fault, ...]:
    if not known:
        return ()
    keys = ((allegation, element, of) for element in elements for of in dict.fromkeys(("", person)))
    return tuple(dict.fromkeys(fault for key in keys for fault in known.get(key, ())))


# Items of evidence with what they rest on: source, quotations, tables, exhibits and the statements behind them.


def item_of(graph: CaseGraph, allegation: Allegation, position: int, evidence: Evidence) -> Item:
    """Return one item of an allegation's evidence."""
    place = evidence.pinpoint
    return Item(
        record=f"allegations/{allegation.id}",
        position=position,
        source=evidence.source,
        pinpoint=f"{place.type} {place.value}" if place else evidence.remark or "",
        shows=evidence.supports or "",
        quote=evidence.quote or "",
        rests_on=rests_on(graph, evidence),
        faults=(),
        answered=evidence.answered or "",
    )


def rests_on(graph: CaseGraph, evidence: Evidence) -> tuple[str, ...]:
    """Return the records of the case behind an item, each once; an instrument of law is none of them."""
    return tuple(dict.fromkeys(_behind(graph, evidence)))


def _behind(graph: CaseGraph, evidence: Evidence) -> Iterator[str]:
    named = (
        ("sources", (evidence.source,)),
        ("authorities", (evidence.source,)),
        ("quotations", evidence.quotations),
        ("datasets", evidence.datasets),
    )
    for kind, ids in named:
        yield from (f"{kind}/{key}" for key in ids if graph.has(kind, key))
    for exhibit in graph.once("exhibits by source", lambda: _by_source(graph)).get(evidence.source, ()):
        yield f"exhibits/{exhibit.id}"
        if exhibit.statement and graph.has("statements", exhibit.statement):
            yield f"statements/{exhibit.statement}"


def _by_source(graph: CaseGraph) -> dict[str, list[Exhibit]]:
    found: dict[str, list[Exhibit]] = {}
    for exhibit in graph.exhibits:
        if exhibit.source:
            found.setdefault(exhibit.source, []).append(exhibit)
    return found


def faults_of(item: Item, allegation: str, elements: Iterable[str], person: str, unfit: Unfit) -> tuple[Fault, ...]:
    """Return why an item does not count for some elements, as to one person; none where it counts."""
    found = (
        *unfit.items.get((allegation, item.position), ()),
        *(fault for record in item.rests_on for fault in unfit.records.get(record, ())),
        *unfit.of(allegation, elements, person),
    )
    return tuple(dict.fromkeys(found))


Kind = Literal["provision", "criterion", "mode"]


@value()
class LegalTest:
    """A test, and whom it is applied to."""

    kind: Kind
    name: str
    """As lawyers call it: `UNCAT art 1`."""
    persons: tuple[str, ...]
    """The persons to whom it is applied; empty where the allegation names nobody."""
    requirements: tuple[Requirement, ...]
    """What it asks for; empty where that is not recorded."""
    forums: tuple[str, ...] = ()
    """Of a criterion: the forums whose it is."""


def tests_of(
    allegation: Allegation, graph: CaseGraph, catalogue: Catalogue, profiles: Iterable[Profile]
) -> tuple[LegalTest, ...]:
    """Return the tests that an allegation faces, each once; those of a forum only where a text argues them."""
    charged, limbs = persons_charged(allegation, graph), limbs_on(graph, allegation)
    merged: dict[tuple[Kind, str], LegalTest] = {}
    found = (
        *_provisions(allegation, catalogue, charged),
        *(test for profile in profiles for test in _criteria(limbs, catalogue, profile, charged)),
        *_modes(allegation, graph, catalogue),
    )
    for test in found:
        earlier = merged.get((test.kind, test.name), test)
        persons = tuple(dict.fromkeys((*earlier.persons, *test.persons)))
        forums = tuple(dict.fromkeys((*earlier.forums, *test.forums)))
        is_same = (persons, forums) == (earlier.persons, earlier.forums)
        merged[test.kind, test.name] = earlier if is_same else replace(earlier, persons=persons, forums=forums)
    return tuple(merged.values())


def _provisions(allegation: Allegation, catalogue: Catalogue, charged: tuple[str, ...]) -> Iterator[LegalTest]:
    for alleged in allegation.provisions:
        if alleged.instrument:
            name, requirements = _looked_up(catalogue, alleged.instrument, alleged.provision)
            yield LegalTest("provision", name, charged, requirements)


def _criteria(
    limbs: Iterable[LimbFinding], catalogue: Catalogue, profile: Profile, charged: tuple[str, ...]
) -> Iterator[LegalTest]:
    for argued in limbs:
        limb = profile.limb(argued.limb) if argued.forum in profile.names else None
        if limb is not None:
            name, requirements = _of_limb(catalogue, limb, profile)
            yield LegalTest("criterion", name, argued.persons or charged, requirements, (profile.id,))


def _of_limb(catalogue: Catalogue, limb: Limb, profile: Profile) -> tuple[str, tuple[Requirement, ...]]:
    if limb.instrument is None:
        return f"{profile.id} {limb.id}", ()
    return _looked_up(catalogue, limb.instrument, limb.provision)


def _modes(allegation: Allegation, graph: CaseGraph, catalogue: Catalogue) -> Iterator[LegalTest]:
    for alleged in allegation.roles:
        role = graph.find("roles", Role, alleged.role)
        if role is None:
            continue
        for ground in alleged.grounds_from(role):
            for mode in (mode for mode in catalogue.modes if mode.is_of(ground)):
                name, requirements = _looked_up(catalogue, mode.instrument, mode.provision)
                yield LegalTest("mode", f"{mode.label} ({name})", (role.person,), requirements)


def _looked_up(catalogue: Catalogue, instrument_id: str, number: str | None) -> tuple[str, tuple[Requirement, ...]]:
    """Return a provision's name and what it asks for; by its id where the catalogue does not know the instrument."""
    instrument = catalogue.instrument(instrument_id)
    if instrument is None:
        return f"{instrument_id} {number or ''}".strip(), ()
    place = instrument.pinpoint(number) if number else ""
    return f"{instrument.abbreviation} {place}".strip(), instrument.requirements(number) if number else ()


def status_of(
    support: Sequence[Item], against: Sequence[Item], independent: Sequence[str], gap: str, graph: CaseGraph,
    is_in_part: bool = False,
) -> Status:  # fmt: skip
    """Return the status. An element without support is a gap, whatever speaks against it.

    An answer to what speaks against proves nothing by itself: the support must count as it must without it. What
    nobody has answered goes before weakness, since it is what the other side says first.
    `independent` are the sources that count, of which no two have a common origin; `gap` is the reason of a stated gap;
    `is_in_part` says that the support is good for a part of what is alleged only.
    """
    if not support:
        return Status.GAP_STATED if gap else Status.GAP
    if not all(item.answered for item in against):
        return Status.UNANSWERED
    if is_in_part or is_weak(support, independent, graph):
        return Status.WEAK
    return Status.ANSWERED if against else Status.SUPPORTED


def is_weak(support: Sequence[Item], independent: Sequence[str], graph: CaseGraph) -> bool:
    """Tell whether nothing counts, or all that counts has one origin and is secondary; a judgment stands by itself."""
    counted = [item.source for item in support if not item.faults]
    return not independent or (len(independent) == 1 and all(_is_secondary(graph, key) for key in counted))


def _is_secondary(graph: CaseGraph, key: str) -> bool:
    source = graph.find("sources", Source, key)
    return source is not None and source.rank != "primary"


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
