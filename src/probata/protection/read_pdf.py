"""A PDF: the text its fonts show, every string and stream of every object, older states, files within, its pictures."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from probata.protection.passages import Reading, ReadTooMuchError
from probata.protection.read_picture import add_pixels, is_picture

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.){1,20000})\)", re.DOTALL)
_LITERAL_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]{4,20000})>")
_LARGEST_STREAM = 60_000_000
_HYPHEN_AT_END = re.compile("[\x02\ufffe\u00ad]\r?\n?")
_UNTOLD = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_SCALE = 200 / 72
"""Pages that are pictures are drawn at 200 dots an inch."""


def read_pdf(found: Reading, part: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Add the text of a PDF, and give the files and texts in its streams by name, to be read as what they are."""
    _read_pages(found, part, data)
    ends = [one.end() for one in re.finditer(rb"%%EOF\r?\n?", data)]
    for number, end in enumerate(ends[:-1][:20], 1):
        if len(data) - end > 64:
            _read_pages(found, f"{part} state {number}".strip(), data[:end], is_older=True)
    yield from _objects(found, part, data)
    yield from _loose_streams(found, part, data)


def _read_pages(found: Reading, part: str, data: bytes, *, is_older: bool = False) -> None:
    try:
        opened = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if not is_older:
            found.skip(part, "it has a password" if "assword" in str(error) else "no page of it can be drawn")
        return
    with opened:
        texts = []
        for number, page in enumerate(opened, 1):
            text = page.get_textpage().get_text_range().replace("\r\n", "\n")
            texts.append(_HYPHEN_AT_END.sub("", text))
            has_picture = any(True for _ in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4))
            if has_picture or len(_UNTOLD.findall(text)) > 0.05 * len(text) + 2:
                drawn = page.render(scale=min(_SCALE, 4000 / max(page.get_size())), grayscale=True)
                add_pixels(found, f"{part} page {number}".strip(), drawn.to_pil())
            page.close()
        found.text(f"{part} pages".strip(), "\n".join(texts))


def _objects(found: Reading, part: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Add the strings and names of every object, and give its streams."""
    try:
        opened = pikepdf.open(BytesIO(data))
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError):  # that it could not be opened is told with its pages
        return
    with opened:
        for held in (*opened.objects, opened.trailer):
            number = getattr(held, "objgen", (0, 0))[0]
            strings, names = list[str](), list[str]()
            _collect(held, strings, names, 0)
            found.text(f"{part} object {number}".strip(), "\n".join(strings))
            for name in dict.fromkeys(names):
                found.text(f"{part} object {number}".strip(), name, "form")
            if isinstance(held, pikepdf.Stream):
                yield from _of_stream(found, f"object {number}", held)


def _collect(held: Any, strings: list[str], names: list[str], depth: int) -> None:
    match held:
        case pikepdf.String():
            strings.append(str(held))
            strings += [bytes(held).decode("utf-8", "ignore")]
        case pikepdf.Name():
            names.append(str(held)[1:])
        case pikepdf.Dictionary() | pikepdf.Stream():
            for key, value in held.items():
                if key not in ("/BaseFont", "/FontName", "/FontFamily"):
                    names.append(str(key)[1:])
                    _go_on(value, strings, names, depth)
        case pikepdf.Array():
            for value in held:
                _go_on(value, strings, names, depth)


def _go_on(value: Any, strings: list[str], names: list[str], depth: int) -> None:
    if depth < 60 and not (isinstance(value, pikepdf.Object) and value.is_indirect):
        _collect(value, strings, names, depth + 1)


def _of_stream(found: Reading, name: str, held: pikepdf.Stream) -> Iterator[tuple[str, bytes]]:
    kind, sort = str(held.get("/Subtype", "")), str(held.get("/Type", ""))
    if kind == "/Image":
        raw = held.read_raw_bytes()
        if is_picture(raw):  # with what its file says beside the pixels, which the page does not show
            yield name, raw
        return
    try:
        content = held.read_bytes()
    except pikepdf.PdfError:
        return
    if len(content) > _LARGEST_STREAM:
        raise ReadTooMuchError
    if "/Length1" in held or "/Length2" in held or kind in ("/Type1C", "/CIDFontType0C", "/OpenType"):
        return  # a font: its name is that of a face
    if kind == "/Form" or sort == "" or sort == "/Pattern":
        shown = _shown(held)
        found.text(name, "".join(shown))
        found.text(name, "\n".join(shown))
    if sort not in ("/XRef", "/ObjStm") and not _is_drawing(content):
        yield name, content


def _is_drawing(content: bytes) -> bool:
    """Tell whether a stream is of operators, whose texts are read as such."""
    return b"BT" in content and b"ET" in content and (b"Tj" in content or b"TJ" in content)


def _shown(held: pikepdf.Stream) -> list[str]:
    """Return the strings that a stream of operators shows, as their bytes have them."""
    try:
        operators = pikepdf.parse_content_stream(held, "Tj TJ ' \" BDC")
    except (pikepdf.PdfError, TypeError, ValueError):
        return []
    shown: list[str] = []
    for one in operators:
        for operand in one.operands:
            values = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
            if isinstance(operand, pikepdf.Dictionary):
                values = list(operand.values())
            shown.append("".join(str(value) for value in values if isinstance(value, pikepdf.String)))
    return shown


def _loose_streams(found: Reading, part: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the streams that no object of the last state has: what was replaced is still in the bytes."""
    try:
        with pikepdf.open(BytesIO(data)) as opened:
            known = {hash(one.read_raw_bytes()) for one in opened.objects if isinstance(one, pikepdf.Stream)}
    except pikepdf.PasswordError:
        return
    except (pikepdf.PdfError, ValueError):
        known = set()
    outside = _STREAM.sub(b"", data)
    literals = [_LITERAL_ESCAPE.sub(_plain, one) for one in _LITERAL.findall(outside)]
    literals += [bytes.fromhex(one.decode()) for one in _HEX.findall(outside) if len(one) % 2 == 0]
    found.text(f"{part} loose objects".strip(), "\n".join(map(_pdf_text, literals)))
    for number, one in enumerate(_STREAM.finditer(data), 1):
        if hash(one[1]) in known or hash(one[1] + b"\n") in known:
            continue
        packed = zlib.decompressobj()
        try:
            content = packed.decompress(one[1], _LARGEST_STREAM)
        except zlib.error:
            content = one[1]
        shown = [piece.decode("latin-1") for piece in _LITERAL.findall(content)]
        found.text(f"{part} loose stream {number}".strip(), "".join(shown))
        if not content.startswith((b"\xff\xd8", b"\x00\x01\x00\x00", b"OTTO")):
            yield f"loose stream {number}", content


def _plain(escape: re.Match[bytes]) -> bytes:
    return bytes([int(escape[1], 8) & 255]) if escape[1].isdigit() else escape[1]


def _pdf_text(string: bytes) -> str:
    return string.decode("utf-16" if string[:2] in (b"\xfe\xff", b"\xff\xfe") else "latin-1", "replace")
