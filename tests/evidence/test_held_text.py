"""The text of a held copy is read page by page, whatever the file is, and read once."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.each import each
from tests.evidence.made_archives import mail_with

from probata.bundle.exhibit_pages import ExhibitPdf, as_pages, pages_child
from probata.evidence.held_copies import Copy, HeldCopies
from probata.evidence.held_text import HeldPage, HeldText, ToRead, read_text, read_texts
from probata.evidence.page_numbers import page_numbers
from probata.evidence.quotation import Verdict
from probata.evidence.recognise import can_recognise
from probata.kept import InMemory


def a_pdf(pages: Sequence[Sequence[str]], labels: str = "") -> bytes:
    """Return a PDF with lines of text on its pages; labels are numbered from a first number in some style."""
    document, target = pikepdf.new(), io.BytesIO()
    font = document.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    for lines in pages:
        page = document.add_blank_page()
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        shown = "".join(f"1 0 0 1 72 {700 - 20 * n} Tm ({line}) Tj " for n, line in enumerate(lines))
        page.Contents = document.make_stream(f"BT /F1 12 Tf {shown} ET".encode("cp1252"))
    if labels:
        style, start = labels.split()
        numbers = pikepdf.Dictionary(S=pikepdf.Name(f"/{style}"), St=int(start))
        document.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, numbers]))
    document.save(target)
    return target.getvalue()


def written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def copy_of(path: Path, media_type: str) -> Copy:
    return Copy("c", hashlib.sha256(path.read_bytes()).hexdigest(), media_type, "", path)


def test_a_pdf_is_read_page_by_page_with_its_labels_and_parted_words(tmp_path: Path) -> None:
    data = a_pdf([["They were held in deten-", "tion without charge."], ["Nobody was told."]], "D 41")
    text = read_text(written(tmp_path, "a.pdf", data), "")
    assert [page.label for page in text.pages] == ["41", "42"]
    held = HeldCopies([copy_of(tmp_path / "a.pdf", "application/pdf")])
    found = held.find("c", "held in detention without charge. Nobody was told")
    assert found is not None
    assert (found.verdict, found.pages) == (Verdict.EXACT, (1, 2))


def test_pages_are_known_by_label_printed_number_and_count() -> None:
    printed = tuple(HeldPage(f"Inquiry into North Prison\n\nSome text of the page.\n\n– {n} –") for n in range(11, 16))
    assert page_numbers(HeldText(printed, is_paged=True)).pages[1] == {2, 12}
    labelled = (HeldPage("A", "7"), HeldPage("B", "8"))
    numbers = page_numbers(HeldText(labelled, is_paged=True))
    assert numbers.pages == (frozenset({1, 7}), frozenset({2, 8}))
    assert [numbers.page_of(number) for number in (7, 8, 2, 3)] == [1, 2, 2, None]
    bare = (HeldPage("A"), HeldPage("B"))
    assert not page_numbers(HeldText(bare, is_paged=True)).is_sure
    assert page_numbers(HeldText(bare)).pages == ()


def a_word_file() -> bytes:
    import docx

    document, target = docx.Document(), io.BytesIO()
    document.add_paragraph("The list was kept by the governor.")
    document.add_table(1, 1).rows[0].cells[0].text = "It was burnt."
    document.save(target)
    return target.getvalue()


def a_workbook() -> bytes:
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("Register")
        sheet.write_row(0, 0, ["Name", "Moved to"])
        sheet.write_row(1, 0, ["Wolk", "North Prison"])
    return target.getvalue()


PAGE = b"<!doctype html><html><head><title>Daily</title><script>x</script></head><p>The list<br>was burnt.</p></html>"
MAIL = b"From: a@example.org\nTo: b@example.org\nSubject: List\n\nThe list was burnt.\n"


@each(
    ("data", "words"),
    [
        (a_word_file(), "kept by the governor. It was burnt"),
        (a_workbook(), "Wolk North Prison"),
        (PAGE, "The list was burnt."),
        (MAIL, "The list was burnt."),
        ("Der Häftling wurde verlegt.".encode("cp1252"), "Der Häftling wurde verlegt."),
        ("﻿Список сожгли.".encode("utf-16"), "Список сожгли."),
    ],
    ids=["word", "workbook", "web page", "mail", "text of an old system", "text in UTF-16"],
)
def test_each_kind_of_file_gives_its_words(data: bytes, words: str, tmp_path: Path) -> None:
    path = written(tmp_path, "copy", data)
    found = HeldCopies([copy_of(path, "text/plain")]).find("c", words)
    assert found is not None
    assert found.verdict is Verdict.EXACT


def a_bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", b" " * 200_000_000)
    return target.getvalue()


WHOLE = a_pdf([["One page."]])
HOSTILE = {
    "nothing": b"",
    "a beginning alone": b"%PDF-1.7\n",
    "noise behind it": b"%PDF-1.7\n" + bytes(range(256)) * 50,
    "cut in the middle": WHOLE[: len(WHOLE) // 2],
    "without its end": WHOLE[:-60],
    "pages that hold themselves": WHOLE.replace(b"/Type /Page\n", b"/Type /Pages"),
    "a page count without end": WHOLE.replace(b"/Count 1", b"/Count 999999999"),
    "a bomb in a Word file": a_bomb(),
    "a picture that is none": b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
    "an archive of nothing": b"PK\x05\x06" + b"\0" * 18,
}


def test_files_made_to_break_a_reader_give_a_fault_or_what_they_have_and_the_next_file_is_read(tmp_path: Path) -> None:
    paths = [written(tmp_path, str(number), data) for number, data in enumerate(HOSTILE.values())]
    paths.append(written(tmp_path, "last", WHOLE))
    texts = list(read_texts(ToRead(path, "application/pdf") for path in paths))
    assert texts[-1].pages[0].text.strip() == "One page."
    for name, text in zip(HOSTILE, texts, strict=False):
        assert text.fault or not text.letters or "One page." in text.pages[0].text, name


def test_no_link_or_pipe_is_read(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(written(tmp_path, "there", b"secret words"))
    os.mkfifo(tmp_path / "pipe")
    assert [text.fault for text in read_texts([ToRead(tmp_path / "link", ""), ToRead(tmp_path / "pipe", "")])] == [
        "damaged",
        "damaged",
    ]


def test_a_copy_is_read_once_and_asked_from_what_was_kept_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, kept = written(tmp_path, "a.pdf", a_pdf([["Nobody was told of the list."]])), InMemory()
    copies = [copy_of(path, "application/pdf")]
    first = HeldCopies(copies, kept)
    found, about = first.find("c", "nobody was told"), first.about("c")
    monkeypatch.setattr("probata.evidence.held_copies.read_texts", None)
    again = HeldCopies(copies, kept)
    assert again.find("c", "nobody was told") == found
    assert again.about("c") == about
    other = again.find("c", "of the list")
    assert other is not None
    assert other.verdict is Verdict.EXACT


@pytest.mark.skipif(not can_recognise("en"), reason="Tesseract is not installed with English")
def test_a_picture_is_read_by_character_recognition_where_that_is_asked_for(tmp_path: Path) -> None:
    image = Image.new("L", (1400, 300), 255)
    ImageDraw.Draw(image).text(
        (60, 100), "The register was destroyed in June.", font=ImageFont.load_default(56), fill=0
    )
    image.save(tmp_path / "scan.png")
    assert not read_text(tmp_path / "scan.png", "image/png").letters
    text = read_text(tmp_path / "scan.png", "image/png", ocr="en-GB")
    assert text.is_ocr
    assert "register was destroyed" in text.pages[0].text


def test_what_is_kept_under_a_hash_is_of_no_other_bytes(tmp_path: Path) -> None:
    path, kept = written(tmp_path, "a.txt", b"Nobody was told."), InMemory()
    copies = [copy_of(path, "text/plain")]
    path.write_bytes(b"Everybody was told.")
    about = HeldCopies(copies, kept).about("c")
    assert about is not None
    assert about.fault == "changed"
    path.write_bytes(b"Nobody was told.")
    held = HeldCopies(copies, kept)
    found = held.find("c", "nobody was told")
    assert found is not None
    assert found.verdict is Verdict.EXACT
    path.write_bytes(b"Somebody was told")  # as long, and what was kept of the right bytes is there
    about, found = held.about("c"), held.find("c", "nobody was told")
    assert about is not None
    assert about.fault == "changed"
    assert found is not None
    assert found.verdict is Verdict.NO_TEXT_LAYER


def test_what_is_attached_to_a_mail_is_looked_in_and_printed_by_its_own_pages(tmp_path: Path) -> None:
    attached = a_pdf([["The lists."], ["Held without charge."]], "D 41")
    path = written(tmp_path, "m", mail_with("list.pdf", attached).encode())
    whole = copy_of(path, "message/rfc822")
    held = HeldCopies([replace(whole, id="c", place="message, attachment 1"), replace(whole, id="d", place="message"),
                       replace(whole, id="e", place="message, attachment 2")])  # fmt: skip

    found, elsewhere = held.find("c", "held without charge"), held.find("d", "held without charge")

    assert found is not None
    assert (found.verdict, found.pages) == (Verdict.EXACT, (2,))
    about, missing = held.about("c"), held.about("e")
    assert about is not None
    assert about.numbers.called(2) == "42 (the 2nd of the file)"
    assert elsewhere is not None
    assert elsewhere.verdict is Verdict.NOT_FOUND
    assert missing is not None
    assert missing.fault == "no-item"
    with pages_child() as child:
        pages = as_pages(path, "message/rfc822", tmp_path, child, place="message, attachment 1")
    assert isinstance(pages, ExhibitPdf)
    assert len(pages.sizes) == 2
