"""The PDF by Typst: PDF/A-3a and PDF/UA-1 in one file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from probata.diagnostics import Diagnostic, Severity
from probata.document.tree import Document
from probata.writers.format import Written
from probata.writers.html.context import mark_id, note_id
from probata.writers.html.sections import notes_in
from probata.writers.pdf.findings import Drift, note_findings
from probata.writers.pdf.typst.notes import Breaks, Plain, drifted, places_of_notes, with_mended
from probata.writers.pdf.typst.tree import plain_document

ENOUGH = 5
"""Layouts after which a space in vain may stay: without it a note would move again."""
MOST_WARNINGS = 3
PASSES = 8
"""Layouts of a document that goes out, at most; none of those tried needed more than six."""


def write_by_typst(document: Document, substitutes: Mapping[int, str], draft: bool) -> Written:
    """Write the document; `substitutes` are printed instead of the characters that no font has.

    A draft is laid out once, any other until every note is on the page of its mark; notes that are not are reported.

    Raises `WriteError` as `plain_document` does, and where the document cannot be set.
    """
    from probata.writers.pdf.typst.engine import Engine  # with a library of 80 MB, only when a PDF is asked for

    plain = plain_document(document, substitutes)
    places, breaks = places_of_notes(plain["blocks"]), Breaks()
    with TemporaryDirectory(prefix="probata-pdf-") as folder:
        engine = Engine(Path(folder), plain)
        for passes in range(1, 2 if draft else PASSES + 1):  # told below
            seen = engine.lay_out(breaks)
            before, breaks = breaks, with_mended(breaks, seen, places, document.meta.layout.margin_top)
            if breaks == before or (passes >= ENOUGH and not drifted(seen)):
                break
        data, warnings = engine.pdf()
    findings = (_of_draft if draft else _of_final)(document, drifted(seen))
    return Written(data, findings, (f"layouts: {passes}", *warnings[:MOST_WARNINGS]))


def _of_draft(document: Document, off: list[Plain]) -> tuple[Diagnostic, ...]:
    if not off:
        return ()
    numbers = {note_id(note.id): note.number for note in notes_in(document.blocks)}
    listed = ", ".join(str(numbers[found["place"]]) for found in off)
    told = f"in the PDF of this draft, notes are not on the page of their mark: {listed}"
    help = "nothing to do: a final document is laid out until each is"
    return (Diagnostic("PDF103", "note-on-another-page", Severity.INFO, told, help=help),)


def _of_final(document: Document, off: list[Plain]) -> tuple[Diagnostic, ...]:
    left = [Drift(mark_id(found["place"].removeprefix(note_id(""))), found["mark"], found["page"]) for found in off]
    return tuple(note_findings(notes_in(document.blocks), left, ()))
