"""What can be done with each change, and what may be done with all of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from probata.diagnostics.cannot_continue import CannotContinueError
from probata.pull.offers import Offer

Choice = Literal["take", "keep", "drop"]


def possible(one: Offer) -> list[Choice]:
    """Return what can be done with a change."""
    can: list[tuple[Choice, bool]] = [("take", one.taken is not None), ("keep", one.kept is not None), ("drop", True)]
    return [choice for choice, is_so in can if is_so]


def by_all(one: Offer) -> list[Choice]:
    """Return what is done with a change where all are meant and none is named.

    Of changes that contradict each other none is taken so, nor is a whole section; of those after which other places
    refer to nothing, none is taken or kept so.
    """
    is_by_name = bool(one.contradicts) or one.change.kind == "section"
    asks = {"take": is_by_name or bool(one.breaks), "keep": bool(one.breaks), "drop": False}
    return [choice for choice in possible(one) if not asks[choice]]


def refuse_both(offers: Mapping[int, Offer], choices: Mapping[int, Choice]) -> None:
    """Raise `CannotContinueError` where two changes are taken that contradict each other."""
    taken = {number for number, choice in choices.items() if choice == "take"}
    for number in sorted(taken):
        if both := taken.intersection(offers[number].contradicts):
            said = f"changes {number} and {min(both)} say the same text otherwise"
            raise CannotContinueError(said, "take one of the two")
