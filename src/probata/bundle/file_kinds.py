"""What a held file is, by its own bytes: the name of a file and the type that a server gave prove nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Final

from probata.bundle.refusal import RefusedError

FIRST: Final = 4096
"""Bytes by which a file is told."""

_PICTURES: Final = (
    b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+", b"BM",
    b"\x00\x00\x00\x0cjP  ", b"\xff\x4f\xff\x51",
)  # fmt: skip
_RECORDINGS: Final = (
    b"ID3",
    b"OggS",
    b"fLaC",
    b"\x1aE\xdf\xa3",
    b"FLV",
    b"#!AMR",
    b"\x00\x00\x01\xba",
    b"0&\xb2u\x8ef\xcf\x11",
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE_PARTS: Final = ("[Content_Types].xml", "content.xml")
"""A part that office files have; `mimetype` alone is in books (EPUB) too."""
_HTML: Final = (b"<!doctype html", b"<html", b"<head", b"<body")
_MAIL: Final = (
    b"from:",
    b"received:",
    b"return-path:",
    b"delivered-to:",
    b"mime-version:",
    b"message-id:",
    b"x-",
    b"date:",
)

AS_PICTURE: Final = "open it and save it as a PDF or a PNG picture, and preserve that as a copy too"
AS_PDF: Final = "open it and save it as a PDF, and preserve that as a copy too"


def kind_of(path: Path, media_type: str) -> str:
    """Return `pdf`, `picture`, `recording`, `office`, `html`, `mail` or `text`.

    `media_type` decides where the bytes may be either. Raises `RefusedError` for what is empty, another thing than it
    was recorded as, or nothing that can be shown on pages.
    """
    with path.open("rb") as file:
        first = file.read(FIRST)
    kind = _by_bytes(path, first, media_type.split(";")[0].strip().lower())
    recorded = media_type.partition("/")[0]
    if kind in ("html", "text") and (media_type == "application/pdf" or recorded in ("image", "audio", "video")):
        what = "a page of HTML" if kind == "html" else "plain text"
        raise RefusedError(
            "not-what-it-says", f"is recorded as `{media_type}` and is {what}: the download probably failed",
            "look at it, and preserve the document itself",
        )  # fmt: skip
    return kind


def _by_bytes(path: Path, first: bytes, media_type: str) -> str:
    if not first:
        raise RefusedError("empty-file", "is empty", "preserve the file again from where it came")
    if first.startswith(_PICTURES) or (first[:4] == b"RIFF" and first[8:12] == b"WEBP"):
        return "picture" if media_type != "application/pdf" or b"%PDF-" not in first[:1024] else "pdf"
    if b"%PDF-" in first[:1024]:
        return "pdf"
    if first[4:8] == b"ftyp":
        return _of_boxes(first[8:12])
    if first.startswith(_RECORDINGS) or first[:4] in (b"RIFF", b"FORM") or _is_sound(first):
        return "recording"
    if first.startswith(b"PK"):
        return _of_zip(path)
    if first.startswith(_OLE) or first.startswith(b"{\\rtf"):
        return "office"
    return _of_text(first, media_type)


def _is_sound(first: bytes) -> bool:
    """Tell whether it begins with a frame of MPEG sound; marks of the order of bytes of a text begin alike."""
    return first[:1] == b"\xff" and first[1:2] >= b"\xe0" and first[1:2] not in (b"\xfe", b"\xff")


def _of_boxes(brand: bytes) -> str:
    if brand in (b"avif", b"avis"):
        return "picture"
    if brand in (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"):
        raise RefusedError("unread-picture", "is a picture of a telephone (HEIC), which is not read", AS_PICTURE)
    return "recording"


def _of_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise RefusedError("damaged", "is a damaged ZIP file", "preserve it again from where it came") from None
    if any(name in names for name in _OFFICE_PARTS) and "META-INF/container.xml" not in names:
        return "office"
    raise RefusedError(
        "archive", "is an archive of several files", "take out the file that is meant, and preserve it as a copy too"
    )


def _of_text(first: bytes, media_type: str) -> str:
    start = first.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"warc/") or first.startswith(b"\x1f\x8b"):
        step = "save the page that is meant as a PDF or a picture, and preserve that as a copy too"
        raise RefusedError("archive", "is an archive of web pages or a packed file", step)
    if start.startswith(b"<svg") or media_type == "image/svg+xml":
        raise RefusedError("unread-picture", "is a drawing (SVG), which is not read", AS_PICTURE)
    if start.startswith(_HTML) or (start.startswith(b"<") and "html" in media_type):
        return "html"
    if media_type == "message/rfc822" or (start.startswith(_MAIL) and b"\nsubject:" in start):
        return "mail"
    if b"\x00" in first and not first.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError("unknown-kind", "is of a kind that is not read", AS_PDF)
    return "text"
