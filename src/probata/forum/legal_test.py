"""The legal test of a forum: its limbs, and which of them the records of an allegation lead to.

What is derived here is a question to the lawyer and no answer: a limb that is reached still needs its text and its
evidence. That no limb is reached is an ordinary outcome.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from probata.forum.condition import Condition, Ground
from probata.forum.sourced import Code, Line, Part, Sourced


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
