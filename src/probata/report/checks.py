"""What was checked: the answer of each check, of how many records, and why some cannot be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from probata.checks import Answer, CheckPage, Outcome, list_checks
from probata.report.entries import FindingEntry
from probata.report.lists import ListOf
from probata.report.material import Material

ORDER = (Outcome.FAILED, Outcome.CANNOT_TELL, Outcome.PASSED, Outcome.NOT_APPLICABLE)
"""Which answers stand first."""


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """What one check answers for the whole case."""

    code: str
    name: str
    looked_for: str
    """What it finds, in words: `conduct outside tenure`."""
    explained: str
    """The first line of its page."""
    subject: str
    """Its family: `time`, `law` …"""
    answer: str
    """`pass`, `fail`, `cannot tell` or `not applicable`."""
    about: str
    """What it looked at, as a plural."""
    looked_at: int
    passed: int
    failed: int
    untold: int
    in_words: str
    reasons: tuple[str, ...]
    """Why it cannot tell, with of how many where that is more than one."""
    findings: tuple[int, ...]
    """The numbers of its findings."""


def checks_of(material: Material, findings: Iterable[FindingEntry]) -> tuple[CheckEntry, ...]:
    """Return an entry for each check that was run: those that fail first, in the order of their findings."""
    numbers: dict[str, list[int]] = {}
    for found in findings:
        numbers.setdefault(found.code, []).append(found.number)
    pages = {page.check.code: page for page in list_checks()}
    entries = [_entry(one, pages.get(one.code), tuple(numbers.get(one.code, ()))) for one in material.answers]
    return tuple(sorted(entries, key=_place))


def _place(entry: CheckEntry) -> tuple[int, int, str]:
    return (ORDER.index(Outcome(entry.answer)), min(entry.findings, default=0), entry.code)


def _entry(answer: Answer, page: CheckPage | None, findings: tuple[int, ...]) -> CheckEntry:
    reasons = [f"{why} ({number})" if number > 1 else why for why, number in answer.reasons]
    if left := answer.reasons_left_out:
        reasons.append(f"and {left} more")
    return CheckEntry(
        answer.code, answer.name, answer.name.replace("-", " "), page.summary if page else "",
        page.family if page else "", answer.outcome.value, answer.about, answer.looked_at, answer.passed,
        answer.failed, answer.untold, answer.in_words(), tuple(reasons), findings,
    )  # fmt: skip


def counted(checks: Iterable[CheckEntry]) -> str:
    """Say in a sentence how many checks there are of each answer."""
    answers = [one.answer for one in checks]
    parts = [f"{number} {kind.value}" for kind in ORDER if (number := answers.count(kind.value))]
    return (
        f"{len(answers)} check{'' if len(answers) == 1 else 's'}: {', '.join(parts)}." if parts else "No check was run."
    )


def list_of_checks(checks: Iterable[CheckEntry]) -> ListOf:
    """Return the answers as a list."""
    columns = ("Looked for", "Answer", "Looked at", "Number", "Pass", "Fail", "Cannot tell", "Why it cannot be told",
               "Findings", "Subject", "Explained", "Name", "Code")  # fmt: skip
    rows = tuple(
        (one.looked_for, one.answer, one.about, one.looked_at, one.passed, one.failed, one.untold,
         "\n".join(one.reasons), ", ".join(map(str, one.findings)), one.subject, one.explained, one.name, one.code)
        for one in checks
    )  # fmt: skip
    return ListOf("checks", "What was checked", columns, rows, "No check was run.")
