"""The PDF writer: by Typst, or by WeasyPrint; each is imported only when it is needed."""

from probata.writers.format import Format
from probata.writers.pdf.write import write_pdf

FORMAT = Format(id="pdf", title="PDF for filing and keeping (PDF/A-3a and PDF/UA-1)", write=write_pdf)
