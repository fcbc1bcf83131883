"""The one year of which an English sentence of ours speaks."""

from __future__ import annotations

import re

from probata.checks.texts.told_dates import MONTH

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SPOKEN_OF = re.compile(rf"\b(?:in|during|for|{MONTH})\s+((?:1[89]|20)\d\d)\b", re.IGNORECASE)


def one_year(own: str) -> re.Match[str] | None:
    """Return the year behind a month or behind *in*, *during* or *for*, as group 1; `None` where any other is named."""
    years = {match[0] for match in _YEAR.finditer(own)}
    return _SPOKEN_OF.search(own) if len(years) == 1 else None
