"""A good PDF of 2 pages, and what a careless or hostile hand makes of it: `GOOD` and `HOSTILE`, by name."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

TEXT = b"BT /F1 24 Tf 72 700 Td (%s) Tj ET 0 0 0 rg 72 600 200 20 re f"


def good(*lines: bytes) -> Pdf:
    """A PDF in memory with a page for each line, in Helvetica."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for line in lines or (b"The first page", b"The second page"):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(TEXT % line)
    return pdf


def saved(pdf: Pdf, **how: Any) -> bytes:
    """Its bytes, uncompressed so that a test can change them."""
    settings: dict[str, Any] = {
        "static_id": True, "compress_streams": False, "object_stream_mode": pikepdf.ObjectStreamMode.disable,
    }  # fmt: skip
    pdf.save(out := BytesIO(), **(settings | how))
    return out.getvalue()


GOOD = saved(good())


def _changed(change: Callable[[Pdf], object], **how: Any) -> bytes:
    pdf = good()
    change(pdf)
    return saved(pdf, **how)


def _raw(*objects: bytes, root: bytes = b"<< /Type /Catalog /Pages 2 0 R >>") -> bytes:
    """A file of objects as they are written, numbered from 1, the catalogue."""
    body, places = b"%PDF-1.7\n", list[int]()
    for number, one in enumerate((root, *objects), 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(body))
    )


_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
)
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def _stream(data: bytes, more: bytes = b"", length: int | None = None) -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data) if length is None else length, more, data)


def _page_with(box: bytes = b"[0 0 595 842]", more: bytes = b"") -> bytes:
    page = _PAGE.replace(b"[0 0 595 842]", box).replace(b" >> >> >>", b" >> >> " + more + b" >>")
    return _raw(_PAGES, page, _stream(TEXT % b"The first page"), _FONT)


def _bomb(times: int) -> bytes:
    packer = zlib.compressobj(9)
    block = b" " * 10_000_000
    return b"".join([packer.compress(block) for _ in range(times)] + [packer.flush()])


def _action(kind: str, **more: Any) -> Dictionary:
    return Dictionary(S=Name(kind), **more)


def _annotated(subtype: str, **more: Any) -> Callable[[Pdf], object]:
    def change(pdf: Pdf) -> None:
        annotation = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=Array([72, 690, 300, 720]), **more)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annotation)])

    return change


def _attach(pdf: Pdf) -> None:
    pdf.attachments["secret.txt"] = b"a secret"


def _portfolio(pdf: Pdf) -> None:
    _attach(pdf)
    pdf.Root.Collection = Dictionary(Type=Name.Collection)


def _layers(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L=layer)
    pdf.pages[0].obj.Contents = pdf.make_stream(
        b"/OC /L BDC BT /F1 24 Tf 72 500 Td (HIDDEN) Tj ET EMC " + TEXT % b"The first page"
    )


def _form(pdf: Pdf, **more: Any) -> None:
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String("Filled in"),
        Rect=Array([72, 500, 300, 530]), DA=String("/F1 12 Tf 0 g"),
    )  # fmt: skip
    held = pdf.make_indirect(field)
    pdf.pages[0].obj.Annots = Array([held])
    fonts = Dictionary(Font=Dictionary(F1=pdf.pages[0].obj.Resources.Font.F1))
    pdf.Root.AcroForm = Dictionary(Fields=Array([held]), DR=fonts, NeedAppearances=True, **more)


def _signed(pdf: Pdf) -> None:
    _form(pdf, SigFlags=3)
    signature = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Name=String("A. Signatory"))
    pdf.Root.AcroForm.Fields.append(
        pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("signature"), V=pdf.make_indirect(signature)))
    )


def _form_without_pages(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=Array([]))


def _draw_itself(pdf: Pdf) -> None:
    form = pdf.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=form)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/X Do " + TEXT % b"The first page")


def _outline_loop(pdf: Pdf) -> None:
    one = pdf.make_indirect(Dictionary(Title=String("one")))
    one.Next = one
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=one, Last=one, Count=1))


def _big_picture(pdf: Pdf) -> None:
    picture = pdf.make_stream(
        zlib.compress(b"x"), Type=Name.XObject, Subtype=Name.Image, Width=100_000, Height=100_000,
        BitsPerComponent=8, ColorSpace=Name.DeviceGray, Filter=Name.FlateDecode,
    )  # fmt: skip
    pdf.pages[0].obj.Resources.XObject = Dictionary(I=picture)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q 100 0 0 100 0 0 cm /I Do Q")


def _many_annotations(pdf: Pdf) -> None:
    one = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 1, 1])))
    pdf.pages[0].obj.Annots = Array([one] * 30_000)


