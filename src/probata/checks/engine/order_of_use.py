"""The order in which opposing counsel would use what the checks find: `order_of_use.yaml`, line by line of attack."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from probata.diagnostics import Diagnostic
from probata.source.shipped import shipped_yaml


@dataclass(frozen=True, slots=True)
class LineOfAttack:
    """One way to turn a case against those who bring it, and the checks that find openings for it."""

    line: str
    """What the other side says: "it contradicts itself"."""
    why: str
    """Why it is used, in one sentence."""
    checks: tuple[str, ...]
    """Names of checks, and of what is found beside them; the strongest opening first."""
    judged: tuple[str, ...] = ()
    """Those of them whose findings wait for a choice of whoever signs; the others, for a record to be completed."""


@cache
def lines_of_attack() -> tuple[LineOfAttack, ...]:
    """Return the lines, the one used first at the front."""
    return tuple(
        LineOfAttack(entry["line"], entry["why"], tuple(entry["checks"]), tuple(entry.get("judged", ())))
        for entry in shipped_yaml("checks", "order_of_use.yaml")
    )


@cache
def _places() -> dict[str, int]:
    return {name: place for place, name in enumerate(name for line in lines_of_attack() for name in line.checks)}


def place_in_order(check: str) -> int:
    """Return the place of a check in the order, from 0; one that the file does not name comes last."""
    return _places().get(check, len(_places()))


def in_order_of_use(found: Diagnostic) -> Diagnostic:
    """Return what no check found at its place in the order; what the file does not name is unchanged."""
    return replace(found, order=_places()[found.name]) if found.name in _places() and not found.order else found


@cache
def line_of(check: str) -> LineOfAttack | None:
    """Return the line of attack that findings of this name open; `None` for what opens none."""
    return next((line for line in lines_of_attack() if check in line.checks), None)
