"""Notes that begin again at each section."""

from __future__ import annotations

from tests.readers.docx_text import read_docx
from tests.readers.tree_text import read_tree
from tests.writers.docx_file import count, found, part, written
from tests.writers.rich_document import rich_document
from tests.writers.section_document import section_document


def test_notes_begin_again_at_each_heading_of_the_first_level() -> None:
    data = written(section_document())
    numbers = [item.number for item in read_docx(data) if item.kind == "note"]
    assert numbers == ["1", "1", "2", "3", "1", "1"]
    assert read_docx(data) == read_tree(section_document())


def test_a_new_section_goes_on_upon_the_same_page_with_the_same_head_and_foot() -> None:
    body = part(written(section_document()), "word/document.xml")
    assert count(body, "//w:sectPr") == 4
    assert found(body, "//w:sectPr/w:footnotePr/w:numRestart/@w:val") == ["eachSect"] * 4
    assert found(body, "//w:sectPr/w:type/@w:val") == ["continuous"] * 3
    assert len(set(found(body, "//w:headerReference/@r:id"))) == 1


def test_notes_that_run_through_need_one_section_only() -> None:
    body = part(written(rich_document()), "word/document.xml")
    assert count(body, "//w:sectPr") == 1
    assert count(body, "//w:numRestart") == 0
