"""The fields of every Word file hold what Word puts there when it updates them."""

from __future__ import annotations

from collections import Counter

from tests.filings.cases import alleges
from tests.filings.made import MadeFiling
from tests.readers.docx_fields import Field, read_fields
from tests.writers.docx_file import written
from tests.writers.rich_document import rich_document
from tests.writers.section_document import section_document

from probata.document.blocks import Contents, Picture, Table
from probata.document.inlines import CrossRef, NoteRef
from probata.document.walk import inlines_in_order, walk_blocks


def test_every_field_holds_the_right_result(filing: MadeFiling) -> None:
    assert wrong(read_fields(filing.docx)) == []


def test_every_reference_of_the_tree_is_a_field(filing: MadeFiling) -> None:
    inlines = list(inlines_in_order(filing.tree.blocks))
    blocks = list(walk_blocks(filing.tree.blocks))
    captioned = [block for block in blocks if isinstance(block, (Table, Picture)) and block.number]
    expected = {
        "NOTEREF": sum(isinstance(inline, NoteRef) for inline in inlines),
        "REF": sum(isinstance(inline, CrossRef) for inline in inlines),
        "SEQ": len(captioned),
        "TOC": sum(isinstance(block, Contents) for block in blocks),
    }
    assert not alleges(filing.name) or min(expected.values()) >= 1
    assert Counter(field.code.split()[0] for field in read_fields(filing.docx)) == Counter(expected)


def test_fields_of_a_document_with_everything_hold_the_right_results() -> None:
    rich, sections = read_fields(written(rich_document())), read_fields(written(section_document()))
    assert {"NOTEREF", "REF", "SEQ", "TOC"} == {field.code.split()[0] for field in rich}
    # The contents of these two were put together by hand and leave a heading out.
    assert wrong([field for field in (*rich, *sections) if not field.code.startswith("TOC")]) == []


def wrong(fields: list[Field]) -> list[Field]:
    return [field for field in fields if field.cached != field.right][:5]
