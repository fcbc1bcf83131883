"""Word opens the file without repair: two validators, and what both of them miss."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.writers.docx_file import document_of, found, paragraph, part, parts, rezipped, written
from tests.writers.docx_validity import audit, integrity, missing_targets, open_fields, texts, unpaired_bookmarks
from tests.writers.rich_document import rich_document
from tests.writers.section_document import section_document

from probata.document.blocks import Box, Cell, ListBlock, Paragraph, Quote, Role, Row, Table
from probata.document.inlines import Emph, Language, LineBreak, Note, Strong
from probata.document.look import base_look
from probata.document.tree import Document, Meta
from probata.writers.docx.samples import sample_letterhead


def _odd_document() -> Document:
    """Return what a writer meets rarely: nesting, empty cells, right-to-left text, several totals."""
    deep: Paragraph | ListBlock = paragraph("deep")
    for _ in range(11):
        deep = ListBlock(((deep,),) if isinstance(deep, Paragraph) else ((paragraph("x"), deep),))
    table = Table((1, 2), (), (Row((Cell(()), Cell((paragraph("a"),), "center")), "total"),) * 2)
    headed = Table((1, 2), (Row((Cell((paragraph("h"),)), Cell(()))),) * 2, table.rows, paragraph("t").inlines)
    quote = Quote((paragraph("q"), ListBlock(((paragraph("i"),),), ordered=True)), "epigraph")
    runs = paragraph(
        Strong((Emph(paragraph("both").inlines),)), LineBreak(), Language("ug", paragraph("ئۇيغۇر").inlines)
    )
    rtl = paragraph(Language("ar", paragraph("سطر").inlines))
    in_cell = Cell((ListBlock(((paragraph("1", Note("n", (paragraph("x"), paragraph("y")), 1)),),), ordered=True),))
    nested = Table((1,), (), (Row((in_cell,)),))
    marks = paragraph("two", *(Note(f"m{n}", (paragraph("x"),), n) for n in (2, 3)))
    box = Box((table, quote, deep))
    meta = Meta("Odd", "ar", running=("أ",), note_numbering="section")
    return document_of(box, box, table, headed, nested, runs, marks, rtl, Paragraph((), Role.SIGNATURE), meta=meta)


DOCUMENTS = {"rich": rich_document(), "sections": section_document(), "odd": _odd_document(), "empty": document_of()}


@pytest.fixture(scope="module", params=DOCUMENTS)
def file(request: pytest.FixtureRequest) -> bytes:
    return written(DOCUMENTS[request.param])


def test_openxml_audit_finds_no_error(file: bytes, tmp_path: Path) -> None:
    assert audit(file, tmp_path) == []


def test_ooxml_integrity_finds_nothing(file: bytes, tmp_path: Path) -> None:
    assert integrity(file, tmp_path) == []


def test_both_validators_see_a_broken_file(tmp_path: Path) -> None:
    """A test of the two tests above: they must be able to fail."""
    files = parts(written(rich_document()))
    document = files["word/document.xml"]
    files["word/document.xml"] = document.replace(
        b'<w:footnoteReference w:id="3"/>', b'<w:footnoteReference w:id="99"/>'
    )
    assert integrity(rezipped(files), tmp_path) != []
    files["word/document.xml"] = document.replace(b"<w:tblGrid>", b"<w:tblGird>").replace(
        b"</w:tblGrid>", b"</w:tblGird>"
    )
    assert audit(rezipped(files), tmp_path) != []


def test_bookmarks_come_in_pairs_with_names_of_their_own(file: bytes) -> None:
    for root in texts(file):
        assert unpaired_bookmarks(root) == []
        names = found(root, "//w:bookmarkStart/@w:name")
        assert all(len(name) <= 40 and name.replace("_", "a").isalnum() and name.isascii() for name in names)


def test_fields_are_opened_divided_and_closed_in_order(file: bytes) -> None:
    for root in texts(file):
        assert open_fields(root) == 0


def test_every_field_leads_to_a_bookmark_that_exists(file: bytes) -> None:
    assert missing_targets(file) == set()


def test_every_style_and_list_that_is_used_exists(file: bytes) -> None:
    styles = set(found(part(file, "word/styles.xml"), "//w:style/@w:styleId"))
    lists = set(found(part(file, "word/numbering.xml"), "//w:num/@w:numId"))
    roots = [*texts(file), part(file, "word/styles.xml"), part(file, "word/numbering.xml")]
    used = {s for root in roots for s in found(root, "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")}
    used |= set(found(roots[-2], "//w:basedOn/@w:val | //w:next/@w:val"))
    assert used - styles == set()
    assert {n for root in roots for n in found(root, "//w:numId/@w:val")} - lists - {"0"} == set()


def test_our_letterhead_is_without_a_finding(tmp_path: Path) -> None:
    data = sample_letterhead(base_look())
    assert audit(data, tmp_path) == []
    assert integrity(data, tmp_path) == []
