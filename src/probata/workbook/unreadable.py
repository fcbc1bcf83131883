"""Why a file that is called a workbook cannot be read as one, as far as its first bytes tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of Office begin that are no packages (MS-CFB 2.2): those of Excel 2003, and those with a password."""
_SAVE = "save it again as `Excel Workbook (.xlsx)`, without a password"


class Reason(NamedTuple):
    """What is wrong, and the next step."""

    message: str
    help: str


def _is_encrypted(data: bytes) -> bool:
    """Look for the stream that holds an encrypted package (MS-OFFCRYPTO 2.1.4)."""
    return data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data


_KNOWN: tuple[tuple[Callable[[bytes], bool], Reason], ...] = (
    (lambda data: not data.strip(b"\0"), Reason(
        "the file is empty", "take an earlier copy of it, or save it again in Excel")),
    (_is_encrypted, Reason(
        "the workbook is protected with a password",
        "open it in Excel and take the password off (File, Info, Protect Workbook), then save it")),
    (lambda data: data.startswith(_OLE), Reason(
        "the file is a workbook of Excel 2003 (`.xls`), whatever its name says",
        "open it in Excel and save it as `Excel Workbook (.xlsx)`")),
    (lambda data: b"mimetypeapplication/vnd.oasis" in data[:200], Reason(
        "the file is a spreadsheet of LibreOffice (`.ods`), whatever its name says",
        "open it in LibreOffice and save it as `Excel 2007-365 (.xlsx)`")),
    (lambda data: b"xl/workbook.bin" in data, Reason(
        "the file is a binary workbook of Excel (`.xlsb`), whatever its name says",
        "open it in Excel and save it as `Excel Workbook (.xlsx)`")),
    (lambda data: data.startswith(b"PK"), Reason(
        "the workbook is damaged, or only a part of it is there",
        "take an earlier copy of it, or open it in Excel, which may repair it, and save it again")),
)  # fmt: skip


def why_unreadable(data: bytes) -> Reason:
    """Return why a file is no workbook that can be read."""
    return next((reason for is_so, reason in _KNOWN if is_so(data)), Reason("the file is no workbook of Excel", _SAVE))
