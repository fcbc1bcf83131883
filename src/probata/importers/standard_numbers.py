"""Numbers of books and of serials, for which RIS and EndNote have one field."""

from __future__ import annotations

import re

_BY_LENGTH = {8: "ISSN", 10: "ISBN", 13: "ISBN"}
"""How many signs a number has (ISO 3297, ISO 2108) → the variable of CSL."""


def standard_number(name: str, value: str) -> str:
    """Return which of the two a number is by its length; other variables, and other lengths, as they are.

    Several numbers in one field, and a number with words beside it, are of no length that is known.
    """
    if name not in {"ISBN", "ISSN"}:
        return name
    return _BY_LENGTH.get(len(re.sub(r"[\s-]", "", value)), name)
