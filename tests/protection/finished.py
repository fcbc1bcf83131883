"""Finished files with something planted in them, made by the tests themselves and by nothing of the program."""

from __future__ import annotations

import base64
import gzip
import json
import zipfile
import zlib
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin
from weasyprint import HTML

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PLAIN = "The harbour was closed in winter, and the boats lay on the shore."


def packed(parts: dict[str, str | bytes], comment: str = "") -> bytes:
    """Return a ZIP file."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.comment = comment.encode()
    return made.getvalue()


def run(text: str, inside: str = "") -> str:
    """Return a run of Word with a text."""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def word(body: str = "", comment: str = "", **parts: str | bytes) -> bytes:
    """Return a Word file; `body` is XML within its body, parts are by name with `__` for `/` and `_xml` for `.xml`."""
    plain = f"<w:p>{run(PLAIN)}</w:p>"
    named = {
        name.replace("__", "/").replace("_xml", ".xml").replace("_rels", ".rels"): data for name, data in parts.items()
    }
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{plain}{body}</w:body></w:document>',
            **named,
        },
        comment,
    )


def paragraphs(*texts: str) -> str:
    """Return paragraphs of Word, a run each."""
    return "".join(f"<w:p>{run(text)}</w:p>" for text in texts)


def word_part(root: str, inside: str) -> str:
    """Return a part of a Word file."""
    return f'<w:{root} xmlns:w="{W}">{inside}</w:{root}>'


def page(body: str = "", head: str = "") -> bytes:
    """Return a page of HTML."""
    return f"<!DOCTYPE html><html><head>{head}</head><body><p>{PLAIN}</p>{body}</body></html>".encode()


def pdf(body: str = "", head: str = "") -> pikepdf.Pdf:
    """Return a PDF of a page of HTML, to be changed."""
    return pikepdf.open(BytesIO(HTML(string=page(body, head).decode()).write_pdf()))


def saved(opened: pikepdf.Pdf, **options: Any) -> bytes:
    """Return the bytes of a PDF."""
    made = BytesIO()
    opened.save(made, **options)
    return made.getvalue()


def picture(text: str = "", form: str = "PNG", **options: object) -> bytes:
    """Return a picture with a text in its pixels, none where there is none."""
    image = Image.new("RGB", (900, 160), "white")
    if text:
        ImageDraw.Draw(image).text((40, 40), text, fill="black", font=ImageFont.load_default(60))
    made = BytesIO()
    image.save(made, form, **options)
    return made.getvalue()


def picture_with_remark(text: str) -> bytes:
    """Return a picture with a remark in its file."""
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Comment", text)
    return picture(pnginfo=info)


def picture_with_exif(tag: int, text: str) -> bytes:
    """Return a photograph that says something of itself."""
    exif = Image.Exif()
    exif[tag] = text
    return picture(form="JPEG", exif=exif)


def workbook(*rows: tuple[str, ...], shared: bool = True) -> bytes:
    """Return a workbook of one sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    texts = [cell for row in rows for cell in row]
    number = iter(range(len(texts)))
    cells = (
        "".join(
            f'<c t="s"><v>{next(number)}</v></c>' if shared else f'<c t="inlineStr"><is><t>{cell}</t></is></c>'
            for cell in row
        )
        for row in rows
    )
    sheet = "".join(f"<row>{one}</row>" for one in cells)
    strings = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
            **({"xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>'} if shared else {}),
        }
    )


def exported(value: object, *, ascii_only: bool = False) -> bytes:
    """Return JSON."""
    return json.dumps(value, ensure_ascii=ascii_only).encode()


def data_address(data: bytes, kind: str) -> str:
    """Return an address that holds a file."""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def compressed(data: bytes) -> bytes:
    """Return a file packed by itself."""
    return gzip.compress(data, mtime=0)


def deflated(data: bytes) -> bytes:
    """Return bytes as streams of a PDF have them."""
    return zlib.compress(data)
