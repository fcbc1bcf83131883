"""The PDF: by Typst, or by WeasyPrint where a forum brings a style sheet or it is asked for."""

from __future__ import annotations

from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO

from probata.diagnostics import Diagnostic, Severity, Span
from probata.document.tree import Document
from probata.fonts.files import MissingFontError
from probata.writers.format import MissingLibraryError, WriteOptions, Written
from probata.writers.html.counted_names import with_counted_names
from probata.writers.pdf.glyphs import missing_glyphs, substitutes
from probata.writers.pdf.weasyprint.missing import missing_library


def write_pdf(document: Document, options: WriteOptions) -> Written:
    """Write the document with its notes at the foot of their pages.

    A character without a glyph is printed as its code point and reported; so is every note that could not be
    brought to the page of its mark, and a style sheet that the engine asked for does not take.

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
    styled = bool(options.print_css.strip())
    reason = "asked for" if options.pdf_engine else f"for `{options.print_css_path}`" if styled else "the usual one"
    if options.by_weasyprint:
        try:
            with redirect_stdout(StringIO()):  # without Pango the engine prints a banner of its own
                from probata.writers.pdf.weasyprint.write import write_by_weasyprint
        except (ImportError, OSError) as error:
            raise missing_library(error) from error
        written, name = write_by_weasyprint(document, options, substituted), "WeasyPrint"
    else:
        from probata.writers.pdf.typst.write import write_by_typst

        written, name = write_by_typst(document, substituted), "Typst"
        if styled:
            written = replace(written, diagnostics=(*written.diagnostics, _unstyled(options.print_css_path)))
    return replace(written, remarks=(*written.remarks, f"set by {name} ({reason})"))


def _unstyled(path: str) -> Diagnostic:
    help = "where you want it, build without `--engine typst` and `pdf_engine`: WeasyPrint takes it"
    what = "the style sheet is left out of the PDF: Typst was asked for, and takes none"
    return Diagnostic("PDF106", "style-without-effect", Severity.INFO, what, Span(path), help)
