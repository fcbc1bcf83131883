"""Counts what a check says of the records that it looks at. Nothing is kept of a record but its name, while it runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from probata.checks.answer import MOST_REASONS, Answer
from probata.checks.check import Check
from probata.checks.finding import Finding
from probata.checks.looked_at import ALL_DOCUMENTS, DOCUMENTS, AllLooked, Looked

BROKE_OFF = "the check broke off"


class Tally:
    """What one check says, record by record."""

    def __init__(self, check: Check, looked: AllLooked) -> None:
        """Begin with what the check looks at, which may be that of other checks too."""
        self._check = check
        self._looked = looked
        self._failed: dict[str, None] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return not self._looked.why

    def add(self, finding: Finding) -> None:
        """Take what was found, whatever it weighs and however sure it is: it stands in the list.

        A record that was found and not named as looked at is looked at all the same.
        """
        self._failed.update(dict.fromkeys(self._records_of(finding)))

    def broke_off(self) -> None:
        """Nothing that was looked at is told."""
        records = {**self._looked.why, **self._failed} or (self._check.name,)
        self._looked = AllLooked(Looked(record, BROKE_OFF) for record in records)
        self._failed.clear()

    def answer(self) -> Answer:
        """Return the numbers."""
        untold = Counter(why for record, why in self._looked.untold.items() if record not in self._failed)
        further = sum(1 for record in self._failed if record not in self._looked.why)
        about = self._check.counted or self._check.about
        return Answer(
            self._check.code, self._check.name, about, len(self._looked.why) + further, len(self._failed),
            untold.total(), tuple(untold.most_common(MOST_REASONS)),
        )  # fmt: skip

    def _records_of(self, finding: Finding) -> Iterable[str]:
        """Return what a finding speaks of: the documents that were looked at, whichever of their records it names."""
        if self._check.about in {DOCUMENTS, ALL_DOCUMENTS}:
            return tuple(self._looked.why) if len(self._looked.why) == 1 else (finding.record,)
        return (finding.record, *finding.others)
