"""Numbers of books and of serials, for which RIS and EndNote have one field."""

from __future__ import annotations

import re

_BY_LENGTH = {8: "ISSN", 10: "ISBN", 13: "ISBN"}
"""How many signs a number has (ISO 3297, ISO 2108) → the variable of CSL."""
_NUMBER = re.compile(r"[0-9]+[0-9Xx]")
"""Digits, and a check digit that may be an X."""


def standard_number(name: str, value: str) -> str:
    """Return which of the two a number is by its length; other variables, and other lengths, as they are.

    Several numbers in one field, a number with words beside it, and words are none of them.
    """
    if name not in {"ISBN", "ISSN"}:
        return name
    signs = re.sub(r"[\s-]", "", value)
    return _BY_LENGTH.get(len(signs), name) if _NUMBER.fullmatch(signs) else name
