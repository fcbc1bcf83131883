"""The Word writer: real footnotes, live references and automatic numbers, on styles of a reference file."""

from __future__ import annotations

from probata.writers.docx.writer import write
from probata.writers.format import Format

FORMAT = Format(id="docx", title="Word document", write=write)
