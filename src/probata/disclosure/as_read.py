"""A text as its reader sees it, whatever signs it is made of: so a name is found however it was typed."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Signs that print nothing: the soft hyphen, blanks and joiners without width, the byte-order mark."""


def as_read(text: str) -> str:
    """Return a text with accents joined to their letters, without signs that nobody sees, letters for their numbers.

    The accents are joined as Unicode's form NFC has them; macOS writes them apart. `&#111;` is the `o` that Markdown
    prints for it; a reference to a sign that may mean something else there, such as `&lt;`, stays.
    """
    if text.isascii() and "&" not in text:
        return text
    told = _REFERENCE.sub(_letter, text) if "&" in text else text
    return unicodedata.normalize("NFC", told.translate(_UNSEEN))


def _letter(found: re.Match[str]) -> str:
    sign = unescape(found[0])
    is_text = len(sign) == 1 and unicodedata.category(sign)[0] in "LMN"
    return sign if is_text or sign in map(chr, _UNSEEN) else found[0]
