"""What leads to a limb of a legal test: the conduct alleged, and the ground on which somebody is responsible for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Literal, Protocol, Self

from pydantic import model_validator

from probata.forum.sourced import Code, Part

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
