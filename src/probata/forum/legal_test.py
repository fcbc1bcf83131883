"""The legal test of a forum: its limbs, and which of them the records of an allegation lead to.

What is derived here is a question to the lawyer and no answer: a limb that is reached still needs its text and its
evidence. That no limb is reached is an ordinary outcome.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol, Self

from pydantic import Field, model_validator

from probata.forum.sourced import Code, Line, Part, Sourced

# What leads to a limb of a legal test: the conduct alleged, and the ground on which somebody is responsible for it.

NOT_STATED = "not_stated"


class Ground(Protocol):
    """A ground of responsibility, as the records state it."""

    @property
    def link(self) -> str:
        """How the person stands to those who acted."""

    @property
    def conduct(self) -> Sequence[str]:
        """What the person did or left undone; empty where nothing is stated."""

    @property
    def shown_label(self) -> str | None:
        """`command`, `oversight`, or nothing."""


class Condition(Part):
    """What leads to a limb. Each list that is given must be met by one of its members; a list left out is no condition.

    All lists on responsibility must be met by one and the same ground.
    """

    conduct: tuple[Code, ...] = ()
    """Codes of the conduct alleged."""
    responsibility_link: tuple[Code, ...] = ()
    """How the person stands to those who acted."""
    responsibility_label: tuple[Literal["command", "oversight"], ...] = ()
    """The plain word."""
    responsibility_conduct: tuple[Code, ...] = ()
    """What the person did or left undone; `not_stated` is met by a ground that states nothing."""

    @model_validator(mode="after")
    def _asks_for_something(self) -> Self:
        if not (self.conduct or self._asks_for_a_ground):
            raise ValueError("a condition names at least one thing")
        return self

    @property
    def _asks_for_a_ground(self) -> bool:
        return bool(self.responsibility_link or self.responsibility_label or self.responsibility_conduct)

    def met_by(self, conduct: Collection[str], grounds: Iterable[Ground]) -> bool:
        """Tell whether an allegation of this conduct on these grounds meets the condition."""
        if self.conduct and not set(self.conduct) & set(conduct):
            return False
        return not self._asks_for_a_ground or any(self._met_by_ground(ground) for ground in grounds)

    def _met_by_ground(self, ground: Ground) -> bool:
        done = set(ground.conduct) or {NOT_STATED}
        return (
            (not self.responsibility_link or ground.link in self.responsibility_link)
            and (not self.responsibility_label or ground.shown_label in self.responsibility_label)
            and (not self.responsibility_conduct or bool(done & set(self.responsibility_conduct)))
        )


class Limb(Sourced):
    """One limb of the test. `verified` speaks of its words."""

    id: Line
    """Number of the limb, such as `6(3)(a)`; allegations refer to it. Opaque: nothing is read out of it."""
    label: Line
    """The limb in a few words."""
    text: Line
    """Its words, to be printed; never the number alone."""
    kind: Literal["right", "status", "involvement"]
    """A right protected, a kind of person reached, or a kind of involvement."""
    number_in_doubt: bool = False
    """True where the words are known and the letter was not read."""
    instrument: Code | None = None
    """Instrument of the catalogue that holds it."""
    provision: Line | None = None
    """Its number there."""
    when: tuple[Condition, ...] = ()
    """Any of these leads to it; empty where the records alone never do and a lawyer must choose it."""
    needs: tuple[Annotated[tuple[Line, ...], Field(min_length=1)], ...] = ()
    """Numbers of limbs without which this one is not met: one of each group is argued with it."""
    needs_rule: Code | None = None
    """The rule that asks for them."""

    @model_validator(mode="after")
    def _needs_by_a_rule(self) -> Self:
        if self.needs and not self.needs_rule:
            raise ValueError("a limb that needs others says under `needs_rule` by which rule")
        return self

    def reached_by(self, conduct: Collection[str], grounds: Sequence[Ground]) -> bool:
        """Tell whether the records of an allegation lead to this limb."""
        return any(condition.met_by(conduct, grounds) for condition in self.when)


class NeededLimb(Part):
    """A limb without which no allegation meets the test: one of some kinds, or one of those named."""

    id: Code
    """Short name, by which a forum that inherits it may change it."""
    label: Line
    """How messages call it."""
    kinds: tuple[Literal["right", "status", "involvement"], ...] = ()
    """Kinds of limbs; any of them will do."""
    limbs: tuple[Line, ...] = ()
    """Numbers of limbs that will do, too, whatever their kind."""
    basis: Code | None = None
    """Short name of the basis that needs it, where the forum has several: one of them must be complete by itself, and
    each of which something is argued. What belongs to none is needed whatever the basis."""
    rule: Code
    """The rule that asks for it."""

    @model_validator(mode="after")
    def _limbs_of_a_basis_are_named(self) -> Self:
        if self.basis and self.kinds:
            raise ValueError("what a basis needs is named under `limbs`; a kind is of all bases")
        return self

    def met_by(self, argued: Iterable[Limb]) -> bool:
        """Tell whether one of the limbs argued is such a limb."""
        return any(limb.kind in self.kinds or limb.id in self.limbs for limb in argued)


class Uncovered(Part):
    """Conduct that the forum does not reach by itself."""

    conduct: tuple[Code, ...]
    """Codes of conduct."""
    remark: Line
    """What to do instead."""
    rule: Code
    """The rule that says so."""


def limbs_reached(limbs: Iterable[Limb], conduct: Collection[str], grounds: Sequence[Ground]) -> tuple[Limb, ...]:
    """Return the limbs that an allegation of this conduct on these grounds leads to, in the order of the test."""
    return tuple(limb for limb in limbs if limb.reached_by(conduct, grounds))


# What an argument lacks to meet a forum's legal test, limb by limb and basis by basis.
# A forum may have several bases with a test each. An argument stands on a basis that is complete by itself: limbs of
# two bases, neither complete, meet no test. A basis that is begun is put forward, so it must be complete too, even
# beside another that is.


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
