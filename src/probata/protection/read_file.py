"""All text that a finished file holds, whatever it is and whatever files are in it; told by its bytes, not its name.

Runs in a process of its own: strangers' exhibits are within.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path
from typing import Any

from probata.protection.passages import DEEPEST, Reading, ReadTooMuchError
from probata.protection.read_markup import read_html, read_xml, rows_of_cells, shared_texts
from probata.protection.read_pdf import read_pdf
from probata.protection.read_picture import is_picture, read_picture

_SHARED = "xl/sharedStrings.xml"
"""Where a workbook keeps the texts of its cells."""
_ENTRY = re.compile(rb"PK\x03\x04.{4}(.{14})(.{8})", re.DOTALL)
"""What stands before a file in a package: how it is packed and its size, then the lengths of its name and the rest."""
_LARGEST_RATIO = 400
_SMALL = 5_000_000
_RUN = re.compile(r"[^\x00-\x1f\x7f-\xa0\ufffd]{6,}")
"""Characters in a row that may be a text in a file of no known form."""
_WIDE_RUNS = (
    ("utf-16-le", re.compile(rb"(?:[\x20-\xff][\x00\x01]|[\x00-\xff][\x03-\x06]){6,}")),
    ("utf-16-be", re.compile(rb"(?:[\x00\x01][\x20-\xff]|[\x03-\x06][\x00-\xff]){6,}")),
)
"""The same in two bytes each, in scripts with an alphabet."""
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*: .*\r?\n(?:[ \t].*\r?\n)*){2,}\r?\n")
_BASE64 = re.compile(r"data:[\w.+/-]*(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=\s%]+)")


def read(path: str) -> dict[str, Any]:
    """Return what a file holds, as `Reading` lists it; what cannot be read is listed with the reason, never raised."""
    found = Reading()
    try:
        data = Path(path).read_bytes()
        read_part(found, "", data, 0)
    except ReadTooMuchError:
        found.skip("", "it holds more than is searched")
    except OSError as error:
        found.skip("", f"it cannot be read: {error.strerror}")
    return {
        "passages": found.passages, "unread": found.unread, "pictures": found.pictures, "parts": found.parts,
    }  # fmt: skip


def read_part(found: Reading, part: str, data: bytes, depth: int) -> None:
    """Add what a file, or a part of one, holds."""
    found.take(len(data))
    if depth > DEEPEST:
        found.skip(part, "files lie too deep within each other")
    elif data.startswith(b"PK") and zipfile.is_zipfile(BytesIO(data)):
        _read_zip(found, part, data, depth)
    elif b"%PDF-" in data[:1024]:
        found.count("PDF")
        for name, held in read_pdf(found, part, data):
            read_part(found, _within(part, name), held, depth + 1)
    elif is_picture(data):
        found.count("picture")
        read_picture(found, part, data)
        _read_unknown(found, part, data)
    elif data.startswith(b"\x1f\x8b"):
        _read_gzip(found, part, data, depth)
    elif depth < DEEPEST and _HEADER.match(data):
        _read_message(found, part, data, depth)
    else:
        _read_text(found, part, data, depth)


def _within(part: str, name: str) -> str:
    return f"{part}/{name}" if part else name


def _read_zip(found: Reading, part: str, data: bytes, depth: int) -> None:
    found.count("package")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            found.text(part, archive.comment.decode("utf-8", "replace"))
            for entry in archive.infolist():
                name = _within(part, entry.filename)
                found.text(name, entry.filename, "address")
                found.text(name, entry.comment.decode("utf-8", "replace"))
                if entry.flag_bits & 1:
                    found.skip(name, "it has a password")
                elif entry.file_size > max(_SMALL, _LARGEST_RATIO * entry.compress_size):
                    found.skip(name, "it unpacks to far more than its size")
                elif not entry.is_dir():
                    read_part(found, name, archive.read(entry), depth + 1)
            if _SHARED in archive.namelist():
                _read_cells(found, part, archive)
            _read_unlisted(found, part, data, archive.infolist(), depth)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        found.skip(part, "its package is damaged")
        _read_unknown(found, part, data)


def _read_unlisted(found: Reading, part: str, data: bytes, listed: Sequence[zipfile.ZipInfo], depth: int) -> None:
    """Add what the bytes of a package hold and its list does not name: entries that were taken out."""
    spans = [(one.header_offset, one.header_offset + 30 + len(one.filename) + one.compress_size) for one in listed]
    for one in _ENTRY.finditer(data):
        if any(start <= one.start() < end for start, end in spans):  # listed, or in a package that is
            continue
        packing, size = struct.unpack("<H8xI", one[1])
        begin = one.end() + sum(struct.unpack("<4xHH", one[2]))
        if packing == zipfile.ZIP_STORED:
            held = data[begin : begin + size]
        else:
            try:
                held = zlib.decompressobj(-15).decompress(data[begin:], _SMALL)
            except zlib.error:
                continue
        name = data[one.end() : one.end() + struct.unpack("<4xH2x", one[2])[0]].decode("utf-8", "replace")
        found.text(part, name, "address")
        read_part(found, _within(part, f"{name} (not listed)"), held, depth + 1)


def _read_cells(found: Reading, part: str, archive: zipfile.ZipFile) -> None:
    """Add the rows of a workbook whose texts stand apart from its cells, each as one text."""
    shared = shared_texts(archive.read(_SHARED))
    for name in archive.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            for row in rows_of_cells(archive.read(name), shared):
                found.text(_within(part, name), row)


def _read_gzip(found: Reading, part: str, data: bytes, depth: int) -> None:
    try:
        with gzip.open(BytesIO(data)) as packed:
            unpacked = packed.read(_SMALL * 20)
    except (OSError, EOFError, zlib.error):
        found.skip(part, "its package is damaged")
        return
    read_part(found, part, unpacked, depth + 1)


def _read_message(found: Reading, part: str, data: bytes, depth: int) -> None:
    """Add a letter of e-mail, its attachments too."""
    found.count("message")
    message = message_from_bytes(data, policy=policy.default)
    for one in message.walk():
        found.text(part, "\n".join(f"{key}: {value}" for key, value in one.items()))
        held = one.get_payload(decode=True)
        if isinstance(held, bytes):
            read_part(found, _within(part, one.get_filename() or one.get_content_type()), held, depth + 1)


def _read_text(found: Reading, part: str, data: bytes, depth: int) -> None:
    begin = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    text = _decoded(data)
    if text is None:
        found.count("other")
        _read_unknown(found, part, data)
        return
    if begin.startswith((b"<!doctype html", b"<html")) or part.lower().endswith((".html", ".htm")):
        found.count("page")
        read_html(found, part, text)
    elif begin.startswith(b"{\\rtf"):
        found.count("text")
        found.text(part, _without_rtf(text))
    elif begin.startswith(b"<") and read_xml(found, part, data):
        found.count("XML")
    else:
        found.count("text")
        found.text(part, text)
        if begin.startswith((b"{", b"[")):
            found.text(part, "\n".join(_strings(text, keys=True)))
            found.text(part, "\n".join(_strings(text, keys=False)))
    for number, held in enumerate(_BASE64.finditer(text), 1):
        try:
            inner = base64.b64decode(re.sub(r"\s|%0A", "", held[1]))
        except ValueError:
            continue
        read_part(found, _within(part, f"data {number}"), inner, depth + 1)


def _decoded(data: bytes) -> str | None:
    """Return a text; `None` where the bytes are none."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data:
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        return text if sum(one.isprintable() or one.isspace() for one in text) > 0.95 * len(text) else None


