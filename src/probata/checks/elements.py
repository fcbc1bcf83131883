"""How findings call elements of legal tests, and the tests that ask for them."""

from __future__ import annotations

from collections.abc import Sequence

from probata.checks.check_input import CheckInput
from probata.model.person import Person
from probata.proof import Row

_MOST = 8
"""Notes that one finding carries; `probata show` lists all."""
_MOST_ALTERNATIVES = 3
"""Elements in the alternative that a sentence names one by one."""


def listed(case: CheckInput, rows: Sequence[Row]) -> str:
    """List elements by their ids; behind those that somebody must be shown to meet stands "(as to Mara Wolk)"."""
    by_person: dict[str, list[str]] = {}
    for row in rows:
        by_person.setdefault(row.person, []).append(_alternatives(row.elements))
    return "; ".join(f"{', '.join(named)}{_as_to(case, person)}" for person, named in by_person.items())


def _as_to(case: CheckInput, person_id: str) -> str:
    person = case.graph.find("people", Person, person_id) if person_id else None
    return f" (as to {person.name.display or f'`{person.id}`'})" if person else ""


def _alternatives(elements: Sequence[str]) -> str:
    if len(elements) > _MOST_ALTERNATIVES:
        return f"`{elements[0]}` or one of {len(elements) - 1} others"
    return " or ".join(f"`{element}`" for element in elements)


def notes_on(rows: Sequence[Row]) -> tuple[str, ...]:
    """Say of each element which test asks for it, in the words of the first."""
    notes = [_note(row) for row in rows[:_MOST]]
    if len(rows) > _MOST:
        notes.append(f"and {len(rows) - _MOST} more")
    return tuple(dict.fromkeys(notes))


def _note(row: Row) -> str:
    asked = row.asked_by[0]
    others = f" and {len(row.asked_by) - 1} more" if len(row.asked_by) > 1 else ""
    unread = "" if asked.verified else "; not read at its source"
    return f"{_alternatives(row.elements)}: {asked.test}{others} ({asked.text}{unread})"
