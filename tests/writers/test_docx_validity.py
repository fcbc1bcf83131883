"""Word opens the file without repair, with its letterhead and its table of authorities."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from tests.each import each
from tests.readers.docx_text import W, read_docx
from tests.readers.libreoffice import squeezed
from tests.readers.tree_text import read_tree
from tests.readers.writer import open_in_writer
from tests.writers.docx_file import LABELS, document_of, found, paragraph, part, parts, rezipped, written
from tests.writers.docx_validity import audit, integrity, missing_targets, open_fields, texts, unpaired_bookmarks
from tests.writers.letterhead import letterhead
from tests.writers.rich_document import rich_document
from tests.writers.section_document import section_document

from probata.document.blocks import Block, Box, Cell, Heading, ListBlock, Paragraph, Quote, Role, Row, Table
from probata.document.inlines import Emph, Language, LineBreak, Note, NoteRef, Strong, Text
from probata.document.look import base_look
from probata.document.tree import AuthorityMark, Document, Meta
from probata.writers.docx.samples import sample_letterhead
from probata.writers.format import WriteError


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


RELATIONSHIPS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def test_a_letterhead_without_our_styles_gives_the_same_text_and_numbers(tmp_path: Path) -> None:
    data = written(rich_document(), letterhead())
    assert read_docx(data) == read_tree(rich_document())
    assert audit(data, tmp_path) == []
    assert integrity(data, tmp_path) == []


def test_styles_are_found_by_name_and_keep_their_look() -> None:
    data = written(document_of(Heading(1, paragraph("x").inlines, "x", number="A")), letterhead())
    assert found(part(data, "word/document.xml"), "//w:p[1]/w:pPr/w:pStyle/@w:val") == ["berschrift1"]
    heading = "//w:style[w:name/@w:val='heading 1']"
    styles = part(data, "word/styles.xml")
    assert found(styles, f"{heading}/w:rPr/w:color/@w:val") == ["AA0000"]
    assert found(styles, f"{heading}/@w:styleId") == ["berschrift1"]


def test_a_heading_numbered_by_the_letterhead_is_numbered_by_the_document() -> None:
    heading = Heading(1, paragraph("x").inlines, "x", number="A")
    third = Heading(3, paragraph("y").inlines, "y")
    data = written(document_of(heading, third), letterhead())
    assert [item.number for item in read_docx(data)] == ["A", ""]


def test_its_page_header_and_footer_stay_and_bear_our_lines() -> None:
    meta = Meta("x", running=("DRAFT",), short_title="Re X", labels=LABELS)
    data = written(document_of(paragraph("x"), meta=meta), letterhead())
    body = part(data, "word/document.xml")
    assert found(body, "//w:pgMar/@w:top") == ["2268"]
    first, others = (_furniture(data, "header", kind) for kind in ("first", "default"))
    assert first == ["Example Chambers", "DRAFT"]
    assert others == ["DRAFT"]
    assert _furniture(data, "footer", "default") == ["Registered in Example", "Re X", "Page ", "1", " of ", "1"]


def test_text_and_properties_of_the_letterhead_do_not_stay() -> None:
    data = written(document_of(paragraph("x")), letterhead())
    whole = b"".join(parts(data).values())
    for trace in (b"Old text", b"A. Former Author", b"secret comment", b"00AB12CD"):
        assert trace in b"".join(parts(letterhead()).values())
        assert trace not in whole


@each(("kind", "word"), [("attachedTemplate", "attachedTemplate"), ("image", "image"), ("oleObject", "oleObject")])
def test_what_would_be_fetched_from_outside_is_refused(kind: str, word: str) -> None:
    evil = _with_relationship(kind, "https://example.org/t.dotx")
    with pytest.raises(WriteError, match=word):
        written(document_of(paragraph("x")), evil)


def test_macros_are_refused() -> None:
    files = parts(letterhead())
    types = files["[Content_Types].xml"]
    files["[Content_Types].xml"] = types.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    with pytest.raises(WriteError, match="macros"):
        written(document_of(paragraph("x")), rezipped(files))


@each("data", [b"", b"%PDF-1.7", rezipped({"a.txt": b"x"}), rezipped({"[Content_Types].xml": b"<"})])
def test_what_is_no_word_file_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(WriteError, match="reference file"):
        written(document_of(paragraph("x")), data)


def test_a_word_file_with_a_damaged_part_is_refused_in_words() -> None:
    files = parts(letterhead())
    files["word/styles.xml"] = b"<w:styles"
    with pytest.raises(WriteError, match="reference file"):
        written(document_of(paragraph("x")), rezipped(files))


def test_a_letterhead_whose_page_has_no_size_that_can_be_read_is_refused_in_words() -> None:
    files = parts(letterhead())
    files["word/document.xml"] = re.sub(rb'w:w="\d+"', b'w:w="wide"', files["word/document.xml"])
    with pytest.raises(WriteError, match="size of the page"):
        written(document_of(paragraph("x")), rezipped(files))


def test_a_text_entity_in_a_part_is_not_expanded() -> None:
    files = parts(letterhead())
    bomb = b'<!DOCTYPE x [<!ENTITY a "boom">]>'
    files["word/header9.xml"] = files["word/header9.xml"].replace(b"?>", b"?>" + bomb, 1).replace(b"Example", b"&a;")
    data = b"".join(parts(written(document_of(paragraph("x")), rezipped(files))).values())
    assert b">boom" not in data


def _with_relationship(kind: str, target: str) -> bytes:
    files = parts(letterhead())
    arrow = f'<Relationship Id="rEvil" Type="{OFFICE}{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    files[RELATIONSHIPS] = files[RELATIONSHIPS].replace(b"</Relationships>", arrow.encode())
    return rezipped(files)


def _furniture(data: bytes, name: str, kind: str) -> list[str]:
    id_ = found(part(data, "word/document.xml"), f"//w:{name}Reference[@w:type='{kind}']/@r:id")[0]
    targets = {r.get("Id"): r.get("Target") for r in part(data, RELATIONSHIPS)}
    return found(part(data, f"word/{targets[id_]}"), "//w:t/text()")


COVENANT, ACT = 'A “Covenant" on \\Rights (1966) 999 UNTS 171', "An Act 2001"


def document(pages: bool) -> Document:
    """Return a text with two notes, and the table of what they cite."""
    notes = [Note(f"n{n}", (Paragraph((Text(f"Cited {n}."),)),), n) for n in (1, 2)]
    entries: list[Block] = [
        Paragraph((Text("Treaties"),), Role.AUTHORITY_GROUP),
        Paragraph((Text(f"{COVENANT}: n "), NoteRef("n1", 1)), Role.AUTHORITY),
        Paragraph((Text("Legislation"),), Role.AUTHORITY_GROUP),
        Paragraph((Text(f"{ACT}: nn "), NoteRef("n1", 1), Text(", "), NoteRef("n2", 2)), Role.AUTHORITY),
    ]
    marks = (
        AuthorityMark("n1", COVENANT, "Covenant", 1),
        AuthorityMark("n1", ACT, ACT, 2),
        AuthorityMark("n2", ACT, ACT, 2),
    )
    text = (Paragraph((Text("One"), notes[0], Text(" and two"), notes[1], Text(".")), Role.NUMBERED, number="1"),)
    return Document(Meta("Test", authority_pages=pages), (*text, *entries), marks)


def codes(data: bytes, part: str) -> list[str]:
    root = etree.parse(BytesIO(parts(data)[f"word/{part}.xml"]))
    return [" ".join((code.text or "").split()) for code in root.iter(f"{W}instrText")]


def test_every_note_holds_a_mark_for_each_authority_that_it_cites() -> None:
    assert codes(written(document(False)), "footnotes") == [
        'TA \\l "A “Covenant” on Rights (1966) 999 UNTS 171" \\s "Covenant" \\c 1',
        'TA \\l "An Act 2001" \\s "An Act 2001" \\c 2',
        'TA \\l "An Act 2001" \\s "An Act 2001" \\c 2',
    ]


def test_an_entry_too_long_for_a_field_is_cut_where_word_would_cut_it() -> None:
    found = document(False)
    long = replace(found, authority_marks=(AuthorityMark("n1", "x" * 300, "x", 1),))

    (code,) = codes(written(long), "footnotes")
    (argument,) = re.findall(r'\\l "([^"]*)"', code)
    assert argument == "x" * 254 + "…"


@each(("pages", "expected"), [(False, []), (True, ["1", "2"])])
def test_each_group_is_a_field_of_its_category_only_where_pages_are_wanted(pages: bool, expected: list[str]) -> None:
    tables = [code for code in codes(written(document(pages)), "document") if code.startswith("TOA")]

    assert tables == [f'TOA \\h \\c "{category}" \\p' for category in expected]


def test_libreoffice_shows_the_entries_and_no_mark(tmp_path: Path) -> None:
    told = open_in_writer({"table": written(document(True))}, tmp_path)["table"]
    text = squeezed("".join([told.text, *told.notes]))

    assert squeezed(f"{ACT}: nn 1, 2") in text
    assert squeezed("TA \\l") not in text
    assert text.count(squeezed(COVENANT)) == 1
