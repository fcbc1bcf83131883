"""What a file is that is no Word document, told by its first bytes and by the names in it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from probata.word.refused import SAVE_AGAIN, WordFileError

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The compound file in which Word kept documents until 2003, and keeps those with a password to this day."""

_ZIP: Final = b"PK"
_PASSWORD: Final = f"has a password: open it in Word, take the password off (File, Info), and {SAVE_AGAIN}"
_UNKNOWN: Final = f"is no Word file: {SAVE_AGAIN}"
_FIRST_BYTES: Final = (
    (b"{\\rtf", "is a Rich Text file (.rtf)"),
    (b"%PDF", "is a PDF, which has lost what Word knew of the text"),
    (b"<?xml", "is a single XML file"),
    (b"<", "is a page of HTML or XML"),
)
_NAME_ANOTHER: Final = f"name the Word file that is meant, or {SAVE_AGAIN}"
_EXPORT: Final = f"export it from there to Word (File, Export To), or {SAVE_AGAIN}"
_IN_ZIP: Final = (
    ("content.xml", "is an OpenDocument file (.odt)",
     f"{SAVE_AGAIN}, or from LibreOffice as `Word 2010-365 Document (.docx)`"),
    ("xl/workbook.xml", "is an Excel workbook", _NAME_ANOTHER),
    ("xl/workbook.bin", "is an Excel workbook", _NAME_ANOTHER),
    ("ppt/presentation.xml", "is a PowerPoint presentation", _NAME_ANOTHER),
    ("Index/CalculationEngine.iwa", "is a document of Numbers, Pages or Keynote", _EXPORT),
    ("Index/Document.iwa", "is a document of Pages", _EXPORT),
)  # fmt: skip
"""A part, what a file is that has it, and the next step."""


def refuse_other_file(data: bytes) -> None:
    """Raise `WordFileError` for bytes that do not begin as a ZIP file does, saying what they are."""
    if data.startswith(_ZIP):
        return
    if not data:
        raise WordFileError(f"is empty: {SAVE_AGAIN}")
    if data.startswith(_OLE):
        raise WordFileError(_PASSWORD if _named(data, "EncryptedPackage") else _old(data))
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:8]
    told = next((what for first, what in _FIRST_BYTES if start.startswith(first)), "")
    raise WordFileError(f"{told}, no Word document: {SAVE_AGAIN}" if told else _UNKNOWN)


def refuse_other_zip(names: Collection[str]) -> None:
    """Raise `WordFileError` for a ZIP file without the list of content types that every Word file has."""
    for name, what, help in _IN_ZIP:
        if name in names:
            raise WordFileError(f"{what}, no Word document: {help}")
    if "[Content_Types].xml" not in names:
        raise WordFileError(_UNKNOWN)


def _old(data: bytes) -> str:
    if _named(data, "WordDocument"):
        return f"is a document of an old Word (.doc): {SAVE_AGAIN}"
    return _UNKNOWN


def _named(data: bytes, stream: str) -> bool:
    """Tell whether a compound file has a stream of that name; its folder has names in UTF-16."""
    return stream.encode("utf-16-le") in data
