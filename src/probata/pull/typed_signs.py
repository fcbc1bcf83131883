"""Signs that are typed in one way and printed in another."""

from __future__ import annotations

import re
from typing import Final

QUOTES: Final = {"“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'"}
"""Print sets those that were typed straight round, as its language has them."""

_AS_TYPED: Final = str.maketrans({**QUOTES, "–": "-", "—": "-", "‑": "-"})
_QUOTES: Final = str.maketrans(QUOTES)
_HELD: Final = re.compile('(?<=")[\u00a0\u202f]|[\u00a0\u202f](?=")')
"""The spaces that French sets inside its marks."""


def as_typed(text: str) -> str:
    """Return words with the quotation marks and dashes of a keyboard."""
    return text.translate(_AS_TYPED)


def with_straight_quotes(text: str) -> str:
    """Return words with the quotation marks of a keyboard; dashes stay, since each says something else."""
    return _HELD.sub("", text.translate(_QUOTES))
