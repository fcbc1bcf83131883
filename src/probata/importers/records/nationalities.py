"""Several nationalities in one cell, joined as people join them."""

from __future__ import annotations

import re
from functools import cache

from probata.messages.countries import country_names

_BETWEEN = r"\s*(?:[,/;\n&]|\b(?:and|et|y)\b)\s*"
_INVERTED = re.compile(r",.*\bof(?: the)?$")
"""`Korea, Republic of`: the name of one country, as lists have it."""


def divided(text: str) -> list[str]:
    """Return the entries of a cell: `Kelvandran and Ostaran` has two, `Trinidad and Tobago` is the name of one."""
    if _INVERTED.search(text):
        return [text]
    parts, begin = [], 0
    for found in _signs().finditer(text):
        if found["between"]:
            parts.append(text[begin : found.start()])
            begin = found.end()
    return [part.strip() for part in [*parts, text[begin:]] if part.strip()]


@cache
def _signs() -> re.Pattern[str]:
    """Return what finds the names of countries that hold such a sign, and the signs outside of them."""
    names = sorted((name for name in country_names() if re.search(_BETWEEN, name)), key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, names), rf"(?P<between>{_BETWEEN})"]), re.IGNORECASE)
