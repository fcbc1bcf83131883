"""What becomes of each kind of file that is held: pages as a reader sees them, and nothing beside them."""

from __future__ import annotations

import http.server
import shutil
import threading
import wave
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw
from tests.bundle.hostile_pdfs import good, saved

from probata.bundle.exhibit_pages import ExhibitPdf, Sheet, as_pages
from probata.bundle.refusal import Refusal
from probata.source.in_child import Child

ROSTER = next((Path(__file__).parents[2] / "claims/example/held/cb").iterdir())
"""A sheet of five columns, which LibreOffice by itself prints on two pages."""
A4 = (595.276, 841.89)
SECRET = b"Camera of A. Secret"


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child() as one:
        yield one


def _made(data: bytes, media_type: str, folder: Path, child: Child, place: str = "") -> ExhibitPdf:
    (held := folder / "held").write_bytes(data)
    made = as_pages(held, media_type, folder, child, sheet=Sheet("EX/4: a call", sha256(data).hexdigest()), place=place)
    assert isinstance(made, ExhibitPdf), made
    return made


def _refused(data: bytes, media_type: str, folder: Path, child: Child) -> str:
    (held := folder / "held").write_bytes(data)
    made = as_pages(held, media_type, folder, child)
    assert isinstance(made, Refusal), made
    return made.name


def _text(made: ExhibitPdf) -> str:
    with pdfium.PdfDocument(made.path) as document:
        return "\n".join(document[number].get_textpage().get_text_range() for number in range(len(document)))


def _seen(made: ExhibitPdf, page: int = 0) -> Image.Image:
    with pdfium.PdfDocument(made.path) as document:
        picture: Image.Image = document[page].render(scale=0.5).to_pil()
        return picture.convert("L")


def _dark(made: ExhibitPdf, page: int = 0) -> tuple[float, float]:
    """Where the dark of a page is: the middle of it from the left and from the top, as parts of what is not white."""
    picture = _seen(made, page)
    dark = picture.point(lambda value: 255 * (value < 100)).getbbox()
    assert dark is not None
    return ((dark[0] + dark[2]) / 2 / picture.width, (dark[1] + dark[3]) / 2 / picture.height)


def _picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (800, 600), **how: object) -> bytes:
    """A picture with a black corner at the upper left."""
    picture = Image.new(mode, size, "white")
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 4, size[1] // 4), fill="black")
    picture.save(out := BytesIO(), kind, **how)
    return out.getvalue()


