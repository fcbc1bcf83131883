"""Word files of strangers: opened within limits, refused in plain words."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest
from tests.each import each
from tests.readers.docx_text import read_docx
from tests.writers.docx_file import parts, rezipped, written
from tests.writers.letterhead import letterhead
from tests.writers.rich_document import rich_document

from probata.word import WordFileError, opc_reading, open_word
from probata.word.elements import w
from probata.word.opc_reading import SAVE_AGAIN as SAVE_AGAIN_REFUSED

SAVE_AGAIN = "save it again from Word as `Word Document (*.docx)`"
DOCUMENT = "word/document.xml"


def refusal(data: bytes) -> str:
    """Return the message with which a file is refused, the XML of its main parts read too."""
    try:
        open_word(data).root_of("footnotes")
    except WordFileError as error:
        return str(error)
    pytest.fail("the file was taken")


def changed(name: str, old: bytes, new: bytes) -> bytes:
    files = parts(written(rich_document()))
    assert old in files[name]
    return rezipped({**files, name: files[name].replace(old, new)})


def test_the_parts_of_our_own_file_are_found_by_their_relationships() -> None:
    opened = open_word(written(rich_document()))
    assert opened.body.tag == w("body")
    kinds = ("footnotes", "endnotes", "styles", "numbering", "settings")
    assert [opened.root_of(kind) is None for kind in kinds] == [False] * 5
    assert opened.root_of("comments") is None
    assert [part.partname.membername for part in opened.furniture()] == ["word/footer1.xml", "word/header1.xml"][::-1]


def test_a_file_written_back_is_the_same_document_and_the_same_bytes_each_time() -> None:
    data = written(rich_document())
    opened = open_word(data)
    opened.root_of("footnotes")
    once = opened.to_bytes()
    assert read_docx(once) == read_docx(data)
    assert once == open_word(once).to_bytes()
    assert parts(once).keys() == parts(data).keys()


def test_strict_open_xml_is_read_under_the_ordinary_names() -> None:
    strict = {
        name: body.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/"
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, body in parts(written(rich_document())).items()
    }
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in strict[DOCUMENT]
    assert read_docx(open_word(rezipped(strict)).to_bytes())[:5] == read_docx(written(rich_document()))[:5]


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + stream.encode("utf-16-le") + bytes(64)


@each(
    ("data", "what"),
    [
        (b"", "is empty"),
        (ole("WordDocument"), "is a document of an old Word (.doc)"),
        (ole("EncryptedPackage"), "has a password"),
        (ole("Workbook"), "is no Word file"),
        (b"{\\rtf1\\ansi", "is a Rich Text file (.rtf)"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "is a single XML file"),
        (b"<!doctype html>", "is a page of HTML"),
        (b"plain words", "is no Word file"),
        (b"PK\x03\x04 broken", "is damaged"),
        (rezipped({"mimetype": b"x", "content.xml": b"x"}), "is an OpenDocument file (.odt)"),
        (rezipped({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}), "is an Excel workbook"),
        (rezipped({"[Content_Types].xml": b"x", "xl/workbook.bin": b"x"}), "name the Word file that is meant"),
        (rezipped({"mimetype": b"x", "content.xml": b"x"}), "or from LibreOffice as `Word 2010-365 Document (.docx)`"),
        (rezipped({"Index/Document.iwa": b"x"}), "is a document of Pages, no Word document: export it from there"),
        (rezipped({"a.txt": b"x"}), "is no Word file"),
        (rezipped({"[Content_Types].xml": b"<"}), "has parts that cannot be read"),
    ],
)
def test_a_file_of_another_kind_is_named_and_the_next_step_told(data: bytes, what: str) -> None:
    assert what in refusal(data)
    assert SAVE_AGAIN in refusal(data)


def test_a_cut_file_is_damaged() -> None:
    data = written(rich_document())
    assert "is damaged" in refusal(data[: len(data) // 2])


def test_a_part_that_does_not_match_its_checksum_is_damaged() -> None:
    data = rezipped(parts(written(rich_document())))
    assert "is damaged" in refusal(data.replace(b"<w:body>", b"<w:bodx>", 1))


def test_macros_are_refused() -> None:
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    assert "has macros" in refusal(changed("[Content_Types].xml", usual, macros))


def test_a_file_that_grows_beyond_measure_is_refused_before_it_is_unpacked() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 5_000_000)
    assert f"more than {opc_reading.LARGEST_RATIO} times its size" in refusal(out.getvalue())


def test_a_size_that_the_list_of_files_understates_is_damage() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 5_000_000)
    lying = out.getvalue().replace(struct.pack("<L", 5_000_000), struct.pack("<L", 100))
    assert "is damaged" in refusal(lying)


def test_more_parts_than_any_document_has_are_refused() -> None:
    files = {f"word/x{n}.xml": b"" for n in range(opc_reading.MOST_PARTS)}
    assert "5,001 parts" in refusal(rezipped({"[Content_Types].xml": b"", **files}))


@each("name", ["../evil.xml", "/etc/evil.xml", "word/../../evil.xml", "word\\evil.xml"])
def test_a_name_that_leads_out_of_the_package_is_refused(name: str) -> None:
    assert "outside itself" in refusal(rezipped({**parts(letterhead()), name: b"x"}))


def test_two_parts_that_differ_in_capitals_are_refused() -> None:
    assert "two parts of one name" in refusal(rezipped({**parts(letterhead()), "word/DOCUMENT.xml": b"x"}))


def test_a_document_type_is_refused_wherever_it_stands() -> None:
    for name in (DOCUMENT, "word/footnotes.xml"):
        assert "document type" in refusal(changed(name, b"?>", b'?><!DOCTYPE x [<!ENTITY a "boom">]>'))


def test_a_main_document_without_a_body_is_refused() -> None:
    files = parts(written(rich_document()))
    assert "no text that can be read" in refusal(rezipped({**files, DOCUMENT: b"<nothing/>"}))
    assert "cannot be read" in refusal(rezipped({**files, DOCUMENT: b"<w:document"}))


def test_a_deep_nesting_is_refused() -> None:
    deep = b"<w:p>" * 5000 + b"</w:p>" * 5000
    assert "cannot be read" in refusal(changed(DOCUMENT, b"<w:body>", b"<w:body>" + deep))


@each(
    ("said", "fact", "step"),
    [
        (f"is damaged: {SAVE_AGAIN_REFUSED}", "is damaged", SAVE_AGAIN_REFUSED),
        ("has a part (`word/a: b.xml`): save it again", "has a part (`word/a: b.xml`)", "save it again"),
        ("is damaged", "is damaged", ""),
    ],
)
def test_the_step_is_told_apart_from_the_fact_whatever_a_part_is_called(said: str, fact: str, step: str) -> None:
    error = WordFileError(said)
    assert (error.fact, error.step) == (fact, step)
