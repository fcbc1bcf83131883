"""What a reference to an exhibit leads to."""

from __future__ import annotations

import re


def exhibit_anchor(mark: str) -> str:
    """Return the id of the place where a list of exhibits shows a mark: `exhibit-js-3` for `JS/3`."""
    return f"exhibit-{re.sub(r'[^a-z0-9]+', '-', mark.casefold()).strip('-')}"
