"""The PDF by Typst: PDF/A-3a and PDF/UA-1 in one file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from probata.diagnostics import Diagnostic, Severity
from probata.document.tree import Document
from probata.fonts.files import MissingFontError
from probata.writers.format import WriteError, Written
from probata.writers.html.context import note_id
from probata.writers.html.page import notes_in
from probata.writers.pdf.findings import MOVE
from probata.writers.pdf.typst.notes import Breaks, Plain, drifted, with_corrected
from probata.writers.pdf.typst.tree import plain_document

if TYPE_CHECKING:
    from probata.writers.pdf.typst.engine import Engine

MOST_WARNINGS = 3
PASSES = 8
"""Layouts of a document, at most."""


def write_by_typst(document: Document, substitutes: Mapping[int, str]) -> Written:
    """Write the document; `substitutes` are printed instead of the characters that no font has.

    It is laid out until every note is on the page of its mark. Notes that are not are reported.

    Raises `WriteError` as `plain_document` does, and where the document cannot be set.
    """
    from probata.writers.pdf.typst.engine import Engine  # with a library of 80 MB, only when a PDF is asked for

    plain = plain_document(document, substitutes)
    with TemporaryDirectory(prefix="probata-pdf-") as folder:
        engine = Engine(Path(folder), plain)
        seen, passes = _laid_out(engine, plain["blocks"], document.meta.look.page.top, PASSES)
        data, warnings = engine.pdf()
    remarks = (f"laid out {f'{passes} times' if passes > 1 else 'once'}", *warnings[:MOST_WARNINGS])
    return Written(data, _off_page(document, seen), remarks)


def pages_by_typst(document: Document, substitutes: Mapping[int, str]) -> tuple[bytes, ...]:
    """Return the pages of the file as pictures, SVG. Raises as `write_by_typst` does."""
    from probata.writers.pdf.typst.engine import Engine

    plain = plain_document(document, substitutes)
    with TemporaryDirectory(prefix="probata-pages-") as folder:
        engine = Engine(Path(folder), plain)
        _laid_out(engine, plain["blocks"], document.meta.look.page.top, PASSES)
        return engine.pages()


def pages_of_headings(document: Document) -> dict[str, int]:
    """Return on which page of the PDF each heading stands, by its id; nothing where the layout cannot be had.

    For contents of other formats, whose pages are those of the PDF or nearly so.
    """
    try:
        from probata.writers.pdf.typst.engine import Engine

        with TemporaryDirectory(prefix="probata-pages-") as folder:
            engine = Engine(Path(folder), plain_document(document, {}))
            engine.lay_out(Breaks())
            return engine.pages_of_headings()
    except (ImportError, MissingFontError, WriteError):
        return {}


def _laid_out(engine: Engine, blocks: Sequence[Plain], margin: float, most: int) -> tuple[list[Plain], int]:
    """Lay out until nothing is left to mend, at most so often; return what was seen last, and how often it took."""
    breaks = Breaks()
    seen = engine.lay_out(breaks)
    for passes in range(1, most):
        mended = with_corrected(breaks, seen, blocks, margin)
        if mended == breaks:
            return seen, passes
        breaks = mended
        seen = engine.lay_out(breaks)
    return seen, most


def _off_page(document: Document, seen: Iterable[Plain]) -> tuple[Diagnostic, ...]:
    """Report the notes that are not on the page of their mark."""
    numbers = {note_id(note.id): note.number for note in notes_in(document.blocks)}
    off = ", ".join(str(numbers[found["place"]]) for found in drifted(seen))
    if not off:
        return ()
    told = f"in the PDF, notes are not on the page of their mark: {off}"
    return (Diagnostic("PDF103", "note-on-another-page", Severity.WARNING, told, help=MOVE),)
