"""What an argument lacks to meet a forum's legal test, limb by limb and basis by basis.

A forum may have several bases with a test each. An argument stands on a basis that is complete by itself: limbs of two
bases, neither complete, meet no test. A basis that is begun is put forward, so it must be complete too, even beside
another that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from probata.forum.legal_test import Limb, NeededLimb


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing that is not argued and must be."""

    label: str
    """How a draft calls it."""
    limbs: tuple[Limb, ...]
    """Any of these will do."""
    rule: str
    """The rule that asks for it."""
    basis: str | None = None
    """The basis that lacks it; `None` where it is needed whatever the basis."""
    needed_by: tuple[Limb, ...] = ()
    """The limbs argued that are not met without it; empty where the test itself asks for it."""


def lacking(test: Sequence[Limb], needed: Sequence[NeededLimb], argued: Sequence[Limb]) -> tuple[Lacking, ...]:
    """Return what an argument of these limbs lacks, in the order of the profile; nothing where it meets the test.

    Where nothing is argued of any basis, what each of them needs is given: one of them will do.
    """
    members = {basis: _members(test, needed, basis) for one in needed if (basis := one.basis)}
    missing = (*_needed(test, needed, argued), *_needs(test, argued, members))
    wanting = {one.basis for one in missing}
    here = {limb.id for limb in argued}
    held = {limb for basis, of_it in members.items() if basis not in wanting for limb in of_it & here}
    begun = {basis for basis, of_it in members.items() if of_it & here - held}
    shown = {None, *begun} if begun or held else {None, *members}
    return tuple(one for one in missing if one.basis in shown)


def _members(test: Sequence[Limb], needed: Sequence[NeededLimb], basis: str) -> frozenset[str]:
    """Return the limbs of a basis: those that it needs, and those that these need in turn."""
    first = {limb for one in needed if one.basis == basis for limb in one.limbs}
    besides = {limb for one in test if one.id in first for group in one.needs for limb in group}
    return frozenset(first | besides)


def _needed(test: Sequence[Limb], needed: Sequence[NeededLimb], argued: Sequence[Limb]) -> Iterator[Lacking]:
    for one in needed:
        if not one.met_by(argued):
            yield Lacking(one.label, tuple(limb for limb in test if one.met_by((limb,))), one.rule, one.basis)


def _needs(test: Sequence[Limb], argued: Sequence[Limb], members: Mapping[str, frozenset[str]]) -> Iterator[Lacking]:
    """Give what limbs that are argued need besides, once for all of a basis that need the same."""
    here = {limb.id for limb in argued}
    wanted: dict[tuple[tuple[str, ...], str, str | None], list[Limb]] = {}
    for limb in dict.fromkeys(argued):
        basis = next((basis for basis, of_it in members.items() if limb.id in of_it), None)
        for group in limb.needs:
            if not here & set(group):
                wanted.setdefault((group, limb.needs_rule or "", basis), []).append(limb)
    for (group, rule, basis), by in wanted.items():
        will_do = tuple(limb for limb in test if limb.id in group)
        label = " or ".join(f"{limb.label} ({limb.id})" for limb in will_do)
        yield Lacking(label, will_do, rule, basis, tuple(by))
