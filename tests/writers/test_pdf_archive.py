"""What makes the file fit for filing and keeping, beside what `test_finished_pdf` reads of every filing."""

from __future__ import annotations

from tests.readers.pdf_structure import structure_of
from tests.writers.pdf_pages import in_both_engines, rich_pdf

from probata.writers.format import PdfEngine


@in_both_engines
def test_notes_and_contents_are_tagged_as_such(engine: PdfEngine) -> None:
    tags = [node.tag for node in structure_of(rich_pdf(engine)).walk()]
    assert (tags.count("Note"), tags.count("TOCI")) == (12, 8)
