"""The custody of a copy: where it has a gap, or cannot have been so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from probata.model.held_copy import HeldCopy
from probata.model.moment import Moment

_CORRECT = "correct the record, or note in it what is known"
_HANDS = ("handed_over", "returned")
"""Actions by which a copy changes hands."""


def gaps_in(copy: HeldCopy, now: Moment) -> Iterator[tuple[str, str]]:
    """Give each gap or contradiction in what is recorded, with the next step. What is left out is none.

    Berkeley Protocol on Digital Open Source Investigations (2020), para. 167: a record in order of time of who had
    control of it, of each transfer, and of what was done with it.
    """
    yield from _of_hands(copy)
    yield from _of_bytes(copy)
    yield from _of_time(copy, now)


def _of_hands(copy: HeldCopy) -> Iterator[tuple[str, str]]:
    holder = ""
    for number, event in enumerate(copy.custody, 1):
        gave = event.given_by or ""
        if event.action in _HANDS and not event.given_to:
            yield (
                f"custody event {number} says that it changed hands, and not who got it",
                "write `given_to` in it, where it is known",
            )
        if holder and gave and gave.casefold() != holder.casefold():
            yield f"custody event {number} is by another than the one before gave it to", _CORRECT
        holder = event.given_to or (holder if event.action not in _HANDS else "")


def _of_bytes(copy: HeldCopy) -> Iterator[tuple[str, str]]:
    known = ""
    for number, event in enumerate(copy.custody, 1):
        if event.hash_after and known and event.hash_after != known and event.action != "altered":
            yield f"its hash is another after custody event {number} than before, and no change is recorded", _CORRECT
        known = event.hash_after or ("" if event.action == "altered" else known)
    if known and known != copy.sha256:
        yield "its hash is not the one after the last custody event that states one", _CORRECT


def _of_time(copy: HeldCopy, now: Moment) -> Iterator[tuple[str, str]]:
    dated = [(number, event.at) for number, event in enumerate(copy.custody, 1) if event.at]
    for (first, earlier), (second, later) in pairwise(dated):
        if later.is_surely_before(earlier):
            yield f"custody event {second} ({later.text}) is before event {first} ({earlier.text})", _CORRECT
    for number, at in dated:
        if (
            copy.captured_at
            and at.is_surely_before(copy.captured_at)
            and copy.custody[number - 1].action == "preserved"
        ):
            yield f"it was preserved on {at.text}, before its capture on {copy.captured_at.text}", _CORRECT
        if now.is_surely_before(at):
            yield f"custody event {number} ({at.text}) is yet to come", "set the clock, or correct the record"
