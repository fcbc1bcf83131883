"""Matters: findings that are seen to in one go, so that a first page names them once.

Every finding stays one of its record. A matter is what one check finds over many records, or what one filing lacks; and
what follows from another finding, since it opens the same line of attack at the same places, is of its matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from probata.checks.folding import fold
from probata.checks.order_of_use import LineOfAttack, line_of
from probata.diagnostics import Diagnostic, Severity, Span


@dataclass(frozen=True, slots=True)
class Matter:
    """Findings that are seen to together; what is found alike in several records is one of them."""

    findings: tuple[Diagnostic, ...]
    """The heaviest first."""
    each: tuple[Diagnostic, ...] = ()
    """The same, each of one record."""

    @property
    def first(self) -> Diagnostic:
        """The finding that stands for all."""
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        """Its weight: that of its heaviest finding."""
        return self.first.severity

    @property
    def line(self) -> LineOfAttack | None:
        """The line of attack that it opens, if any."""
        return line_of(self.first.name)

    @property
    def is_decision(self) -> bool:
        """Whether it waits for a choice of whoever signs, and not for a record to be completed or corrected."""
        return self.line is not None and self.first.name in self.line.judged

    @property
    def also_missing(self) -> tuple[str, ...]:
        """What else is not recorded, beside what the first finding names."""
        return tuple(dict.fromkeys(one.gap for one in self.findings if one.gap not in {"", self.first.gap}))

    @property
    def further_places(self) -> int:
        """At how many places something of it is found, beside the first."""
        return sum(1 + len(one.others) for one in self.findings) - 1

    @property
    def records(self) -> tuple[str, ...]:
        """Ids of all its records."""
        return tuple(dict.fromkeys(record for found in self.findings for record in found.records))


def matters(findings: Iterable[Diagnostic]) -> tuple[Matter, ...]:
    """Return what must and should be fixed, matter by matter, in the order in which it is seen to; notes are in none.

    Findings come in their order. Of one weight the first matter of each line of attack comes before the second of any:
    ten slips of one kind must not hide an opening of another.
    """
    groups: dict[Hashable, list[Diagnostic]] = {}
    for found in findings:
        if found.severity is not Severity.INFO:
            groups.setdefault(_what(found), []).append(found)
    return _in_turns(Matter(fold(group), tuple(group)) for group in _with_what_follows(groups.values()))


def _what(found: Diagnostic) -> Hashable:
    """Return what makes a finding one matter with others: its check, or the filing or records that lack something."""
    kind = found.record.partition("/")[0]
    if kind == "filings":
        return found.record, _attack(found.name)
    if found.gap:
        return _attack(found.name), found.record if kind in {"case", "people"} else kind
    return found.name


def _attack(check: str) -> str:
    """Return what the other side says with findings of this name; empty where it says nothing."""
    line = line_of(check)
    return line.line if line else ""


def _with_what_follows(groups: Iterable[list[Diagnostic]]) -> list[list[Diagnostic]]:
    """Add to each group those whose places are all among its own, and which open the same line of attack."""
    kept: list[list[Diagnostic]] = []
    causes: dict[Hashable, list[tuple[list[Diagnostic], set[tuple[str, Span | None]]]]] = {}
    for group in groups:
        line, places = _attack(group[0].name), {(found.record, found.span) for found in group}
        cause = next((one for one, its_places in causes.get(line, ()) if line and places <= its_places), None)
        if cause:
            cause += group
        else:
            kept.append(group)
            causes.setdefault(line, []).append((group, places))
    return kept


def _in_turns(found: Iterable[Matter]) -> tuple[Matter, ...]:
    turns: Counter[Hashable] = Counter()
    placed: list[tuple[int, bool, int, Matter]] = []
    for matter in found:
        rank, is_late, line = matter.severity.rank, matter.first.after_mending, _attack(matter.first.name)
        placed.append((rank, is_late, turns[rank, line] if line else 0, matter))
        turns[rank, line] += 1
    return tuple(matter for *_, matter in sorted(placed, key=lambda one: one[:-1]))
