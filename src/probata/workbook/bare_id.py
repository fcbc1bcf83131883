"""An id as it was meant, whatever was pasted with it."""

from __future__ import annotations

import re

_UNSEEN = "\\s\u200b-\u200f\u2060\ufeff"
_SEEN = re.compile(f"[^{_UNSEEN}](?:.*[^{_UNSEEN}])?", re.DOTALL)


def bare_id(text: str) -> str:
    """Return an id without what cannot be seen at its ends, as pasted from a web page: spaces, signs without width."""
    seen = _SEEN.search(text)
    return seen[0] if seen else ""
