"""The fields of every Word file hold what Word puts there when it updates them."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree
from tests.filings.cases import EXAMPLE, FilingName
from tests.filings.every import every_filing
from tests.filings.made import made_parts
from tests.readers.docx_fields import Field, read_fields
from tests.readers.docx_text import W
from tests.writers.docx_file import NAMESPACES, parts, rezipped, written
from tests.writers.rich_document import rich_document
from tests.writers.section_document import section_document

from probata.document.blocks import Contents, Picture, Table
from probata.document.inlines import CrossRef, NoteRef
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, walk_blocks
from probata.writers.docx.state import targets_of

NEW_NOTE = "9999"


@every_filing
def test_every_field_holds_the_right_result(filing_name: FilingName) -> None:
    assert [field for part in made_parts(filing_name) for field in wrong(read_fields(part.docx))] == []


@every_filing
def test_every_reference_of_the_tree_is_a_field(filing_name: FilingName) -> None:
    found = Counter[str]()
    for part in made_parts(filing_name):
        expected = references(part.tree)
        assert Counter(field.code.split()[0] for field in read_fields(part.docx)) == expected
        found += expected
    assert filing_name.filing != "uk-ghr" or set(found) == {"REF", "SEQ", "TOC"}


def references(tree: Document) -> Counter[str]:
    """Count what is to be a field; what refers into another file is words alone."""
    here = targets_of(tree)
    inlines, blocks = list(inlines_in_order(tree.blocks)), list(walk_blocks(tree.blocks))
    return +Counter(
        NOTEREF=sum(isinstance(inline, NoteRef) for inline in inlines),
        REF=sum(isinstance(inline, CrossRef) and inline.target in here for inline in inlines),
        SEQ=sum(isinstance(block, (Table, Picture)) and bool(block.number) for block in blocks),
        TOC=sum(isinstance(block, Contents) for block in blocks),
        TA=len(tree.authority_marks),
    )


def test_fields_of_a_document_with_everything_hold_the_right_results() -> None:
    rich, sections = read_fields(written(rich_document())), read_fields(written(section_document()))
    assert {"NOTEREF", "REF", "SEQ", "TOC"} == {field.code.split()[0] for field in rich}
    # The contents of these two were put together by hand and leave a heading out.
    assert wrong([field for field in (*rich, *sections) if not field.code.startswith("TOC")]) == []


def wrong(fields: list[Field]) -> list[Field]:
    return [field for field in fields if field.cached != field.right][:5]


def test_every_number_follows_after_an_edit() -> None:
    """A numbered paragraph is typed before the first one; Word then puts one more into every reference to one."""
    submission, statement = (made_parts(FilingName(EXAMPLE, name))[0].docx for name in ("uk-ghr", "support-statement"))
    before, after = read_fields(submission), read_fields(with_a_paragraph_before_the_first(submission))
    assert [field.code for field in after] == [field.code for field in before]
    said, said_after = read_fields(statement), read_fields(with_a_paragraph_before_the_first(statement))
    numbers = [pair for pair in _of(said, said_after, r"REF .* \\n \\h") if pair[0].right.isdigit()]
    assert {int(new.right) - int(old.right) for old, new in numbers} == {1}
    contents = _of(before, after, "TOC .*")
    assert contents
    assert [old.right == new.right for old, new in contents] == [True] * len(contents)


def _of(before: list[Field], after: list[Field], code: str) -> list[tuple[Field, Field]]:
    return [pair for pair in zip(before, after, strict=True) if re.fullmatch(code, pair[0].code)]


def with_a_paragraph_before_the_first(data: bytes) -> bytes:
    """Return the file with a numbered paragraph of two words and a note before its first numbered one."""
    files = parts(data)
    body, notes = (etree.fromstring(files[f"word/{name}.xml"]) for name in ("document", "footnotes"))
    first = next(p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='NumberedParagraph1']") is not None)
    first.addprevious(_typed("NumberedParagraph1", f'<w:r><w:footnoteReference w:id="{NEW_NOTE}"/></w:r>'))
    note = etree.SubElement(notes, f"{W}footnote", {f"{W}id": NEW_NOTE})
    note.append(_typed("FootnoteText", "<w:r><w:footnoteRef/></w:r>"))
    files["word/document.xml"], files["word/footnotes.xml"] = etree.tostring(body), etree.tostring(notes)
    return rezipped(files)


def _typed(style: str, mark: str) -> etree._Element:
    text = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>Two words</w:t></w:r>{mark}'
    return etree.fromstring(f'<w:p xmlns:w="{NAMESPACES["w"]}">{text}</w:p>')
