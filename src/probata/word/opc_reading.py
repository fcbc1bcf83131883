"""What is said where a file cannot be taken as a Word file."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection
from io import BytesIO
from typing import Final

SAVE_AGAIN: Final = "save it again from Word as `Word Document (*.docx)`"

_THEN: Final = ": "


class WordFileError(Exception):
    """The file is none that we read.

    The message goes on where the name of the file leaves off: `is damaged: save it again …`, so that whoever
    asked for the file says which it is. What is done about it stands behind its last colon: the name of a part or an
    address, which a stranger wrote, may have one too.
    """

    @property
    def fact(self) -> str:
        """What is the matter with the file."""
        return str(self).rpartition(_THEN)[0] or str(self)

    @property
    def step(self) -> str:
        """What is done about it; empty where nothing is said."""
        before, _, step = str(self).rpartition(_THEN)
        return step if before else ""


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


# The files of a package out of their ZIP file, within limits: a stranger packed it.

LARGEST: Final = 100_000_000
"""Bytes of all parts together, unpacked; a long brief with pictures has a tenth."""

MOST_PARTS: Final = 5_000
"""A brief of a thousand pictures has a fifth."""

LARGEST_RATIO: Final = 200
"""How many times the packed size a file of more than `SMALL` bytes may have; text of Word's packs 10 to 50 times."""

SMALL: Final = 1_000_000
_DAMAGED: Final = f"is damaged: {SAVE_AGAIN}"


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the files by name; nothing is written anywhere.

    Raises `WordFileError` for what is no ZIP file, has a password, is damaged, names a file twice or outside the
    package, or is larger than the limits above.
    """
    refuse_other_file(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            refuse_other_zip([entry.filename for entry in entries])
            _refuse_names(entries)
            _refuse_sizes(entries)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        # NotImplementedError: zipfile does not know the way in which it is packed.
        raise WordFileError(_DAMAGED) from error
    except RuntimeError as error:
        raise WordFileError(f"has a password: take it off and {SAVE_AGAIN}") from error


def _refuse_sizes(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise WordFileError(f"has {len(entries):,} parts, more than the {MOST_PARTS:,} that are read: {SAVE_AGAIN}")
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise WordFileError("is larger than 100 MB unpacked: take its pictures out")
    for entry in entries:
        if entry.file_size > max(SMALL, LARGEST_RATIO * entry.compress_size):
            raise WordFileError(
                f"unpacks to more than {LARGEST_RATIO} times its size (`{entry.filename}`): {SAVE_AGAIN}"
            )


def _refuse_names(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.lower() for entry in entries]  # two names that differ in capitals are one part
    if len(set(names)) < len(names):
        raise WordFileError(f"has two parts of one name: {SAVE_AGAIN}")
    for name in names:
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise WordFileError(f"names a part outside itself (`{name}`): {SAVE_AGAIN}")