def _without_rtf(text: str) -> str:
    """Return the words of Rich Text; what it says of looks stays as words beside them."""
    text = re.sub(r"\\u(-?\d+) ?\??", lambda one: chr(int(one[1]) % 0x10000), text)
    text = re.sub(r"\\'([0-9a-f]{2})", lambda one: bytes.fromhex(one[1]).decode("cp1252", "replace"), text)
    text = re.sub(r"\\(?:par|line|tab|cell|row)\b ?", "\n", text)
    return re.sub(r"\\[a-z]+-?\d* ?|[{}\r\n]", lambda one: "\n" if one[0] in "\r\n" else "", text)


def _strings(text: str, *, keys: bool) -> Iterator[str]:
    """Give the values of JSON, of one value or a value on each line, and the keys if asked."""
    try:
        yield from _values(json.loads(text), keys=keys)
    except (ValueError, RecursionError):
        for line in text.splitlines():
            try:
                yield from _values(json.loads(line), keys=keys)
            except (ValueError, RecursionError):
                continue


def _values(value: Any, *, keys: bool) -> Iterator[str]:
    match value:
        case dict():
            for key, held in value.items():
                yield from (key,) if keys else ()
                yield from _values(held, keys=keys)
        case list():
            for held in value:
                yield from _values(held, keys=keys)
        case str() | int():
            yield str(value)


def _read_unknown(found: Reading, part: str, data: bytes) -> None:
    """Add the characters in a row that a file of no known form holds, in the encodings that are usual in such files."""
    for encoding in ("utf-8", "latin-1"):
        found.text(part, "\n".join(_RUN.findall(data.decode(encoding, "replace"))), "form")
    for encoding, run in _WIDE_RUNS:
        found.text(part, "\n".join(one.decode(encoding, "replace") for one in run.findall(data)), "form")
