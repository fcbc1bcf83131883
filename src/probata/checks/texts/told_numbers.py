"""The numbers and citations of a text, in a form in which two languages of one text can be compared."""

from __future__ import annotations

import re
from collections import Counter

from probata.checks.texts.by_wording import by_wording

_CITED = re.compile(r"(?<![\w@])@([\w.:/-]*\w)([^;\[\]@]*)")
_CITATION = re.compile(r"\[[^\[\]@]*+@[^\[\]]*+\]")
_FILLED = re.compile(r"\{\{([^{}]*+)\}\}")
_LEFT_OUT = re.compile(
    r"\[[^\[\]@]*+@[^\[\]]*+\]|(?<![\w@])@[\w.:/-]*\w|\{\{[^{}\n]*\}\}|`[^`\n]*`|https?://\S+|\]\{[^{}]*\}|^\{[^{}\n]*\}$"
    # Hours: one language counts to 12 and another to 24.
    r"|\d{1,2}[:h][  ]?\d{2}|\d{1,2}[  -]?(?:h|hours?|heures?|horas?)\b(?:[  ]?\d{2}\b)?"
    r"|\d{1,2}(?:[.:]\d{2})?[  ]?(?:[ap]\.?m\b\.?|o[’']clock|in the (?:morning|afternoon|evening)|at night)"
    r"|\blas?[  ]\d{1,2}(?:[.:]\d{2})?\b",
    re.MULTILINE | re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![^\W\d_])\d+(?:[.,’'\u00a0\u2009\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
"""A number in digits, with its thousands and decimals."""


def numbers_told(text: str) -> Counter[str]:
    """Count the numbers of a text outside citations, by their digits: `4,000`, `4.000` and `4 000` are one.

    Hours of the day are left out.
    """
    return Counter(_digits_of(text))


@by_wording
def _digits_of(text: str) -> tuple[str, ...]:
    """Return the digits of each number; a text in several languages is compared with each of them."""
    said = _LEFT_OUT.sub(" ", text)
    return tuple(re.sub(r"\D", "", found[0]) for found in NUMBER.finditer(said))


def citations_told(text: str) -> dict[str, str]:
    """Return what a text cites and fills in: source and numbers of the place, each with how it is written."""
    told: dict[str, str] = {}
    for citation in _CITATION.finditer(text):
        for found in _CITED.finditer(citation[0]):
            told.setdefault(f"{found[1]} {' '.join(re.findall(r'[0-9]+', found[2]))}", f"@{found[1]}{found[2]}".strip())
    for filled in _FILLED.finditer(text):
        told.setdefault("".join(filled[1].split()).replace('"', "'"), filled[0])
    return told
