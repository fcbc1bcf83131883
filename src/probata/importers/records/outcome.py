"""What became of one record of others, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.importers.match import Contradiction
from probata.importers.plan import Fate
from probata.importers.records.incoming import Incoming


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row or entity, and why."""

    fate: Fate
    kind: str
    id: str
    """Id of the record that it is or becomes; empty where it is refused."""

    label: str
    span: Span
    by: str = ""
    """By what it was matched with a record of ours."""

    filled: tuple[str, ...] = ()
    """Fields that it gives to a record of ours, with dots."""

    kept: tuple[Contradiction, ...] = ()
    """Fields of ours that stay, though the file says something else, or more, that may be right too."""

    against: tuple[Contradiction, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    """Why it is refused, each with its place and the next step."""

    remarks: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()


def outcome_of(fate: Fate, name: str, one: Incoming, **told: Any) -> Outcome:
    """Return what became of a record; `told` are the other fields of the outcome."""
    told.setdefault("remarks", one.remarks)
    return Outcome(fate, one.kind, name, one.label or "a row", one.span, unheld=one.unheld, **told)


def refused(one: Incoming, faults: list[Diagnostic], against: tuple[Contradiction, ...] = ()) -> Outcome:
    """Return that a record is refused."""
    return outcome_of(Fate.REFUSED, "", one, faults=tuple(faults), against=against)


def paths_in(fields: Mapping[str, Any], before: str = "") -> list[str]:
    """Return the paths, with dots, of all that fields hold."""
    return [
        path
        for key, value in fields.items()
        for path in (paths_in(value, f"{before}{key}.") if isinstance(value, Mapping) else [f"{before}{key}"])
    ]
