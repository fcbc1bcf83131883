"""A reference file of an office: its looks are kept, what it lacks is added, dangers are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.each import each
from tests.readers.docx_text import read_docx
from tests.readers.tree_text import read_tree
from tests.writers.docx_file import LABELS, document_of, found, paragraph, part, parts, rezipped, written
from tests.writers.docx_validity import audit, integrity
from tests.writers.letterhead import letterhead
from tests.writers.rich_document import rich_document

from probata.document.blocks import Heading
from probata.document.tree import Meta
from probata.writers.format import WriteError

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
