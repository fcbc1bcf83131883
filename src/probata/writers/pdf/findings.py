"""Notes that a lawyer could not read in the file, as findings."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from probata.diagnostics import Diagnostic, Severity
from probata.document.inlines import Note
from probata.writers.html.context import mark_id, note_id

MOVE = "shorten or move a paragraph on that page, or change the margins, and build again"
SHORTEN = "shorten it, or move a part of it into the text"


@dataclass(frozen=True, slots=True)
class Drift:
    """A note that is not where its mark is."""

    mark: str
    """Id of the mark in the page."""

    mark_page: int
    """Counted from 1; 0 where the mark itself is missing."""

    note_page: int
    """0 where the note is missing from the file."""


def note_findings(
    notes: Collection[Note], drifts: Collection[Drift], too_long: Collection[str]
) -> Iterator[Diagnostic]:
    """Report each note that is missing, off the page of its mark, or longer than a page.

    `too_long` holds ids of texts of notes, as they are in the page.
    """
    by_mark = {drift.mark: drift for drift in drifts}
    for note in notes:
        drift = by_mark.get(mark_id(note.id))
        if note_id(note.id) in too_long:
            yield _finding(note, "PDF105", "note-longer-than-page", "is longer than a page", SHORTEN)
        elif drift and 0 in (drift.mark_page, drift.note_page):
            yield _finding(note, "PDF104", "note-missing", "is missing from the PDF", MOVE)
        elif drift:
            places = f"is on page {drift.note_page}, its mark on page {drift.mark_page}"
            yield _finding(note, "PDF103", "note-on-another-page", places, MOVE)


def _finding(note: Note, code: str, name: str, what: str, advice: str) -> Diagnostic:
    record = note.origin.record if note.origin else ""
    return Diagnostic(code, name, Severity.ERROR, f"note {note.number} {what}", help=advice, record=record)
