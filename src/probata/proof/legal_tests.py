"""The legal tests that an allegation faces: provisions alleged, criteria of its forums, modes of liability."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from probata.diagnostics.value import value
from probata.forum import Limb, Profile
from probata.graph.case_graph import CaseGraph
from probata.graph.charged import persons_charged
from probata.graph.counts import limbs_on
from probata.law import Catalogue, Requirement
from probata.model.allegation import Allegation, LimbFinding
from probata.model.role import Role

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
