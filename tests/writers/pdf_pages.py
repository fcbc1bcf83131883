"""Finished PDFs for tests, and the text of their pages as Poppler gives it."""

from __future__ import annotations

import re
import subprocess
from functools import cache

from tests.each import each
from tests.readers.read_once import read_once
from tests.writers.rich_document import rich_document

from probata.document.tree import Document
from probata.writers.format import PdfEngine, WriteOptions, Written
from probata.writers.pdf import FORMAT

in_both_engines = each("engine", PdfEngine, ids=str)
UNSEEN = re.compile("[\\s\u00ad\u2010]")


def written(document: Document, print_css: str = "", engine: PdfEngine | None = None) -> Written:
    """Return the file and its findings; by Typst, or WeasyPrint where there is a style sheet, unless one is named."""
    return FORMAT.write(document, WriteOptions(print_css=print_css, pdf_engine=engine))


@cache
def rich_pdf(engine: PdfEngine | None = None) -> bytes:
    """Return the PDF of the rich document, written once for all tests."""
    made = written(rich_document(), engine=engine)
    assert made.diagnostics == ()
    return made.data


@read_once
def page_texts(data: bytes) -> list[str]:
    """Return the text of each page without white space and hyphens of the layout."""
    command = ["pdftotext", "-raw", "-", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return [unspaced(page) for page in done.stdout.decode("utf-8").split("\f")[:-1]]


def unspaced(text: str) -> str:
    """Leave out white space and hyphens that a layout may have set."""
    return UNSEEN.sub("", text)
