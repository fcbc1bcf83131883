"""The PDF: by Typst, or by WeasyPrint where a forum brings a style sheet or it is asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO

from probata.diagnostics import Diagnostic, Severity, Span
from probata.document.blocks import Block, Blocks, Box, Contents, ListBlock, PageBreak, Picture, Table
from probata.document.inlines import CrossRef, Gap, Inlines, Note, Text
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.document.walk import child_blocks, child_inlines, own_inlines, plain_text
from probata.fonts.files import FAMILIES, MissingFontError
from probata.fonts.widths import substitute, unprintable
from probata.writers.format import MissingLibraryError, WriteError, WriteOptions, Written
from probata.writers.html.context import with_counted_names
from probata.writers.svg_source import texts_of

# Every text that a page shows, with the record it came from.

Sourced = tuple[str, Origin | None]


def texts(document: Document) -> Iterator[Sourced]:
    """Give each text once; one without an origin of its own takes that of what holds it."""
    meta = document.meta
    for line in (*meta.running, meta.short_title, *(word for _, word in meta.labels)):
        yield line, None
    yield from _of_blocks(document.blocks, None)


def _of_blocks(blocks: Blocks, outer: Origin | None) -> Iterator[Sourced]:
    for block in blocks:
        yield from _of_block(block, outer)


def _of_block(block: Block, outer: Origin | None) -> Iterator[Sourced]:
    origin = outer if isinstance(block, ListBlock | Box | Contents | PageBreak) else block.origin or outer
    yield from _of_inlines(own_inlines(block), origin)
    if isinstance(block, Table):
        for row in (*block.header, *block.rows):
            for cell in row.cells:
                yield from _of_blocks(cell.blocks, row.origin or origin)
    elif isinstance(block, Picture):
        yield from ((text, origin) for text in texts_of(block))
    elif isinstance(block, Contents):
        yield plain_text(block.title), origin
    else:
        yield from _of_blocks(child_blocks(block), origin)


def _of_inlines(inlines: Inlines, outer: Origin | None) -> Iterator[Sourced]:
    for inline in inlines:
        if isinstance(inline, Text | Gap):
            yield inline.text, inline.origin or outer
        elif isinstance(inline, CrossRef):
            yield inline.text, outer
        elif isinstance(inline, Note):
            yield from _of_blocks(inline.blocks, inline.origin or outer)
        else:
            yield from _of_inlines(child_inlines(inline), outer)


# Characters that no font of ours can print, found before the layout: a box is never filed.

AROUND = 25
"""Characters shown on either side in a message."""


def missing_glyphs(document: Document) -> tuple[Diagnostic, ...]:
    """Report each character without a glyph once a record, with the text it stands in.

    Titles and heads of pages are made of records and name none: they count where no record has the character.
    """
    found: dict[tuple[str, str], Diagnostic] = {}
    for text, origin in texts(document):
        for place, character in unprintable(text):
            record = origin.record if origin else ""
            found.setdefault((character, record), _diagnostic(character, _around(text, place), origin))
    placed = {character for character, record in found if "/" in record}
    return tuple(one for (character, record), one in found.items() if "/" in record or character not in placed)


def substitutes(document: Document) -> dict[int, str]:
    """Return what is printed instead, for `str.translate`: the code point in brackets."""
    characters = {character for text, _ in texts(document) for _, character in unprintable(text)}
    return {ord(character): substitute(character) for character in sorted(characters)}


def _around(text: str, place: int) -> str:
    return " ".join(text[max(0, place - AROUND) : place + AROUND + 1].split())


def _diagnostic(character: str, around: str, origin: Origin | None) -> Diagnostic:
    name = unicodedata.name(character, "without a name")
    where = (f"in the field `{origin.field}`",) if origin and origin.field else ()
    return Diagnostic(
        code="PDF101",
        name="character-without-glyph",
        severity=Severity.ERROR,
        message=f"`{character}` (U+{ord(character):04X}, {name}) in `{around}` is in none of the fonts of a PDF",
        help="write it in words or with another character",
        notes=(*where, f"looked for in {', '.join(FAMILIES)}"),
        record=origin.record if origin else "",
    )


# What to install where the layout engine cannot be loaded.


def missing_library(error: Exception) -> MissingLibraryError:
    """Say in the user's words what is missing; `error` is what the import raised."""
    if isinstance(error, ImportError):
        lacks, install = "WeasyPrint, which is not installed", "`pip install weasyprint==70.0`"
    else:
        lacks = "the library Pango, which this machine lacks"
        install = (
            "`apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` on Debian or Ubuntu, with "
            "`brew install pango` on macOS"
        )
    return MissingLibraryError(
        f"a PDF with a style sheet or `--engine weasyprint` needs {lacks}; install it with {install}; "
        "or build with `--engine typst`, which needs nothing and leaves a style sheet out"
    )


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


def live_pages(document: Document, options: WriteOptions) -> tuple[bytes, ...]:
    """Return the pages of the PDF as pictures, SVG, for the team's own screen.

    Raises as `write_pdf` does, and `WriteError` where the PDF has a style sheet, which Typst does not take.
    """
    from probata.writers.pdf.typst.write import pages_by_typst

    if options.by_weasyprint:
        raise WriteError("its PDF has a style sheet of its own, and is not shown before it is made")
    named = with_counted_names(document)
    try:
        return pages_by_typst(named, substitutes(named))
    except MissingFontError as error:
        raise MissingLibraryError(str(error)) from error


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
