"""The PDF: a page of HTML, laid out, read back, mended and written as PDF/A-3a; needs WeasyPrint and Pango."""

from __future__ import annotations

from collections.abc import Mapping

from probata.document.tree import Document
from probata.fonts.files import font_files
from probata.writers.format import WriteOptions, Written
from probata.writers.html.sections import notes_in
from probata.writers.pdf.findings import note_findings
from probata.writers.pdf.weasyprint.engine import Engine
from probata.writers.pdf.weasyprint.engine_log import engine_log, not_drawn
from probata.writers.pdf.weasyprint.finish import finisher
from probata.writers.pdf.weasyprint.fontconfig import private_fontconfig
from probata.writers.pdf.weasyprint.house_style import style_faults
from probata.writers.pdf.weasyprint.mend import Mended, lay_out_and_mend
from probata.writers.pdf.weasyprint.source import pdf_source


def write_by_weasyprint(document: Document, options: WriteOptions, substitutes: Mapping[int, str]) -> Written:
    """Write the document; `substitutes` are printed instead of the characters that no font has.

    Raises `WriteError` as the HTML writer does and where a style sheet asks for a file or an address.
    """
    source = pdf_source(document, options.print_css, substitutes)
    with private_fontconfig(font_files()), engine_log() as messages:
        mended = lay_out_and_mend(Engine(source.html), source)
        data = mended.laid.pdf(finisher(source))
    too_long = mended.laid.reaching_above((note for _, note in source.notes), document.meta.look.page.top)
    notes = note_findings(notes_in(document.blocks), mended.left, too_long)
    faults = style_faults(options.print_css, options.print_css_path)
    return Written(data, (*not_drawn(messages), *notes, *faults), (_passes(mended),))


def _passes(mended: Mended) -> str:
    if mended.passes == 1:
        return "laid out once"
    return f"laid out {mended.passes} times, to keep notes and rows on their pages and pages filled"
