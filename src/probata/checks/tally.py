"""Counts what a check says of the records that it looks at. Nothing is kept of a record but its name, while it runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from probata.checks.answer import MOST_REASONS, Answer
from probata.checks.check import Check
from probata.checks.finding import Finding
from probata.checks.looked_at import ALL_DOCUMENTS, DOCUMENTS, Looked

BROKE_OFF = "the check broke off"


class Tally:
    """What one check says, record by record."""

    def __init__(self, check: Check, looked: Iterable[Looked]) -> None:
        """Begin with what the check looks at; a record named twice is one."""
        self._check = check
        self._why: dict[str, str] = {}
        for one in looked:
            self._why[one.record] = self._why.get(one.record, "") or one.why_untold
        self._failed: set[str] = set()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return not self._why

    def add(self, finding: Finding) -> None:
        """Take what was found, whatever it weighs and however sure it is: it stands in the list.

        A record that was found and not named as looked at is looked at all the same.
        """
        for record in self._records_of(finding):
            self._failed.add(record)
            self._why.setdefault(record, "")

    def broke_off(self) -> None:
        """Nothing that was looked at is told."""
        self._failed.clear()
        self._why = dict.fromkeys(self._why or (self._check.name,), BROKE_OFF)

    def answer(self) -> Answer:
        """Return the numbers."""
        untold = Counter(why for record, why in self._why.items() if why and record not in self._failed)
        about = self._check.counted or self._check.about
        return Answer(
            self._check.code, self._check.name, about, len(self._why), len(self._failed), untold.total(),
            tuple(untold.most_common(MOST_REASONS)),
        )  # fmt: skip

    def _records_of(self, finding: Finding) -> Iterable[str]:
        """Return what a finding speaks of: the documents that were looked at, whichever of their records it names."""
        if self._check.about in {DOCUMENTS, ALL_DOCUMENTS}:
            return tuple(self._why) if len(self._why) == 1 else (finding.record,)
        return (finding.record, *finding.others)
