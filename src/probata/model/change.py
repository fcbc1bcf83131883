"""A change that is kept in one document: there it says something else than the records give, and nowhere else."""

from __future__ import annotations

from typing import Annotated

from probata.model.dates import OneDate
from probata.model.record import Id, IsSafeguard, Line, Record


class Change(Record):
    """Words that were changed in one document alone. All other documents keep those of the records."""

    filing: Id
    """The filing whose document says it so; of a document made with `--forum` without a filing, the forum."""
    of: Line | None = None
    """Record and field from which the words come, such as `narrative/summary#text`; left out for a template's own."""
    before: Line
    """The words as the document prints them without the change: one paragraph or several, an empty line between them.
    Each mark of a note, cross-reference or other number that moves is written `⟦1⟧`, `⟦2⟧`, … in order."""
    after: Annotated[Line | None, IsSafeguard()] = None
    """The words that stand there instead; where left out, nothing does. `⟦1⟧` may stand elsewhere or be left out; a new
    note is `⟦note: its text⟧`; a new line inside a paragraph is one in the document."""
    occurrence: int | None = None
    """Which of several places with these words, counted from 1 in the order of the document; left out where there is
    one."""
    note_of: Line | None = None
    """Set where the words are those of a note: its id, as `probata pull` writes it."""
    reason: Line | None = None
    """Why it is kept in this document alone. No document prints it."""
    author: Line
    """Who changed it."""
    date: OneDate
    """When."""
