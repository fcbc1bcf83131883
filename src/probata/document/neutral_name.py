"""Anchors that stand for the id of a record without saying it."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

_DIGITS: Final = 12
"""Digits of a digest that stand for an id: of a thousand records no two have the same."""
_NEUTRAL = re.compile(rf"(.+)-(?:[0-9a-f]{{{_DIGITS}}}|n[0-9a-f]{{20}})")
"""The digest of an id, or the id of a note, which is a digest of what the note is made from."""


def neutral_name(before: str, record: str) -> str:
    """Return `before` and a digest of the record's id: the same in every version of every document.

    It stays in our own house: who guesses an id can make its digest, and so confirm it.
    """
    return f"{before}-{sha256(record.encode()).hexdigest()[:_DIGITS]}"


def before_digest(anchor: str) -> str:
    """Return what stands before the digest in a neutral name; nothing where an anchor is none."""
    found = _NEUTRAL.fullmatch(anchor)
    return found[1] if found else ""
