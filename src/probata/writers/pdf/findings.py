"""Notes that the layout could not bring to their marks, as findings."""

from __future__ import annotations

from probata.diagnostics import Diagnostic, Severity
from probata.document.inlines import Note
from probata.writers.pdf.drift import Drift

HELP = "shorten or move a paragraph on that page, or change the margins, and build again"


def note_finding(note: Note, drift: Drift) -> Diagnostic:
    """Report a note that is missing from the file, or not on the page of its mark."""
    if drift.note_page == 0 or drift.mark_page == 0:
        code, name = "PDF104", "note-missing"
        message = f"note {note.number} is missing from the PDF"
    else:
        code, name = "PDF103", "note-on-another-page"
        message = f"note {note.number} is on page {drift.note_page}, its mark on page {drift.mark_page}"
    record = note.origin.record if note.origin else ""
    return Diagnostic(code, name, Severity.ERROR, message, help=HELP, record=record)
