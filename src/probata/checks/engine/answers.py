"""A check's answer for a whole case: of how many records it speaks, and what it says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """The four answers of a check."""

    PASSED = "pass"
    FAILED = "fail"
    CANNOT_TELL = "cannot tell"
    """The records do not decide it."""
    NOT_APPLICABLE = "not applicable"
    """The case has no record that the check is about."""


# A check's answer for a whole case, in numbers: of how many records it speaks, and what it says of them.

MOST_REASONS = 5
"""Reasons that are kept; a case of very many records may have one for each."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How many records a check looked at, and how they fared. Of a record with several findings the worst counts."""

    code: str
    name: str
    about: str
    """What it looked at, as a plural: `allegations`."""
    looked_at: int = 0
    failed: int = 0
    untold: int = 0
    """Of how many it cannot tell."""
    reasons: tuple[tuple[str, int], ...] = ()
    """Why it cannot, and of how many: the commonest first, and no more than `MOST_REASONS`."""

    @property
    def passed(self) -> int:
        """How many records it found nothing in."""
        return self.looked_at - self.failed - self.untold

    @property
    def outcome(self) -> Outcome:
        """The answer in a word: the worst of all records."""
        if self.failed:
            return Outcome.FAILED
        if self.untold:
            return Outcome.CANNOT_TELL
        return Outcome.PASSED if self.looked_at else Outcome.NOT_APPLICABLE

    @property
    def reasons_left_out(self) -> int:
        """Of how many records it cannot tell for a reason that is not kept."""
        return max(self.untold - sum(number for _, number in self.reasons), 0)

    def in_words(self) -> str:
        """Say it in one line: `allegations: 14 looked at, 11 pass, 2 fail, 1 cannot tell`; `not applicable`."""
        if not self.looked_at:
            return Outcome.NOT_APPLICABLE.value
        return f"{self.about}: {self.looked_at} looked at, {self._counts()}"

    def in_short(self) -> str:
        """Say the same for a terminal: `14 allegations: 11 pass, 2 fail, 1 cannot tell`; `not applicable`."""
        return f"{self.looked_at} {self.about}: {self._counts()}" if self.looked_at else Outcome.NOT_APPLICABLE.value

    def _counts(self) -> str:
        counts = ((self.passed, Outcome.PASSED), (self.failed, Outcome.FAILED), (self.untold, Outcome.CANNOT_TELL))
        return ", ".join(f"{number} {outcome.value}" for number, outcome in counts if number)

    def why(self) -> str:
        """Say why it cannot tell, in one line; nothing where it can."""
        told = [f"{reason} ({number})" if number > 1 else reason for reason, number in self.reasons]
        left = self.reasons_left_out
        return "; ".join([*told, *([f"and {left} more"] if left else [])])

    def in_full(self) -> str:
        """Say it in one line, with why it cannot be told."""
        why = self.why()
        return f"{self.in_words()}: {why}" if why else self.in_words()


def together(answers: Iterable[Answer]) -> Answer:
    """Add up one check's answers on several documents; there is at least one."""
    parts = tuple(answers)
    reasons = Counter[str]()
    for part in parts:
        reasons.update(dict(part.reasons))
    first = parts[0]
    return Answer(
        first.code, first.name, first.about, sum(part.looked_at for part in parts), sum(part.failed for part in parts),
        sum(part.untold for part in parts), tuple(reasons.most_common(MOST_REASONS)),
    )  # fmt: skip


class Answers:
    """The answers of all checks that were run, check by check and document by document."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: dict[str, dict[str, Answer]] = {}

    def add(self, answers: Iterable[Answer], document: str = "") -> None:
        """Take answers on the whole case, or on one of its documents; what was answered before on the same is void."""
        for answer in answers:
            self._found.setdefault(answer.code, {})[document] = answer

    def add_missing(self, answers: Iterable[Answer]) -> None:
        """Take answers on the whole case of checks that gave none yet."""
        for answer in answers:
            self._found.setdefault(answer.code, {}).setdefault("", answer)

    def __iter__(self) -> Iterator[Answer]:
        """Give one answer for each check, by its code."""
        return (together(found.values()) for _, found in sorted(self._found.items()))
