"""The pages of a work as its record gives them."""

from __future__ import annotations

import re

_WORD = re.compile(r"^(?:pp?|pgs?|pages?|págs?|páginas?)\.?\s*(?=\d)", re.IGNORECASE)


def without_word_of_pages(text: str) -> str:
    """Return pages without the word before them, `3-4` for `pp 3-4`: each style says what it calls a page.

    What does not begin with such a word and a figure is returned as it is.
    """
    return _WORD.sub("", text, count=1)
