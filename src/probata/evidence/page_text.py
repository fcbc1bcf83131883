"""Reads the pages of a stranger's file as text. It runs in a child process alone, which may crash or be ended."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from probata.evidence.held_text import HeldPage, HeldText, as_plain
from probata.evidence.media_type import HEAD, UNKNOWN, media_type_of
from probata.evidence.recognise import recognised

MOST_BYTES: Final = 1_000_000_000
_MOST_READ_WHOLE: Final = 100_000_000
"""Bytes of a file that is read as one text, or unpacked."""
MOST_PAGES: Final = 10_000
MOST_LETTERS: Final = 20_000_000
"""Characters of a whole copy; a book of a thousand pages has three million."""

_FEW: Final = 60
"""Letters on a page that is a picture all the same: a stamp, a page number, the mark of an exhibit."""

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEETS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Page = tuple[str, str, bool]
"""Text, label, and whether it is a picture."""


def read_pages(path: str, media_type: str, ocr: str, sha256: str, place: str = "") -> dict[str, Any]:
    """Return what `HeldText` has, in values of JSON, of a file or of what is attached at a place of an archive.

    What a reader raises goes to whoever called the child.
    """
    return as_plain(_read(Path(path), media_type, ocr, sha256, place))


def _read(file: Path, media_type: str, ocr: str, sha256: str, place: str) -> HeldText:
    found = file.lstat()
    if not stat.S_ISREG(found.st_mode):
        return HeldText(fault="damaged")
    if found.st_size > MOST_BYTES:
        return HeldText(fault="too-large")
    if sha256 and _hash_of(file) != sha256:
        return HeldText(fault="changed")
    if place:
        from probata.evidence.archives.read_archive import extract

        with TemporaryDirectory() as folder:
            attached = Path(folder, "attached")
            is_there = extract(str(file), place, str(attached))
            return _read(attached, "", ocr, "", "") if is_there else HeldText(fault="no-item")
    kind = _kind(file, media_type)
    if kind == "application/pdf":
        return _of_pdf(file, ocr)
    if kind.startswith("image/"):
        text = recognised(file.read_bytes(), ocr) if ocr and found.st_size <= _MOST_READ_WHOLE else ""
        return _whole([(text, "", not text)], is_paged=True, is_ocr=bool(text))
    if kind.startswith(("video/", "audio/")):
        return HeldText(fault="no-reader")
    if found.st_size > _MOST_READ_WHOLE:
        return HeldText(fault="too-large")
    return _of_text(file, kind)


def _hash_of(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _kind(file: Path, media_type: str) -> str:
    """Return what a file is: by its bytes where they tell, else as its record says."""
    with file.open("rb") as stream:
        told = media_type_of(stream.read(HEAD), stream)
    return media_type if told in (UNKNOWN, "text/plain") and media_type else told


def _whole(pages: list[Page], *, title: str = "", is_paged: bool = False, is_ocr: bool = False) -> HeldText:
    """Return pages that were all read; a text beyond what we read is cut, and said to be too large."""
    kept: list[Page] = []
    room = MOST_LETTERS
    for text, label, is_picture in pages:
        kept.append((text[:room], label, is_picture))
        room -= len(text)
        if room < 0:
            break
    is_cut = room < 0 or len(pages) > MOST_PAGES
    held = tuple(HeldPage(*page) for page in kept[:MOST_PAGES])
    return HeldText(held, is_paged, title[:300], is_ocr, "too-large" if is_cut else "")


def _of_text(file: Path, kind: str) -> HeldText:
    if kind == _WORD:
        return _of_word(file.read_bytes())
    if kind == _SHEETS:
        return _of_sheets(file.read_bytes())
    if kind in ("text/html", "application/xhtml+xml"):
        from probata.evidence.archives.decoding import words_of_page

        text, title, _ = words_of_page(file.read_bytes())
        return _whole([(text, "", False)], title=title)
    from probata.evidence.archives.read_archive import read

    archive = read(file)
    if archive.items:
        items = [item for item in archive.items if item.kind != "attachment"]  # those are read by themselves
        return _whole([(item.text, item.place, False) for item in items], title=items[0].title)
    if kind.startswith("text/") or kind in ("application/json", "application/xml"):
        from probata.evidence.archives.decoding import decoded

        # A form feed is where a printer ends a page, and tools that take text out of a PDF write it.
        pages = file.read_bytes().split(b"\f")
        return _whole([(decoded(page)[0], "", False) for page in pages], is_paged=len(pages) > 1)
    return HeldText(fault="no-reader")


def _of_word(data: bytes) -> HeldText:
    from probata.word.opc_reading import WordFileError
    from probata.word.package import open_word
    from probata.word.piece import plain
    from probata.word.reading import read_text

    try:
        text = read_text(open_word(data))
    except WordFileError as error:
        return HeldText(fault="locked" if "password" in str(error) else "damaged")
    lines = [line.text for line in text.lines]
    lines += [plain(paragraph) for note in text.notes.values() for paragraph in note]
    return _whole([("\n".join(lines), "", False)])


def _of_sheets(data: bytes) -> HeldText:
    from probata.source.xlsx_reader import UnreadableWorkbookError, read_workbook

    try:
        sheets = read_workbook(data)
    except UnreadableWorkbookError as error:
        return HeldText(fault="too-large" if error.is_too_large else "damaged")
    return _whole([("\n".join("\t".join(cells) for _, cells in sheet.rows), sheet.name, False) for sheet in sheets])


# PDF.


def _of_pdf(file: Path, ocr: str) -> HeldText:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(os.fspath(file))
    except PdfiumError as error:
        return HeldText(fault="locked" if "password" in str(error).lower() else "damaged")
    try:
        title = str(document.get_metadata_value("Title") or "")
        pages = list(_pages(document, ocr))
    finally:
        document.close()
    return _whole([page for page, _ in pages], title=title, is_paged=True, is_ocr=any(seen for _, seen in pages))


def _pages(document: Any, ocr: str) -> Iterator[tuple[Page, bool]]:
    """Give each page, and whether it was recognised."""
    from pypdfium2 import PdfiumError

    for number in range(min(len(document), MOST_PAGES + 1)):
        label = document.get_page_label(number)
        try:
            page = document[number]
        except PdfiumError:  # a page that is damaged; the others may not be
            yield ("", label, True), False
            continue
        text = page.get_textpage().get_text_range()
        # pdfium gives this sign for a hyphen at the end of a line, and nothing for the line's end.
        text = text.replace("\ufffe", "-\n").replace("\x02", "-\n").replace("\r\n", "\n")
        is_picture = sum(map(str.isalnum, text)) < _FEW and _shows_more(page)
        seen = recognised(_rendered(page), ocr) if is_picture and ocr else ""
        yield (seen or text, label, is_picture and not seen), bool(seen)
        page.close()


_LINES: Final = 40
"""Lines and areas of a page whose letters may be drawn instead of written."""


def _shows_more(page: Any) -> bool:
    """Tell whether a page has a picture, or letters that are drawn; an empty page has neither."""
    from pypdfium2 import raw

    drawn = 0
    for found in page.get_objects(max_depth=4):
        if found.type in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            return True
        drawn += found.type == raw.FPDF_PAGEOBJ_PATH
        if drawn > _LINES:
            return True
    return False


_DOTS: Final = 300 / 72
_MOST_DOTS: Final = 6_000
"""Of the longer side of a page that is rendered."""


def _rendered(page: Any) -> bytes:
    from io import BytesIO

    scale = min(_DOTS, _MOST_DOTS / max(1.0, *page.get_size()))
    image, target = page.render(scale=scale, grayscale=True).to_pil(), BytesIO()
    image.save(target, "PNG")
    return target.getvalue()
