"""The text of a cell of others as the value of a field."""

from __future__ import annotations

import re

from probata.diagnostics import Diagnostic, Span
from probata.importers.records.dates_in_words import date_in_words
from probata.importers.records.incoming import fault
from probata.importers.records.literal import is_literal, literal
from probata.importers.records.marked import Marks, marks_at
from probata.source.node import Node
from probata.source.text_file import ILLEGAL
from probata.source.xlsx_cell import ERRORS, NO_RESULT
from probata.workbook.cells import read_cell
from probata.workbook.headings import Path
from probata.workbook.shape import shape_of

LONGEST = 32_000
"""Characters of one cell; Excel takes 32,767."""
_NAMES = re.compile(r"\{\{|\{%|\{#")


class CellFaultError(Exception):
    """A cell cannot be a value; carries code, name, what is wrong, and the next step."""

    def __init__(self, code: str, name: str, message: str, help: str) -> None:
        super().__init__(message)
        self.code, self.name, self.message, self.help = code, name, message, help

    def fault(self, heading: str, span: Span) -> Diagnostic:
        """Return the finding for the cell below a heading."""
        return fault(self.code, self.name, f"the cell below `{heading}` {self.message}", span, self.help)


def value_of(kind: str, path: Path, text: str, span: Span) -> Node:
    """Return the value that a cell shows for a field, as a workbook of ours is read.

    Several values of a list stand on lines of their own, or on one line with semicolons between them. What Markdown
    would read is printed as it stands. Raises `CellFaultError` for what is no text of a record.
    """
    if text in ERRORS:
        is_formula = text == NO_RESULT
        message = "has a formula without a result" if is_formula else f"shows the error `{text}`"
        help = "open the workbook in Excel and save it, or write the value" if is_formula else "write the value"
        raise CellFaultError("IMP173", "cell-not-read", message, help)
    if found := ILLEGAL.search(text):
        message = f"holds the character `U+{ord(found[0]):04X}`, which no document can hold"
        raise CellFaultError("IMP173", "cell-not-read", message, "delete it")
    if len(text) > LONGEST:
        raise CellFaultError("IMP173", "cell-not-read", f"has {len(text)} characters, more than {LONGEST}",
                             "shorten it, or write it into the case by hand")  # fmt: skip
    marks = marks_at(kind, path)
    shape = shape_of(kind).at(path)
    if marks & Marks.FILLED and not marks & Marks.MARKDOWN and _NAMES.search(text):
        raise CellFaultError("IMP174", "markup-in-cell", "holds names in double braces, which would be filled in",
                             "write it otherwise, or into the case by hand")  # fmt: skip
    if marks & Marks.MARKDOWN:
        if not is_literal(text):
            message = "cites a source or has the mark of a note, which are read in records of the case alone"
            help = "leave the mark out, or write the text into the case by hand"
            raise CellFaultError("IMP174", "markup-in-cell", message, help)
        text = literal(text)
    if shape.is_date:
        text = date_in_words(text)
    if shape.items and "\n" not in text and ";" in text and not text.startswith(("{", "[", '"')):
        text = "\n".join(part.strip() for part in text.split(";"))
    return read_cell(text, span, shape)
