"""From format 0 to 1. Invented to try the machinery: no version of the program ever wrote format 0.

In format 0 `case.yaml` says `date` where format 1 says `as_of`, and allegations say `claim` where it says `statement`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.migrations.case_texts import CaseTexts
from probata.migrations.migration import Edit, Migration, rename_key


def edits(case: CaseTexts) -> Iterator[Edit]:
    """Rename the two fields."""
    if case.case is not None:
        yield from rename_key(case.case, "date", "as_of")
    for allegation in case.records("allegations"):
        yield from rename_key(allegation, "claim", "statement")


MIGRATION = Migration(before=0, after=1, edits=edits)
