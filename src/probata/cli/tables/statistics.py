"""What each check answers and how many findings it has, in the order in which the other side would use them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from probata.checks import Answer, Outcome
from probata.checks.engine.order_of_use import line_of
from probata.cli.tables.table import Table
from probata.diagnostics import Diagnostic, Severity

_COLUMNS = ("Name", "Code", "Answer", "Must fix", "Should fix", "Notes", "What the other side says")
_SHORT = ("Name", "Code", "Must", "Should", "Notes", "Answer", "What the other side says")
"""Headings in a terminal, where numbers take little room and the answer has what is left."""
_LINE = 56
"""Characters of an answer that stand on one line."""
_ORDER = (Outcome.FAILED, Outcome.CANNOT_TELL, Outcome.PASSED, Outcome.NOT_APPLICABLE)


@dataclass(slots=True)
class Count:
    """How many findings one name has, and what its check answers; findings of reading have no check."""

    name: str
    code: str
    answer: Answer | None = None
    found: dict[Severity, int] = field(default_factory=lambda: dict.fromkeys(Severity, 0))

    @property
    def attack(self) -> str:
        """What the other side says with such findings; empty where it has none, or they open no line of attack."""
        line = line_of(self.name) if any(self.found.values()) else None
        return line.line if line else ""


def count_by_check(findings: Iterable[Diagnostic], answers: Iterable[Answer]) -> tuple[Count, ...]:
    """Return a count for each name that was found, in the order of the findings, then one for each other check.

    Of these the checks come first that cannot tell, then those that pass, then those that have nothing to look at.
    """
    counts: dict[tuple[str, str], Count] = {}
    for one in findings:
        count = counts.setdefault((one.name, one.code), Count(one.name, one.code))
        count.found[one.severity] += 1
    for answer in sorted(answers, key=lambda one: _ORDER.index(one.outcome)):
        key = (answer.name, answer.code)
        counts.setdefault(key, Count(*key)).answer = answer
    return tuple(counts.values())


def table_for_terminal(counts: Iterable[Count]) -> Table:
    """Return the counts as a table for people: an answer on one line, why it cannot be told below it."""
    return Table(_SHORT, tuple(
        (one.name, one.code, *(str(number) if number else "" for number in one.found.values()),
         "\n".join(filter(None, (one.answer.in_short(), one.answer.why()))) if one.answer else "", one.attack)
        for one in counts
    ), spare=(_SHORT[-1], "Code"), least=_LINE)  # fmt: skip


def without_findings(counts: Iterable[Count]) -> str:
    """Say in a line how many checks found nothing, and what they answer; empty where there is none."""
    answers = [one.answer.outcome for one in counts if one.answer and not any(one.found.values())]
    told = ", ".join(f"{number} {kind.value}" for kind in _ORDER if (number := answers.count(kind)))
    checks = "check" if len(answers) == 1 else "checks"
    return f"{len(answers)} more {checks} without a finding: {told}; `--all` shows them" if answers else ""


def table_of(counts: Iterable[Count]) -> Table:
    """Return the counts as a table, with an answer in words and why it cannot be told."""
    return Table(_COLUMNS, tuple(
        (one.name, one.code, one.answer.in_full() if one.answer else "",
         *(str(number) if number else "" for number in one.found.values()), one.attack)
        for one in counts
    ), spare=(_COLUMNS[-1], "Answer"))  # fmt: skip


# The answers of the checks as JSON, for other programs. The fields are a promise: they change only with `VERSION`.

VERSION = 1
"""Version of this form."""


def render(counts: Iterable[Count]) -> str:
    """Write `{"version": …, "checks": […]}` with a line feed at its end.

    `answer` is `pass`, `fail`, `cannot tell` or `not applicable`, and null for findings of reading, which have no
    check. `looked_at` is the sum of `pass`, `fail` and `cannot_tell`; `reasons` are the commonest for the last.
    """
    form = {"version": VERSION, "checks": [_fields(one) for one in counts]}
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def _fields(count: Count) -> dict[str, Any]:
    answer = count.answer
    return {
        "code": count.code,
        "name": count.name,
        "answer": answer.outcome.value if answer else None,
        "about": answer.about if answer else None,
        "looked_at": answer.looked_at if answer else None,
        "pass": answer.passed if answer else None,
        "fail": answer.failed if answer else None,
        "cannot_tell": answer.untold if answer else None,
        "reasons": [{"why": why, "number": number} for why, number in answer.reasons] if answer else [],
        "findings": {severity.value: number for severity, number in count.found.items()},
    }
