"""How many findings each check has, in the order in which the other side would use them."""

from __future__ import annotations

from collections.abc import Iterable

from probata.checks.order_of_use import line_of
from probata.cli.tables.table import Table
from probata.diagnostics import Diagnostic, Severity


def count_by_check(findings: Iterable[Diagnostic]) -> Table:
    """Return a row for each finding's name: how many of each weight, its code, and what the other side makes of it."""
    found: dict[tuple[str, str], dict[Severity, int]] = {}
    for one in findings:
        counts = found.setdefault((one.name, one.code), dict.fromkeys(Severity, 0))
        counts[one.severity] += 1
    rows = tuple(
        (name, code, *(str(number) if number else "" for number in counts.values()), _attack(name))
        for (name, code), counts in found.items()
    )
    return Table(("Name", "Code", "Must fix", "Should fix", "Notes", "What the other side says"), rows)


def _attack(name: str) -> str:
    line = line_of(name)
    return line.line if line else ""
