"""Which allegations are put forward against whom."""

from __future__ import annotations

from collections.abc import Mapping

from probata.checks.check_input import CheckInput
from probata.model.allegation import Allegation


def charges_against(case: CheckInput) -> Mapping[str, tuple[Allegation, ...]]:
    """Return the allegations put forward by the ids of the persons in whose roles they are, each in their order."""
    return case.once("allegations by person", lambda: _by_person(case))


def _by_person(case: CheckInput) -> dict[str, tuple[Allegation, ...]]:
    found: dict[str, list[Allegation]] = {}
    for allegation in case.pursued:
        for person in dict.fromkeys(role.person for role in case.roles_of(allegation)):
            found.setdefault(person, []).append(allegation)
    return {person: tuple(several) for person, several in found.items()}
