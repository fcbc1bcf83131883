"""What was typed in Word, as plain words: autocorrection, odd spaces and capitals do not count."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_TYPED = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "：": ":",
})  # fmt: skip
"""Characters that Word puts in the place of those on the keyboard."""


def as_typed(text: str) -> str:
    """Return the text with the keyboard's characters and single spaces; capitals stay, as in the mark of an exhibit."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text.translate(_TYPED))).strip()


def plain_words(text: str) -> str:
    """Return the text as it is looked up; quotation marks round a word do not count."""
    return " ".join(as_typed(text).replace('"', "").casefold().split())
