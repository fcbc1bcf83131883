"""What makes the file fit for filing and keeping, beside what `test_finished_pdf` reads of every filing."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from tests.readers.pdf_structure import structure_of
from tests.writers.pdf_pages import in_both_engines, rich_pdf, written
from tests.writers.rich_document import rich_document

from probata.document.blocks import Paragraph
from probata.document.inlines import Text
from probata.document.tree import Document, Meta
from probata.writers.discovery import load_format
from probata.writers.format import PdfEngine, PdfForm, WriteOptions


@in_both_engines
def test_a_document_without_a_date_carries_none(engine: PdfEngine) -> None:
    data = written(Document(Meta("No date"), (Paragraph((Text("x"),)),)), engine=engine).data
    with pikepdf.open(BytesIO(data)) as opened:
        assert "/CreationDate" not in opened.docinfo
        with opened.open_metadata() as metadata:
            assert "xmp:CreateDate" not in metadata


@in_both_engines
def test_notes_marks_and_contents_are_tagged_as_such(engine: PdfEngine) -> None:
    tags = [node.tag for node in structure_of(rich_pdf(engine)).walk()]
    assert tags.count("Note") == 12
    assert tags.count("TOCI") == 8


@pytest.mark.parametrize(
    ("engine", "form", "stated"),
    [
        (PdfEngine.TYPST, PdfForm.ARCHIVE, ("1", "3A")),
        (PdfEngine.WEASYPRINT, PdfForm.ARCHIVE, (None, "3A")),
        (PdfEngine.WEASYPRINT, PdfForm.ACCESSIBLE, ("1", "")),
    ],
)
def test_typst_states_both_standards_and_weasyprint_the_one_asked_for(
    engine: PdfEngine, form: PdfForm, stated: tuple[str | None, str]
) -> None:
    data = load_format("pdf").write(rich_document(), WriteOptions(pdf_engine=engine, pdf_form=form)).data
    with pikepdf.open(BytesIO(data)) as opened, opened.open_metadata() as metadata:
        assert (metadata.get("pdfuaid:part"), metadata.pdfa_status) == stated
        assert opened.Root.MarkInfo.Marked
