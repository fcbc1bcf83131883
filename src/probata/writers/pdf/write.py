"""The PDF: a page of HTML, laid out, read back, mended and written as PDF/A-3a."""

from __future__ import annotations

from collections.abc import Iterator

from probata.diagnostics import Diagnostic
from probata.document.tree import Document
from probata.writers.format import WriteOptions, Written
from probata.writers.html.context import mark_id
from probata.writers.html.sections import notes_in
from probata.writers.pdf.drift import Drift
from probata.writers.pdf.engine_log import engine_log, not_drawn
from probata.writers.pdf.findings import note_finding
from probata.writers.pdf.finish import finisher
from probata.writers.pdf.font_files import font_files
from probata.writers.pdf.fontconfig import private_fontconfig
from probata.writers.pdf.glyphs import missing_glyphs, substitutes
from probata.writers.pdf.mend import lay_out_and_mend
from probata.writers.pdf.missing import missing_library
from probata.writers.pdf.source import Source, pdf_source


def write_pdf(document: Document, options: WriteOptions) -> Written:
    """Write the document as PDF/A-3a with its notes at the foot of their pages.

    A character without a glyph is printed as its code point and reported; so is every note that could not be
    brought to the page of its mark.

    Raises `MissingLibraryError` where Pango or WeasyPrint is missing, `WriteError` as the HTML writer does
    and where a style sheet asks for a file or an address.
    """
    glyphs = missing_glyphs(document)
    source = pdf_source(document, options.print_css, substitutes(document) if glyphs else {})
    with private_fontconfig(font_files()), engine_log() as messages:
        data, left = _print(source)
    findings = (*glyphs, *not_drawn(messages), *_note_findings(document, left))
    return Written(data, findings)


def _print(source: Source) -> tuple[bytes, tuple[Drift, ...]]:
    """Return the file and the notes that are not on the page of their mark."""
    try:
        from probata.writers.pdf.engine import Engine  # half a second, so only when a PDF is asked for
    except (ImportError, OSError) as error:
        raise missing_library(error) from error
    mended = lay_out_and_mend(Engine(source.html), source.places, source.notes)
    return mended.laid.pdf(finisher(source.paragraphs)), mended.left


def _note_findings(document: Document, left: tuple[Drift, ...]) -> Iterator[Diagnostic]:
    by_mark = {mark_id(note.id): note for note in notes_in(document.blocks)}
    for drift in left:
        yield note_finding(by_mark[drift.mark], drift)
