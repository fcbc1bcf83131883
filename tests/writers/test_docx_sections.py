"""Notes that begin again at each section."""

from __future__ import annotations

from tests.readers.docx_text import read_docx
from tests.readers.tree_text import read_tree
from tests.writers.docx_file import count, document_of, found, paragraph, part, written
from tests.writers.section_document import section_document

from probata.document.blocks import Heading, PageBreak


def test_notes_begin_again_at_each_heading_of_the_first_level() -> None:
    data = written(section_document())
    numbers = [item.number for item in read_docx(data) if item.kind == "note"]
    assert numbers == ["1", "1", "2", "3", "1", "1"]
    assert read_docx(data) == read_tree(section_document())


def test_a_page_break_above_a_heading_stays_with_it_and_nothing_above_it_is_no_section() -> None:
    meta = section_document().meta
    headings = [Heading(1, paragraph(name).inlines, name, "none") for name in ("one", "two")]
    blocks = (PageBreak(), headings[0], paragraph("x"), PageBreak(), headings[1])
    body = part(written(document_of(*blocks, meta=meta)), "word/document.xml")
    assert count(body, "//w:sectPr") == 2
    assert found(body, "//w:p[w:pPr/w:pageBreakBefore]//w:t/text()") == ["one", "two"]
