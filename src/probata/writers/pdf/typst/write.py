"""The PDF by Typst: PDF/A-3a and PDF/UA-1 in one file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from probata.diagnostics import Diagnostic, Severity
from probata.document.tree import Document
from probata.writers.format import Written
from probata.writers.html.context import note_id
from probata.writers.html.sections import notes_in
from probata.writers.pdf.findings import MOVE
from probata.writers.pdf.typst.notes import Breaks, Plain, drifted, places_of_notes, with_mended
from probata.writers.pdf.typst.tree import plain_document

MOST_WARNINGS = 3
PASSES = 8
"""Layouts of a document that goes out, at most; none of those tried needed more than six."""


def write_by_typst(document: Document, substitutes: Mapping[int, str], draft: bool) -> Written:
    """Write the document; `substitutes` are printed instead of the characters that no font has.

    A draft is laid out once, any other until every note is on the page of its mark. Notes that are not are reported.

    Raises `WriteError` as `plain_document` does, and where the document cannot be set.
    """
    from probata.writers.pdf.typst.engine import Engine  # with a library of 80 MB, only when a PDF is asked for

    plain = plain_document(document, substitutes)
    places, breaks = {} if draft else places_of_notes(plain["blocks"]), Breaks()
    with TemporaryDirectory(prefix="probata-pdf-") as folder:
        engine = Engine(Path(folder), plain)
        seen, passes, before = engine.lay_out(breaks), 1, None
        while not draft and breaks != before and passes < PASSES:
            before, breaks = breaks, with_mended(breaks, seen, places, document.meta.look.page.top)
            if breaks != before:
                seen, passes = engine.lay_out(breaks), passes + 1
        data, warnings = engine.pdf()
    return Written(data, _off_page(document, seen, draft), (f"layouts: {passes}", *warnings[:MOST_WARNINGS]))


def _off_page(document: Document, seen: Iterable[Plain], draft: bool) -> tuple[Diagnostic, ...]:
    """Report the notes that are not on the page of their mark."""
    numbers = {note_id(note.id): note.number for note in notes_in(document.blocks)}
    off = ", ".join(str(numbers[found["place"]]) for found in drifted(seen))
    if not off:
        return ()
    told = f"in the PDF, notes are not on the page of their mark: {off}"
    if draft:
        help, severity = "nothing to do: a final document is laid out again until they are", Severity.INFO
    else:
        help, severity = MOVE, Severity.WARNING
    return (Diagnostic("PDF103", "note-on-another-page", severity, told, help=help),)
