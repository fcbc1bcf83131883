"""Of which fields of its record a decision on a check's findings takes account."""

from __future__ import annotations

from functools import cache

from probata.checks.discovery import discover

Fields = frozenset[str]


def fields_of_decision(check: str, record: str) -> Fields | None:
    """Return the fields of a record, `roles/governor`, on which a decision on a check rests.

    `None` where it rests on the whole record, as on a filing, the case, and whatever an unknown check finds.
    """
    return _by_check().get((check, record.partition("/")[0]))


@cache
def _by_check() -> dict[tuple[str, str], Fields]:
    checks = [found.check for found in discover()]
    return {(check.name, kind): frozenset(fields) for check in checks for kind, fields in check.rests_on.items()}
