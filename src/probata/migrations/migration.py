"""What one step of a migration is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from probata.migrations.case_texts import CaseTexts
from probata.migrations.edit import Edit


@dataclass(frozen=True, slots=True)
class Migration:
    """One step. Every file in `steps` ends in `MIGRATION = Migration(…)`."""

    before: int
    """The format that it takes."""
    after: int
    """The format that it gives: the next one."""
    edits: Callable[[CaseTexts], Iterable[Edit]]
    """The edits that it makes; the field `format` is not among them. What is migrated already needs none.

    Raises `CannotEditError` where the case has to be mended first.
    """