def _turned(degrees: int) -> Callable[[Pdf], object]:
    return lambda pdf: setattr(pdf.pages[0].obj, "Rotate", degrees)


def _objects_of_itself() -> bytes:
    """An object stream that says it extends itself, and holds the pages."""
    held = _stream(zlib.compress(b"2 0 " + _PAGES), b"/Type /ObjStm /N 1 /First 4 /Extends 6 0 R /Filter /FlateDecode")
    whole = _raw(b"null", _PAGE, _stream(TEXT % b"The first page"), _FONT, held)
    return whole[: whole.index(b"xref\n")] + b"trailer << /Root 1 0 R /Size 7 >>\nstartxref\n9\n%%EOF"


_XREF = re.compile(rb"startxref\n(\d+)")


def _xref_loop() -> bytes:
    place = _XREF.search(GOOD)
    assert place is not None
    return GOOD.replace(b"trailer <<", b"trailer << /Prev %s " % place[1])


def _encrypted(**how: Any) -> bytes:
    return saved(good(), encryption=pikepdf.Encryption(**how), static_id=False)


def _many_pages() -> bytes:
    kids = b" ".join([b"3 0 R"] * 1_000_000)
    return _raw(b"<< /Type /Pages /Kids [%s] /Count 1000000 >>" % kids, _PAGE, _stream(b""), _FONT)


_CONTENT = _stream(TEXT % b"The first page")


