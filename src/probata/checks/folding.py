"""Findings that say the same of several records are told once, at the first place, with the other records.

Every finding stays one of its record until it is shown to people: what decides, proves, refuses or counts as JSON sees
each. Only the forms that people read are folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from probata.diagnostics import Diagnostic, Elsewhere, Severity

Key = tuple[str, Severity, bool, str]


def fold(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings in their order, those that are alike once, where the first of them stands."""
    return tuple(one_for(group) for group in groups(findings))


def groups(findings: Iterable[Diagnostic]) -> tuple[tuple[Diagnostic, ...], ...]:
    """Part findings into those that are told together; one that is like no other is a group by itself.

    Alike are findings of one name and weight that say the same whatever the record. A finding that was decided, or
    whose decision fell, is like no other, since that is told of it alone.
    """
    found: dict[Key | int, list[Diagnostic]] = {}
    for position, one in enumerate(findings):
        key: Key | int = (one.name, one.severity, bool(one.gap), one.alike) if one.alike else position
        found.setdefault(key, []).append(one)
    return tuple(map(tuple, found.values()))


def one_for(group: Sequence[Diagnostic]) -> Diagnostic:
    """Return the first finding of a group with the records and places of the others."""
    first, *others = group
    elsewhere = dict.fromkeys(Elsewhere(one.record, one.span) for one in others)
    return replace(first, others=tuple(elsewhere)) if others else first
