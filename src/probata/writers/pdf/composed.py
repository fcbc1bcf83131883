"""Letters and accents that were typed apart, joined: a PDF has one code for a drawn letter, however it was typed.

The engine draws `e` with U+0301 and `é` by one glyph, and a glyph is read back as one text. Joined, a name is found by
a search whichever way a record has it. Only a letter with marks behind it is joined (Unicode, form C): done to the
whole text, it would turn ideographs of compatibility into others, which print another character of a name.
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_APART = re.compile(rf"[^\W\d_][{_MARKS}]+")


def composed(text: str) -> str:
    """Return a text with each letter and the marks behind it as one letter, where there is such a one."""
    return text if text.isascii() else _APART.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
