"""Names of files that hold on every system: one spelling of each name, and none that Windows refuses.

An accented letter can be written as one character (NFC, as most keyboards give it) or as a letter with a mark (NFD, as
older disks of macOS store it). Both are one name to a reader, and so they are to us. What Windows refuses is listed by
Microsoft in "Naming Files, Paths, and Namespaces".
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from probata.diagnostics import Diagnostic, Severity, Span

SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".ods", ".numbers"})
"""Endings of workbooks, which are no text files."""
LONGEST = 240
"""Longest path that is safe: Windows and Word for Windows stop at 259 characters, the folder above included."""

_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\..*)?", re.IGNORECASE)
_HASH = re.compile(r"[0-9a-f]{64}")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_DRIVE = re.compile(r"[A-Za-z]:")


def is_hash(text: str) -> bool:
    """Tell whether a text can be a SHA-256 in small letters, as the name of a held copy is."""
    return _HASH.fullmatch(text) is not None


def one_form(name: str) -> str:
    """Return a name in its composed form (NFC), by which names are compared and sorted."""
    return unicodedata.normalize("NFC", name)


def on_disk(path: Path) -> Path:
    """Return the path as the disk spells it, where it lies there in another form of its accents; else as it is."""
    if path.exists() or path == path.parent:
        return path
    above = on_disk(path.parent)
    if not path.name.isascii() and above.is_dir():
        found = (entry for entry in above.iterdir() if one_form(entry.name) == one_form(path.name))
        return next(found, above / path.name)
    return above / path.name


def device_name(relative: str) -> str:
    """Return the part of a path that Windows keeps for a device, such as `aux.csv`; empty where there is none."""
    return next((part for part in relative.split("/") if _DEVICE.fullmatch(part.rstrip(" ."))), "")


def refused_path(relative: str, span: Span) -> Diagnostic | None:
    """Say why a path that a record names is not followed at all: it leads to another disk, machine or to a device."""
    if _DRIVE.match(relative) or relative.startswith("//"):
        return Diagnostic("SRC101", "file-outside-case", Severity.ERROR, "the file lies outside the case folder", span,
                          "copy it into the case folder, and write its place there: `data/figures.csv`")  # fmt: skip
    if device := device_name(relative):
        return Diagnostic("SRC108", "reserved-name", Severity.ERROR, f"Windows keeps the name `{device}` for a device",
                          span, "give the file another name")  # fmt: skip
    return None


def unportable(relative: str, span: Span) -> Diagnostic | None:
    """Say why a file cannot be copied to a computer with Windows under its name; `None` where it can."""
    name = next((part for part in relative.split("/") if part not in ("..", ".") and _reason(part)), "")
    reason = _reason(name)
    if not reason and len(relative) > LONGEST:
        name, reason = f"{relative[:40]}…", f"it has {len(relative)} characters"
    if not reason:
        return None
    return Diagnostic("SRC109", "name-not-for-windows", Severity.WARNING,
                      f"`{name}` cannot be the name of a file in Windows: {reason}", span,
                      "give it another name, so that others can open the case")  # fmt: skip


def _reason(name: str) -> str:
    if device_name(name):
        return "it is kept for a device"
    if found := _FORBIDDEN.search(name):
        return f"it holds `{found[0]}`"
    if name != name.rstrip(" ."):
        return "it ends in a space or a full stop"
    return ""


# Whether another program has a file open, by the mark that it leaves beside it.


def open_in(path: Path) -> tuple[str, str]:
    """Return the program that has a file open, and the mark beside it that says so; both empty where none does.

    Word writes `~$` in place of the first letters of a long name, and before a short one; Excel before any. A mark may
    be left from a program that broke down.
    """
    office, cut = ("Excel", (0,)) if path.suffix.lower() in SPREADSHEETS else ("Word", (0, 1, 2))
    marks = [*((office, f"~${path.name[left:]}") for left in cut), ("LibreOffice", f".~lock.{path.name}#")]
    return next(((program, mark) for program, mark in marks if path.with_name(mark).is_file()), ("", ""))
