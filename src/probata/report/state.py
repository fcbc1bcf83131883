"""The state of a case as the report shows it: one plain value that never changes and that JSON can hold."""

from __future__ import annotations

from dataclasses import dataclass

from probata.report.checks import CheckEntry
from probata.report.entries import AllegationEntry, AxisEntry, ChartEntry, Choice, FigureEntry, FindingEntry, FirstEntry
from probata.report.lists import ListOf


@dataclass(frozen=True, slots=True)
class State:
    """All that the report shows."""

    name: str
    title: str
    as_of: str
    """In words; says so where the case names no day."""
    created: str
    """The first of the case's own days, ISO 8601, by which files are dated; empty where it names none."""
    """On what the findings are, in words."""
    persons: tuple[Choice, ...]
    allegations: tuple[Choice, ...]
    forums: tuple[Choice, ...]
    first: FirstEntry
    """What to do next."""
    findings: tuple[FindingEntry, ...]
    checks: tuple[CheckEntry, ...]
    proofs: tuple[AllegationEntry, ...]
    matrix: ListOf
    conduct: ListOf
    axes: tuple[AxisEntry, ...]
    charts: tuple[ChartEntry, ...]
    not_drawn: int
    """Changes between two days for which no chart is drawn."""
    command: ListOf
    figures: tuple[FigureEntry, ...]
    tables: tuple[ListOf, ...]
    reads: ListOf
    outstanding: ListOf
    situation: tuple[ListOf, ...]
