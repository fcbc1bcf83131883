"""An id as it was meant, whatever was pasted with it."""

from __future__ import annotations

import re

_UNSEEN = re.compile("^[\\s\u200b-\u200f\u2060\ufeff]+|[\\s\u200b-\u200f\u2060\ufeff]+$")


def bare_id(text: str) -> str:
    """Return an id without what cannot be seen at its ends, as pasted from a web page: spaces, signs without width."""
    return _UNSEEN.sub("", text)
