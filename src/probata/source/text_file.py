"""Reading one text file of a case or a forum: inside the folder, of a sane size, in UTF-8, of printable characters."""

from __future__ import annotations

import errno
import re
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.file_names import on_disk

# A guess and no more: it is told to the user and never acted on, since a wrong guess would change a name in silence.

_OTHER_FILES = (
    (b"PK\x03\x04", "a Word or Excel file"),
    (b"\xd0\xcf\x11\xe0", "a Word or Excel file of an older version"),
    (b"%PDF-", "a PDF"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_CHINESE = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")
"""The 3,755 common characters in GB 2312 and all that came after it."""
_CYRILLIC = re.compile(rb"[\xc0-\xff\xa8\xb8]{3,}")
"""Words in Windows-1251; in a Western text hardly three accented letters stand together."""

_SAVE_TABLE = "in Excel: Save As, file type `CSV UTF-8 (Comma delimited)`"
_SAVE_TEXT = (
    "in Notepad: Save as, Encoding `UTF-8`; in Word: Save As, file type `Plain Text`, then Other encoding, "
    "`Unicode (UTF-8)`"
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a file looks like."""

    words: str
    """Goes on after "the text is not in UTF-8"; or the whole message where the file is no text."""
    is_text: bool = True
    codec: str = ""
    """Python's name of the encoding, where one is likely."""

    def message(self, wrong: bytes) -> str:
        """Return the message of a finding about the first bytes that are not UTF-8."""
        if not self.is_text:
            return f"the file is no text but {self.words}"
        shown = wrong.decode(self.codec, "replace")[:1] if self.codec else ""
        meant = f", where this character is `{shown}`" if shown and shown.isprintable() and shown != "\ufffd" else ""
        return f"the text is not in UTF-8{self.words}{meant}"


def looks_like(data: bytes) -> Look:
    """Guess what a file is that is not in UTF-8."""
    for start, words in _OTHER_FILES:
        if data.startswith(start):
            return Look(words, is_text=False)
    if is_utf_16(data):
        return Look(": it looks like UTF-16, which Notepad and Excel call Unicode")
    high = len(_HIGH.findall(data))
    if 2 * len(_CHINESE.findall(data)) > 0.8 * high:
        return Look(": it looks like GB 18030, the encoding of Chinese Windows", codec="gb18030")
    if sum(map(len, _CYRILLIC.findall(data))) > 0.6 * high:
        return Look(": it looks like Windows-1251, the encoding of Cyrillic Windows", codec="cp1251")
    if high and _decodes(data, "cp1252"):
        return Look(": it looks like Windows-1252, the encoding of Western Windows", codec="cp1252")
    return Look("")


def is_utf_16(data: bytes) -> bool:
    """Tell whether a file is in UTF-16: by its mark, or because every other byte of Latin text is zero."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(0) * 4 > len(data)


def how_to_save(shown: str, look: Look) -> str:
    """Return what to do to get the file in UTF-8."""
    if shown.lower().endswith(".csv"):
        return f"save it as UTF-8; {_SAVE_TABLE}"
    if not look.is_text:
        return "write its text into a plain text file"
    return f"save it as UTF-8; {_SAVE_TEXT}"


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


# One sign for the end of a line, whichever program wrote it, so that a text is the same in each form of a case.


def line_ends(text: str) -> str:
    r"""Return a text whose lines end in `\n`; an escape in quotation marks, or in a cell, is read so too."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def with_line_ends(value: Any) -> Any:
    """Return plain values, strings, lists and parts in each other, with all their texts so."""
    if isinstance(value, str):
        return line_ends(value)
    if isinstance(value, Mapping):
        return {key: with_line_ends(inner) for key, inner in value.items()}
    return [with_line_ends(inner) for inner in value] if isinstance(value, Sequence) else value


MAX_BYTES = 4_000_000
"""Largest file that is read. Far above any case file, far below what would fill a machine."""

LARGEST = 500_000_000
"""Largest file of any other kind, such as a document that a user names."""

_NO_FILES = {
    stat.S_IFIFO: "a named pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device",
}  # fmt: skip
"""What can stand in the place of a file, by its type for the system; reading it may never end."""

CASE, TEMPLATES = "case folder", "templates folder"
"""What users call the folder that no file of theirs may lie outside of: of a case, and of all forums together."""

FAULTS_OF_THE_FILE = {
    "file-outside-case", "missing-file", "folder-for-file", "file-too-large", "unreadable-file", "reserved-name",
}  # fmt: skip
"""Findings that concern the file as a whole and no place in it."""

_OVERRIDES = "\u202d\u202e"
ILLEGAL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\ue000-\ue019{_OVERRIDES}]")
"""What XML 1.0 cannot hold (section 2.2), and the private characters that stand for values while a document is made.

With these the overrides of direction (Unicode Standard Annex 9, 2.2): behind one other words are read than are written.
No language needs them; marks, embeddings and isolates, which texts of two directions need, stay.
"""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as text, with line ends as single line feeds."""

    path: Path
    shown: str
    """Path as the user would type it."""
    text: str


def fault(code: str, name: str, message: str, span: Span, help: str = "") -> Diagnostic:
    """Make a must-fix finding about a file."""
    return Diagnostic(code, name, Severity.ERROR, message, span, help)


def read_text(root: Path, path: Path, shown: str, folder: str = CASE) -> TextFile | Diagnostic:
    """Read a file below `root`, which users call `folder`; a fault comes back as the finding that says what to do.

    A link that leads out of `root`, a missing or too large file, a folder, another encoding than UTF-8 and characters
    that no document can hold are faults. A byte-order mark, Windows line ends and another form of the accents in the
    name are accepted.
    """
    data = read_bytes(root, path, shown, folder=folder)
    return data if isinstance(data, Diagnostic) else decode_bytes(data, path, shown)


def read_bytes(root: Path, path: Path, shown: str, largest: int = MAX_BYTES, folder: str = CASE) -> bytes | Diagnostic:
    """Read a file below `root` as bytes, at most `largest` of them; the faults are those of `read_text` on the file."""
    try:
        return _read_bytes(root, path, Span(shown), largest, folder)
    except OSError as error:
        return fault("SRC104", "unreadable-file", f"the file cannot be read ({error.strerror})", Span(shown),
                     "close it in other programs and check who may read it")  # fmt: skip
    except RuntimeError:
        return fault("SRC104", "unreadable-file", "the file is a link that leads to itself", Span(shown),
                     "put the file itself in its place")  # fmt: skip


def whole_file(path: Path, largest: int = LARGEST) -> bytes:
    """Return what a file holds, whoever named it.

    Raises `OSError` for what is no file, such as a pipe or a device, which may never end, and for more than `largest`
    bytes, which would fill the machine.
    """
    found = path.stat()
    if what := _NO_FILES.get(stat.S_IFMT(found.st_mode)):
        raise OSError(errno.EINVAL, f"it is {what} and no file", str(path))
    if found.st_size > largest:
        raise OSError(errno.EFBIG, f"it is larger than {largest // 1_000_000} megabytes", str(path))
    return path.read_bytes()


def _read_bytes(root: Path, path: Path, span: Span, largest: int, folder: str) -> bytes | Diagnostic:
    resolved = _resolved(root, path)
    if resolved is None:
        return fault("SRC101", "file-outside-case", f"the file lies outside the {folder}", span,
                     f"copy it into the {folder}")  # fmt: skip
    if resolved.is_dir():
        return fault("SRC107", "folder-for-file", "a folder stands where a file belongs", span,
                     "give the folder another name, and the file this one")  # fmt: skip
    if not resolved.is_file():
        return _missing(resolved, span)
    if resolved.stat().st_size > largest:
        return fault("SRC103", "file-too-large", f"the file is larger than {largest // 1_000_000} MB", span,
                     "split it into several files")  # fmt: skip
    return resolved.read_bytes()


def _missing(resolved: Path, span: Span) -> Diagnostic:
    """Return the finding that there is no file, or what is there; where the system refuses to say, its error is raised.

    Python 3.14 answers that there is none for a name too long and in a folder that is closed to us, too.
    """
    with suppress(FileNotFoundError, NotADirectoryError):
        if what := _NO_FILES.get(stat.S_IFMT(resolved.stat().st_mode)):
            return fault("SRC107", "folder-for-file", f"{what} stands where a file belongs", span,
                         "put the file itself in its place")  # fmt: skip
    return fault("SRC102", "missing-file", "there is no such file", span, "check the name, or add the file")


def _resolved(root: Path, path: Path) -> Path | None:
    """Return where the file lies below `root`; `None` where that is outside."""
    resolved = _inside(root, path)
    if resolved is not None and not resolved.exists():
        return _inside(root, on_disk(path))
    return resolved


def _inside(root: Path, path: Path) -> Path | None:
    resolved = path.resolve()
    if resolved.is_symlink():
        # A link that leads to itself: Python 3.11 and 3.12 raise this by themselves, 3.13 gives the link back.
        raise RuntimeError("symlink loop")
    return resolved if resolved.is_relative_to(root.resolve()) else None


def decode_bytes(data: bytes, path: Path, shown: str) -> TextFile | Diagnostic:
    """Turn bytes into text, or into the finding that says where they are not UTF-8 and what they look like."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The error counts without the byte-order mark; up to it the bytes are sound.
        return _not_utf_8(data, error.object[: error.start].decode("utf-8"), error.object[error.start :], shown)
    if is_utf_16(data):
        return _not_utf_8(data, "", b"", shown)
    text = line_ends(text)
    if match := ILLEGAL.search(text):
        before_text = text[: match.start()]
        line, column = before_text.count("\n") + 1, match.start() - before_text.rfind("\n")
        return unprintable(match[0], _at(shown, line, column))
    return TextFile(path, shown, text)


def _not_utf_8(data: bytes, before: str, wrong: bytes, shown: str) -> Diagnostic:
    look = looks_like(data)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return fault("SRC105", "unreadable-encoding", look.message(wrong[:4]), _at(shown, line, column),
                 how_to_save(shown, look))  # fmt: skip


def unprintable(character: str, span: Span) -> Diagnostic:
    """Make the finding about a character that no document can hold."""
    name = f"U+{ord(character):04X}"
    turns = "delete it: unseen, it turns the letters behind it round; where you cannot find it, type the words anew"
    return fault("SRC106", "unprintable-character", f"the character `{name}` cannot stand in a document", span,
                 turns if character in _OVERRIDES else "delete it")  # fmt: skip


def _at(shown: str, line: int, column: int) -> Span:
    return Span(shown, line, column, line, column + 1)
