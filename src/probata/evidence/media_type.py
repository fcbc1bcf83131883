"""What a file is, told from its bytes and never from its name."""

from __future__ import annotations

import os
import re
import zipfile
from typing import BinaryIO, Final

HEAD = 4096
"""Bytes at the beginning of a file that are looked at."""

UNKNOWN, TEXT = "application/octet-stream", "text/plain"

_BEGINNINGS: Final = (
    (b"%PDF-", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"), (b"GIF89a", "image/gif"), (b"II*\0", "image/tiff"), (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"), (b"ID3", "audio/mpeg"), (b"\xff\xfb", "audio/mpeg"), (b"OggS", "application/ogg"),
    (b"fLaC", "audio/flac"), (b"\x1aE\xdf\xa3", "video/webm"), (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"), (b"WARC/", "application/warc"),
    (b"\x1f\x8b", "application/gzip"), (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
)  # fmt: skip
_IN_RIFF: Final = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS: Final = {
    b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heif", b"avif": "image/avif", b"qt  ":
    "video/quicktime", b"M4A ": "audio/mp4", b"3gp4": "video/3gpp", b"3gp5": "video/3gpp",
}  # fmt: skip
_IN_ZIP: Final = (
    ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("datapackage.json", "application/wacz"),
)
_TAIL, _DIRECTORY = 66_000, 4_000_000
"""How many bytes the end of a ZIP archive has at most, and how long a list of parts is read."""
_COMMENTS: Final = rb"(?:<!--(?:(?!-->).)*-->\s*)*"
HEADER: Final = re.compile(rb"[\x21-\x39\x3b-\x7e]{1,80}[ \t]*:")
"""How a line begins that is a header of a mail."""
_OF_MAIL: Final = frozenset({b"from", b"to", b"date", b"subject", b"received", b"message-id", b"return-path",
                             b"mime-version", b"delivered-to"})  # fmt: skip
_TEXTS: Final = (
    (re.compile(rb"From \S+.*\d{4}\r?\n[\w-]+:"), "application/mbox"),
    (re.compile(rb"(?:<\?xml[^>]*>\s*)?" + _COMMENTS + rb"<(?:!doctype )?html\b", re.IGNORECASE | re.DOTALL),
     "text/html"),
    (re.compile(rb"(?:<\?xml[^>]*>\s*)?" + _COMMENTS + rb"(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b", re.DOTALL),
     "image/svg+xml"),
    (re.compile(rb"<\?xml\s"), "application/xml"),
    (re.compile(rb"[\[{]\s*[\"\[{\]}\d-]"), "application/json"),
)  # fmt: skip


def media_type_of(head: bytes, file: BinaryIO) -> str:
    """Return what a file is by its first `HEAD` bytes, and of a ZIP archive by the names of its parts.

    It says how the bytes begin, not that they are sound. What is in UTF-8 and nothing else is plain text.
    """
    if head.startswith(b"PK\x03\x04"):
        return _archive(file)
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head.startswith(b"RIFF"):
        return _IN_RIFF.get(head[8:12], UNKNOWN)
    found = next((kind for begin, kind in _BEGINNINGS if head.startswith(begin)), "")
    return found or _text(head)


def _archive(file: BinaryIO) -> str:
    try:
        if length_of_list(file) > _DIRECTORY:
            return "application/zip"
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < HEAD:
                said = archive.read("mimetype").decode("ascii").strip()
                if re.fullmatch(r"application/[\w.+-]+", said):
                    return said
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, KeyError):
        return "application/zip"
    return next((kind for name, kind in _IN_ZIP if name in names), "application/zip")


def length_of_list(file: BinaryIO) -> int:
    """Return how many bytes the list of the parts of a ZIP archive has, as its end says: `zipfile` reads it whole.

    ZIP File Format Specification 6.3.10, 4.3.14 to 4.3.16: the end, and before it that of a large archive.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    at = tail.rfind(b"PK\5\6")
    large = tail.rfind(b"PK\6\6", 0, max(at, 0))
    lengths = [int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0]
    lengths += [int.from_bytes(tail[large + 40 : large + 48], "little")] if large >= 0 else []
    return min(lengths) if large >= 0 and lengths[0] == 0xFFFFFFFF else max(lengths)


def _text(head: bytes) -> str:
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"\0" in head:
        return UNKNOWN
    if is_saved_page(bare) or is_mail(bare):
        return "multipart/related" if is_saved_page(bare) else "message/rfc822"
    if found := next((kind for form, kind in _TEXTS if form.match(bare)), ""):
        return found
    try:
        head.decode()
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3 or len(head) < HEAD:  # else the last character is cut
            return UNKNOWN
    return TEXT if head else "application/x-empty"


def is_mail(head: bytes) -> bool:
    """Tell a mail by its first lines: at least two headers of mail, and nothing but headers before the empty line."""
    found, lines = set[bytes](), re.split(rb"\r?\n", head[:20_000])
    for number, line in enumerate(lines[:200], 1):
        if not line:
            break
        if line[:1] in b" \t" or (number == len(lines) and not HEADER.match(line)):  # the last may be cut
            continue
        if not HEADER.match(line):
            return False
        found.add(line.partition(b":")[0].strip().lower())
    return len(found & _OF_MAIL) >= 2


def is_saved_page(head: bytes) -> bool:
    """Tell a page that a browser saved with its pictures, in the form of a mail."""
    headers = head[:20_000].replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
    is_page = b"multipart/related" in headers and b"text/html" in headers and b"\nto:" not in headers
    return is_page or re.search(rb"^snapshot-content-location:", headers, re.MULTILINE) is not None
