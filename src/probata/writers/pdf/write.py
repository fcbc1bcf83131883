"""The PDF: by Typst, or by WeasyPrint where a forum or an office brings a style sheet or asks for it."""

from __future__ import annotations

from dataclasses import replace

from probata.document.tree import Document
from probata.fonts.files import MissingFontError
from probata.writers.format import MissingLibraryError, PdfEngine, WriteOptions, Written
from probata.writers.html.counted_names import with_counted_names
from probata.writers.pdf.glyphs import missing_glyphs, substitutes


def write_pdf(document: Document, options: WriteOptions) -> Written:
    """Write the document with its notes at the foot of their pages.

    A character without a glyph is printed as its code point and reported; so is every note that could not be
    brought to the page of its mark.

    Raises `MissingLibraryError` where the engine or a font is missing, `WriteError` as the HTML writer does and where
    a style sheet asks for a file or an address.
    """
    try:
        named = with_counted_names(document)
        glyphs = missing_glyphs(named)
        written = _by_engine(named, options, substitutes(named) if glyphs else {})
    except MissingFontError as error:
        raise MissingLibraryError(str(error)) from error
    return replace(written, diagnostics=(*glyphs, *written.diagnostics))


def _by_engine(document: Document, options: WriteOptions, substituted: dict[int, str]) -> Written:
    if options.pdf_engine is PdfEngine.WEASYPRINT or options.print_css.strip():
        from probata.writers.pdf.weasyprint.write import write_by_weasyprint  # one of the two is loaded

        return write_by_weasyprint(document, options, substituted)
    from probata.writers.pdf.typst.write import write_by_typst

    return write_by_typst(document, substituted, options.draft)