def _damaged() -> Iterator[tuple[str, bytes]]:
    yield "good", GOOD
    yield "empty", b""
    yield "header alone", b"%PDF-1.7\n"
    yield "cut in the middle", GOOD[: len(GOOD) // 2]
    yield "cut at the end", GOOD[:-40]
    yield "without its table", GOOD[: GOOD.rindex(b"xref\n0")]
    yield "table of wrong places", GOOD.replace(b"0000000", b"0000009")
    yield "start of the table far outside", _XREF.sub(b"startxref\n99999999999", GOOD)
    yield "start of the table negative", _XREF.sub(b"startxref\n-5", GOOD)
    yield "table before itself", _xref_loop()
    yield "bytes in front", b"junk\n" * 50 + GOOD
    yield "bytes behind", GOOD + b"\x00junk" * 10_000
    yield "lines ended as a mail does", GOOD.replace(b"\n", b"\r\n")
    yield "zeros in it", GOOD[:300] + b"\x00" * 300 + GOOD[600:]
    yield "wrong length of a stream", re.sub(rb"/Length \d+", b"/Length 5", GOOD)
    yield "negative length of a stream", re.sub(rb"/Length \d+", b"/Length -5", GOOD)
    yield "length that is itself", _raw(_PAGES, _PAGE, b"<< /Length 4 0 R >>\nstream\nq\nendstream", _FONT)
    yield "unknown filter", _raw(_PAGES, _PAGE, _stream(b"abc", b"/Filter /Nonsense"), _FONT)
    yield "packed data damaged", _raw(_PAGES, _PAGE, _stream(b"x\x9cabcdef", b"/Filter /FlateDecode"), _FONT)
    yield "two objects of one number", GOOD.replace(b"\nxref\n", b"\n3 0 obj\n<< /Type /Nothing >>\nendobj\nxref\n", 1)
    yield "without a font", _raw(_PAGES, _PAGE, _CONTENT)
    yield (
        "font of a bad encoding",
        _raw(
            _PAGES,
            _PAGE,
            _CONTENT,
            b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding 4 0 R /DescendantFonts [5 0 R] >>",
        ),
    )
    yield "content that is no operator", _raw(_PAGES, _PAGE, _stream(b"(((( <<<< ]]]] foo bar Tj Tj " * 50), _FONT)
    yield "content left open", _raw(_PAGES, _PAGE, _stream(b"q q q 3 0 0 3 0 0 cm " + TEXT % b"The first page"), _FONT)


def _looped() -> Iterator[tuple[str, bytes]]:
    yield "no catalogue", _raw(_PAGES, _PAGE, _CONTENT, _FONT, root=b"<< /Type /Other >>")
    yield "no pages", _raw(b"<< /Type /Pages /Kids [] /Count 0 >>")
    yield "pages that are a number", _raw(b"42")
    yield "tree of pages in itself", _raw(b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")
    yield (
        "page that is its own parent",
        _raw(
            _PAGES,
            _PAGE.replace(b"/Parent 2 0 R", b"/Parent 3 0 R").replace(b"/MediaBox [0 0 595 842]", b""),
            _CONTENT,
            _FONT,
        ),
    )
    yield "one page twice", _raw(b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>", _PAGE, _CONTENT, _FONT)
    yield "a million pages claimed", _raw(b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", _PAGE, _CONTENT, _FONT)
    yield "a million pages", _many_pages()
    yield "pages claimed negative", _raw(b"<< /Type /Pages /Kids [3 0 R] /Count -1 >>", _PAGE, _CONTENT, _FONT)
    yield "object stream of itself", _objects_of_itself()
    yield "form that draws itself", _changed(_draw_itself)
    yield "outline in a circle", _changed(_outline_loop)
    yield "arrays in arrays", _page_with(more=b"/X " + b"[" * 50_000 + b"]" * 50_000)
    yield "dictionaries in dictionaries", _page_with(more=b"/X " + b"<< /A " * 5_000 + b"1" + b" >>" * 5_000)


def _of_sizes() -> Iterator[tuple[str, bytes]]:
    yield "box upside down", _page_with(b"[595 842 0 0]")
    yield "box of nothing", _page_with(b"[0 0 0 0]")
    yield "box of words", _page_with(b"[(a) /b null true]")
    yield "box of 300 km", _page_with(b"[0 0 900000000 900000000]")
    yield "box away from its corner", _page_with(b"[-1000 -1000 -405 -158]")
    yield "crop outside the page", _page_with(more=b"/CropBox [5000 5000 6000 6000]")
    yield "unit of a million", _page_with(more=b"/UserUnit 1000000")
    yield "turned by 45", _changed(_turned(45))
    yield "turned by a billion and 90", _changed(_turned(90 + 360 * 1_000_000))


def _too_much() -> Iterator[tuple[str, bytes]]:
    yield "bomb", _raw(_PAGES, _PAGE, _stream(_bomb(200), b"/Filter /FlateDecode"), _FONT)
    yield (
        "bomb in a bomb",
        _raw(_PAGES, _PAGE, _stream(zlib.compress(_bomb(500), 9), b"/Filter [/FlateDecode /FlateDecode]"), _FONT),
    )
    yield (
        "filters without end",
        _raw(_PAGES, _PAGE, _stream(b"00", b"/Filter [" + b"/ASCIIHexDecode " * 500 + b"]"), _FONT),
    )
    yield "picture of 10 gigapixels", _changed(_big_picture)
    yield "30,000 annotations", _changed(_many_annotations)


def _with_root(name: str, value: object) -> bytes:
    return _changed(lambda pdf: setattr(pdf.Root, name, value))


def _acting() -> Iterator[tuple[str, bytes]]:
    script = _action("/JavaScript", JS=String("app.alert(1)"))
    yield "script when opened", _with_root("OpenAction", script)
    yield "program when opened", _with_root("OpenAction", _action("/Launch", F=String("calc.exe")))
    yield "script of a page", _changed(lambda pdf: setattr(pdf.pages[0].obj, "AA", Dictionary(O=script)))
    yield "link outside", _changed(_annotated("/Link", A=_action("/URI", URI=String("https://example.org/seen"))))
    yield "form that is sent", _changed(_annotated("/Link", A=_action("/SubmitForm", F=String("https://example.org"))))
    yield "content in another file", _raw(_PAGES, _PAGE, _stream(b"", b"/F (/etc/passwd)"), _FONT)
    yield "file inside", _changed(_attach)
    yield "portfolio", _changed(_portfolio)
    yield "layer that is not shown", _changed(_layers)
    yield "form filled in", _changed(_form)
    yield "form made when opened", _changed(_form_without_pages)
    yield "signed", _changed(_signed)
    yield "comment", _changed(_annotated("/Text", Contents=String("a comment of ours")))
    yield "mark of a redaction never made", _changed(_annotated("/Redact"))


def _encrypted_or_other() -> Iterator[tuple[str, bytes]]:
    yield "without password for readers", _encrypted(owner="o", user="", R=6)
    yield "with a password", _encrypted(owner="o", user="u", R=6)
    yield "with an old password", _encrypted(owner="o", user="u", R=3, aes=False, metadata=False)
    yield (
        "encrypted by a stranger's handler",
        GOOD.replace(b"trailer <<", b"trailer << /Encrypt << /Filter /Foo.Bar /V 9 >> "),
    )
    yield "page of HTML", b"<!DOCTYPE html><html><body>404 Not found</body></html>"
    yield "plain text", b"The file could not be found.\n"
    yield "also a ZIP file", GOOD + b"PK\x03\x04" + b"\x00" * 200 + b"PK\x05\x06" + b"\x00" * 18
    yield "also a picture", b"GIF89a\x01\x00\x01\x00" + GOOD
    yield "also a page of HTML", GOOD.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%<html><script>alert(1)</script>\n", 1)
    yield "noise", bytes((one * 7919 + 13) % 251 for one in range(20_000))


HOSTILE = dict((*_damaged(), *_looped(), *_of_sizes(), *_too_much(), *_acting(), *_encrypted_or_other()))
"""Each kind by its name. What becomes of it is in the test."""
