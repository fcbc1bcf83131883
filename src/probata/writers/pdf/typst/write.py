"""The PDF by Typst: PDF/A-3a and PDF/UA-1 in one file, every note on the page of its mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from probata.document.tree import Document
from probata.writers.format import Written
from probata.writers.html.context import mark_id, note_id
from probata.writers.html.sections import notes_in
from probata.writers.pdf.findings import Drift, note_findings
from probata.writers.pdf.typst.breaks import Breaks, Plain, places_of_notes, with_mended
from probata.writers.pdf.typst.tree import plain_document

if TYPE_CHECKING:
    from probata.writers.pdf.typst.engine import Engine

PASSES = 8
"""Layouts at most, the first included."""


def write_by_typst(document: Document, substitutes: Mapping[int, str]) -> Written:
    """Write the document; `substitutes` are printed instead of the characters that no font has.

    A note that could not be brought to the page of its mark is reported.

    Raises `WriteError` as `plain_document` does, and where the document cannot be set.
    """
    from probata.writers.pdf.typst.engine import Engine  # with a library of 80 MB, only when a PDF is asked for

    plain = plain_document(document, substitutes)
    with TemporaryDirectory(prefix="probata-pdf-") as folder:
        engine = Engine(Path(folder), plain)
        drifted, passes = _laid_out(engine, plain["blocks"])
        data, warnings = engine.pdf()
    left = [Drift(mark_id(found["note"].removeprefix(note_id(""))), found["mark"], found["page"]) for found in drifted]
    findings = note_findings(notes_in(document.blocks), left, ())
    return Written(data, tuple(findings), (f"laid out {passes} times, to keep notes on their pages", *warnings))


def _laid_out(engine: Engine, blocks: Sequence[Plain]) -> tuple[list[Plain], int]:
    """Lay out until every note is on the page of its mark; return those that are not, and how often it took."""
    places = places_of_notes(blocks)
    breaks = Breaks()
    for passes in range(1, PASSES + 1):
        seen = engine.lay_out(breaks)
        mended = with_mended(breaks, seen, places, blocks)
        if mended == breaks:
            break
        breaks = mended
    return [found for found in seen if found["kind"] == "drifted"], passes
