"""The PDF writer: PDF/A-3a by WeasyPrint, which is imported only when a PDF is asked for."""

from probata.writers.format import Format
from probata.writers.pdf.write import write_pdf

FORMAT = Format(id="pdf", title="PDF for filing and keeping (PDF/A-3a)", write=write_pdf)
