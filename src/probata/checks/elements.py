"""How findings call elements of legal tests, and the tests that ask for them."""

from __future__ import annotations

from collections.abc import Sequence

from probata.checks.check_input import CheckInput
from probata.model.person import Person
from probata.proof import Row

_MOST = 8
"""Notes that one finding carries; `probata show` lists all."""


def listed(case: CheckInput, rows: Sequence[Row]) -> str:
    """List elements by their ids, with the person where each person must be shown to meet it."""
    return ", ".join(_called(case, row) for row in rows)


def _called(case: CheckInput, row: Row) -> str:
    elements = " or ".join(f"`{element}`" for element in row.elements)
    person = case.graph.find("people", Person, row.person) if row.person else None
    return f"{elements} of {person.name.display or f'`{person.id}`'}" if person else elements


def notes_on(rows: Sequence[Row]) -> tuple[str, ...]:
    """Say of each element which test asks for it, in the words of the first."""
    notes = [_note(row) for row in rows[:_MOST]]
    if rest := len(rows) - _MOST:
        notes += [f"and {rest} more"] if rest > 0 else []
    return tuple(dict.fromkeys(notes))


def _note(row: Row) -> str:
    asked = row.asked_by[0]
    others = f" and {len(row.asked_by) - 1} more" if len(row.asked_by) > 1 else ""
    unread = "" if asked.verified else "; not read at its source"
    return f"{' or '.join(f'`{element}`' for element in row.elements)}: {asked.test}{others} ({asked.text}{unread})"
