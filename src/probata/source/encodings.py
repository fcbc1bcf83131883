"""What bytes that are not UTF-8 look like, and how to save the file again.

A guess and no more: it is told to the user and never acted on, since a wrong guess would change a name in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
