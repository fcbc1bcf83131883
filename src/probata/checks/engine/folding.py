"""Findings that say the same of several records are told once, at the first place, with the other records.

Every finding stays one of its record until it is shown to people: what decides, proves, refuses or counts as JSON sees
each. Only the forms that people read are folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from probata.diagnostics import Diagnostic, Elsewhere
from probata.diagnostics.message import Message

Key = tuple[object, ...]


def fold(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings in their order, those that are alike once, where the first of them stands."""
    return tuple(one_for(group) for group in groups(findings))


def groups(findings: Iterable[Diagnostic]) -> tuple[tuple[Diagnostic, ...], ...]:
    """Part findings into those that are told together; one that is like no other is a group by itself.

    Alike are findings of one name and weight that say the same whatever the record, and of the same filings. A finding
    that was decided, or whose decision fell, is like that of no other record, since that is told of it alone.
    """
    several = tuple(findings)
    filings: dict[Key, dict[str, None]] = {}
    for one in several:
        filings.setdefault(_fact(one), {})[one.filing] = None
    found: dict[Key, list[Diagnostic]] = {}
    for position, one in enumerate(several):
        of = tuple(filings[_fact(one)])
        itself = () if one.alike else _fact(one) if one.filing else (position,)
        found.setdefault((one.name, one.severity, bool(one.gap), one.alike, of, itself), []).append(one)
    return tuple(map(tuple, found.values()))


def _fact(one: Diagnostic) -> Key:
    """Return what is said at a place whatever the filing."""
    here = {one.filing, f"filings/{one.filing}"} if one.filing else ()
    said = tuple(part for part in Message(one.message).parts if isinstance(part, str) or part.identity not in here)
    return (one.name, one.severity, bool(one.gap), _record(one), one.span, one.alike, bool(one.filing), said)


def _record(one: Diagnostic) -> str:
    """Return the record of a finding; nothing where that is the filing which its message names."""
    return "" if one.filing and one.record == f"filings/{one.filing}" else one.record


def one_for(group: Sequence[Diagnostic]) -> Diagnostic:
    """Return the first finding of a group with the records, places and filings of the others.

    It has the notes of all that stand at its own place, such as the rule of each forum.
    """
    first, *others = group
    if not others:
        return first
    here = Elsewhere(first.record, first.span)
    elsewhere = dict.fromkeys(found for one in others if (found := Elsewhere(one.record, one.span)) != here)
    filings = dict.fromkeys(one.filing for one in others if one.filing != first.filing)
    notes = dict.fromkeys(note for one in group if Elsewhere(one.record, one.span) == here for note in one.notes)
    return replace(first, others=tuple(elsewhere), filings=tuple(filings), notes=tuple(notes))
