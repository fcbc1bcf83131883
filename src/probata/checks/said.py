"""What a check found about the records on which something is decided, as fingerprints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Said = Mapping[tuple[str, str], frozenset[str]]
"""Fingerprints of what a check found about a record, by the check's name and the record."""

FoundInAll = Callable[[str], Said]
"""Gives what the check of a name found, when it is asked for."""


def found_nothing(_: str) -> Said:
    """Return nothing, whatever the check."""
    return {}
