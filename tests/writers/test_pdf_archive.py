"""What makes the file fit for filing and keeping, beside what `test_finished_pdf` reads of every filing."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from tests.readers.pdf_structure import structure_of
from tests.writers.pdf_pages import in_both_engines, rich_pdf, written

from probata.document.blocks import Paragraph
from probata.document.inlines import Text
from probata.document.tree import Document, Meta
from probata.writers.format import PdfEngine


@in_both_engines
def test_a_document_without_a_date_carries_none(engine: PdfEngine) -> None:
    data = written(Document(Meta("No date"), (Paragraph((Text("x"),)),)), engine=engine).data
    with pikepdf.open(BytesIO(data)) as opened:
        assert "/CreationDate" not in opened.docinfo
        with opened.open_metadata() as metadata:
            assert "xmp:CreateDate" not in metadata


@in_both_engines
def test_notes_and_contents_are_tagged_as_such(engine: PdfEngine) -> None:
    tags = [node.tag for node in structure_of(rich_pdf(engine)).walk()]
    assert (tags.count("Note"), tags.count("TOCI")) == (12, 8)
