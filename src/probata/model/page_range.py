"""The pages of a work as its record gives them."""

from __future__ import annotations

import re

_WORD = re.compile(r"^(?:pp?|pgs?|pages?|págs?|páginas?)\.?\s*(?=\d)", re.IGNORECASE)
_LETTERED = re.compile(r"(?:^|[^\w])p\d", re.IGNORECASE)
"""A further page with its own letter before it."""


def without_word_of_pages(text: str) -> str:
    """Return pages without the word before them, `3-4` for `pp 3-4`: each style says what it calls a page.

    What does not begin with such a word and a figure is returned as it is, and so is what has a letter of its own
    before each page, `P3-P9`: there it is part of the numbers.
    """
    rest = _WORD.sub("", text, count=1)
    return text if _LETTERED.search(rest) else rest