def _exif(turned: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turned, SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    return exif.tobytes()


@pytest.mark.parametrize(
    ("turned", "is_right", "is_low"),
    [(1, 0, 0), (2, 1, 0), (3, 1, 1), (4, 0, 1), (5, 0, 0), (6, 1, 0), (7, 1, 1), (8, 0, 1)],
)
def test_a_photograph_stands_as_its_camera_was_held_and_says_nothing_of_it(
    turned: int, is_right: int, is_low: int, child: Child, tmp_path: Path
) -> None:
    made = _made(_picture("JPEG", exif=_exif(turned)), "image/jpeg", tmp_path, child)

    left, top = _dark(made)
    assert (left > 0.5, top > 0.5) == (bool(is_right), bool(is_low))
    assert made.sizes == ((A4 if turned > 4 else A4[::-1]),)
    with pikepdf.open(made.path) as read:
        read.save(out := BytesIO(), qdf=True)
    assert b"Exif" not in out.getvalue()
    assert SECRET not in out.getvalue()


def test_pictures_of_every_kind_are_pages(child: Child, tmp_path: Path) -> None:
    for kind, mode in (("PNG", "RGBA"), ("PNG", "I;16"), ("GIF", "RGB"), ("BMP", "RGB"), ("WEBP", "RGB"),
                       ("JPEG2000", "RGB"), ("JPEG", "CMYK"), ("TIFF", "1")):  # fmt: skip
        white = 65535 if mode == "I;16" else (0, 0, 0, 0) if mode == "CMYK" else "white"
        picture = Image.new(mode, (300, 200), white)
        picture.paste(0 if mode == "I;16" else (255,) * 4 if mode == "CMYK" else "black", (0, 0, 90, 60))
        picture.save(out := BytesIO(), kind)
        made = _made(out.getvalue(), f"image/{kind.lower()}", tmp_path, child)
        left, top = _dark(made)
        assert left < 0.5, kind
        assert top < 0.5, kind


def test_a_scan_keeps_its_size_and_each_of_its_pages(child: Child, tmp_path: Path) -> None:
    pages = [Image.new("1", (1240, 1754), 1) for _ in range(3)]
    pages[0].save(out := BytesIO(), "TIFF", dpi=(150, 150), save_all=True, append_images=pages[1:])

    made = _made(out.getvalue(), "image/tiff", tmp_path, child)

    assert [tuple(map(round, size)) for size in made.sizes] == [(595, 842)] * 3


def test_of_an_animation_the_first_picture_is_shown_and_said(child: Child, tmp_path: Path) -> None:
    one, two = Image.new("L", (90, 90), 0), Image.new("L", (90, 90), 255)
    one.save(out := BytesIO(), "GIF", save_all=True, append_images=[two])

    made = _made(out.getvalue(), "image/gif", tmp_path, child)

    assert [(one.name, one.number) for one in made.remarks] == [("first_picture", 2)]


def test_damaged_and_huge_pictures_are_refused_by_name(child: Child, tmp_path: Path) -> None:
    assert _refused(_picture("JPEG")[:900], "image/jpeg", tmp_path, child) == "damaged"
    assert _refused(_picture("PNG", "1", (30_000, 30_000)), "image/png", tmp_path, child) == "too-large"
    assert _refused(b"\x00\x00\x00\x20ftypheic" + b"\x00" * 90, "image/heic", tmp_path, child) == "unread-picture"
    assert _refused(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", tmp_path, child) == "unread-picture"


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_stands_upright_at_its_corner(turned: int, child: Child, tmp_path: Path) -> None:
    pdf = good(b"The first page")
    page = pdf.pages[0].obj
    page.MediaBox, page.CropBox = pikepdf.Array([-50, -50, 595, 842]), pikepdf.Array([10, 500, 410, 800])
    page.Rotate = turned

    made = _made(saved(pdf), "application/pdf", tmp_path, child)

    assert made.sizes == ((400.0, 300.0) if turned % 180 == 0 else (300.0, 400.0),)
    left, top = _dark(made)
    # The text and its bar stand at 62 to 262 of 400 from the left and 80 to 200 of 300 from the top.
    across, down = 0.405, 0.5
    wanted = {0: (across, down), 90: (1 - down, across), 180: (1 - across, 1 - down), 270: (down, 1 - across)}
    assert (left, top) == pytest.approx(wanted[turned], abs=0.06)


def test_the_same_file_gives_the_same_bytes(child: Child, tmp_path: Path) -> None:
    files = {"application/pdf": saved(good()), "image/jpeg": _picture("JPEG"), "text/plain": b"A line\n\nAnother"}
    for media_type, data in files.items():
        first = _made(data, media_type, tmp_path, child).path
        held = first.read_bytes()
        first.unlink()
        assert _made(data, media_type, tmp_path, child).path == first
        assert first.read_bytes() == held


ODT = "application/vnd.oasis.opendocument.text"
PAGE = b"""<!DOCTYPE html><html><head><title>News</title><script>var secret</script>
<link rel="stylesheet" href="http://127.0.0.1:%d/x.css"></head><body><h1>News of the day</h1>
<img src="http://127.0.0.1:%d/seen.png"><p>An arrest.</p></body></html>"""
MAIL = b"""From: Anna <anna@example.org>
To: Ben <ben@example.org>
Subject: The list
Date: Tue, 3 Mar 2026 10:11:12 +0100
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Please find the list.
"""


class _Server(http.server.BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:  # the name that the library calls
        self.asked.append(self.path)
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[tuple[int, list[str]]]:
    asked: list[str] = []
    handler = type("Handler", (_Server,), {"asked": asked})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as one:
        threading.Thread(target=one.serve_forever, daemon=True).start()
        yield one.server_port, asked
        one.shutdown()


def test_texts_pages_and_mails_are_set_plainly_and_nothing_is_fetched(
    child: Child, tmp_path: Path, server: tuple[int, list[str]]
) -> None:
    port, asked = server
    page = _text(_made(PAGE.replace(b"%d", b"%d" % port), "text/html", tmp_path, child))
    mail = _text(_made(MAIL, "message/rfc822", tmp_path, child))
    text = _text(_made("Zwölf\n\nLi Na 李娜".encode(), "text/plain", tmp_path, child))

    assert "An arrest." in page
    assert "secret" not in page
    assert "The list" in mail
    assert "ben@example.org" in mail
    assert "Please find the list." in mail
    assert "Zwölf" in text
    assert "李娜" in text
    assert asked == []


SAVED = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/news
Subject: News
Date: Fri, 11 Sep 2026 09:12:40 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="x"

--x
Content-Type: text/html

<html><body><p>An arrest.</p></body></html>
--x--
"""


def test_the_head_of_a_mail_and_of_a_saved_page_says_what_each_is(child: Child, tmp_path: Path) -> None:
    mail = _text(_made(b"Message-ID: <1@example.org>\n" + MAIL, "message/rfc822", tmp_path, child))
    page = _text(_made(SAVED, "multipart/related", tmp_path, child))

    assert "Message ID: <1@example.org>" in mail
    assert "Address: https://example.org/news" in page
    assert "2026-09-11 09:12:40 +00:00" in page
    assert "Blink" not in page


def test_a_form_feed_of_a_text_begins_a_page(child: Child, tmp_path: Path) -> None:
    made = _made(b"List, page 1\n\x0cList, page 2\n\x0c", "text/plain", tmp_path, child)

    assert len(made.sizes) == 2


def test_one_item_of_an_archive_is_set_alone(child: Child, tmp_path: Path) -> None:
    box = b"".join(
        b"From anna@example.org Tue Mar  3 10:11:12 2026\n" + MAIL.replace(b"the list", b"list %d" % number) + b"\n"
        for number in (1, 2, 3)
    )

    made = _made(box, "application/mbox", tmp_path, child, place="message 2")

    assert "list 2" in _text(made)
    assert "list 1" not in _text(made)


def test_a_recording_has_a_sheet_with_its_length_and_hash(child: Child, tmp_path: Path) -> None:
    with wave.open(out := BytesIO(), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * 8000 * 75)

    text = _text(_made(out.getvalue(), "audio/wav", tmp_path, child))

    assert "EX/4: a call" in text
    assert "0:01:15" in text
    assert "SHA-256: " in text


def test_an_office_file_is_refused_by_name_without_libreoffice(
    child: Child, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert _refused(_odt("text"), ODT, tmp_path, child) == "office-file"


def _odt(body: str) -> bytes:
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("script", "script"),
                            ("svg", "svg-compatible"))
    )  # fmt: skip
    with zipfile.ZipFile(out := BytesIO(), "w") as archive:
        archive.writestr("mimetype", ODT)
        archive.writestr("META-INF/manifest.xml", (
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
        ))  # fmt: skip
        archive.writestr("content.xml", (
            f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>'
            f"{body}</office:text></office:body></office:document-content>"
        ))  # fmt: skip
    return out.getvalue()


def test_an_office_file_is_set_by_libreoffice_which_fetches_and_reads_nothing_else(
    child: Child, tmp_path: Path, server: tuple[int, list[str]]
) -> None:
    port, asked = server
    (secret := tmp_path / "secret.txt").write_text("A SECRET OF THIS COMPUTER", "utf-8")
    frame = '<draw:frame draw:name="p" svg:width="3cm" svg:height="3cm"><draw:image xlink:href="{}"/></draw:frame>'
    body = "<text:p>Of the office.</text:p>"
    body += "".join(f"<text:p>{frame.format(to)}</text:p>" for to in (f"http://127.0.0.1:{port}/seen.png",))
    body += f'<text:section text:name="s"><text:section-source xlink:href="{secret.as_uri()}"/><text:p/></text:section>'

    made = _made(_odt(body), ODT, tmp_path, child)

    assert "Of the office." in _text(made)
    assert "SECRET" not in _text(made)
    assert asked == []
    assert made.remarks[-1].name == "reprinted"
    assert _made(_odt(body), ODT, tmp_path, child).path == made.path


def test_the_columns_of_a_sheet_stand_side_by_side_on_one_page(child: Child, tmp_path: Path) -> None:
    made = _made(ROSTER.read_bytes(), "", tmp_path, child)

    assert len(made.sizes) == 1
    assert made.sizes[0][0] > made.sizes[0][1]
    first = _text(made).splitlines()[0]
    assert "Орскелин" in first
    assert "10-31.05" in first
    assert made.remarks[-1].name == "converted"
    assert _made(ROSTER.read_bytes(), "", tmp_path, child).path == made.path
