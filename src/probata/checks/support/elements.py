"""How findings call elements of legal tests, and the tests that ask for them."""

from __future__ import annotations

from collections.abc import Sequence

from probata.checks.check_input import CheckInput
from probata.checks.titled import marked
from probata.diagnostics import say
from probata.model.person import Person
from probata.proof import Row

_MOST = 8
"""Notes that one finding carries; `probata show` lists all."""
_MOST_ALTERNATIVES = 3
"""Elements in the alternative that a sentence names one by one."""


def listed(case: CheckInput, rows: Sequence[Row]) -> str:
    """List elements by their labels; behind those that somebody must be shown to meet stands "(as to Mara Wolk)"."""
    by_person: dict[str, list[str]] = {}
    for row in rows:
        by_person.setdefault(row.person, []).append(_label(case, row))
    return "; ".join(f"{', '.join(dict.fromkeys(named))}{_as_to(case, p)}" for p, named in by_person.items())


def _as_to(case: CheckInput, person_id: str) -> str:
    person = case.graph.find("people", Person, person_id) if person_id else None
    return f" (as to {person.name.display or say.person(person)})" if person else ""


def _label(case: CheckInput, row: Row) -> str:
    """Return what the catalogue calls an element; of many in the alternative, the first and the number of the rest."""
    labels = [marked(case.catalogue.elements[element].label) for element in row.elements]
    return (
        f"{labels[0]} or one of {len(labels) - 1} others" if len(labels) > _MOST_ALTERNATIVES else " or ".join(labels)
    )


def notes_on(case: CheckInput, rows: Sequence[Row]) -> tuple[str, ...]:
    """Say of each element which test asks for it, in the words of the first, and the ids by which evidence names it."""
    notes = [_note(case, row) for row in rows[:_MOST]]
    if len(rows) > _MOST:
        notes.append(f"and {len(rows) - _MOST} more")
    return tuple(dict.fromkeys(notes))


def _note(case: CheckInput, row: Row) -> str:
    asked = row.asked_by[0]
    others = f" and {len(row.asked_by) - 1} more" if len(row.asked_by) > 1 else ""
    unread = "" if asked.verified else "; not read at its source"
    ids = " or ".join(say.words(element) for element in row.elements[:_MOST_ALTERNATIVES])
    return f"{_label(case, row)} ({ids}): {asked.test}{others} ({asked.text}{unread})"
