"""The user's own words in a finding: between backticks, parted by commas."""

from __future__ import annotations

from collections.abc import Iterable


def quoted(words: Iterable[str]) -> str:
    """Return ids or other words of records as findings list them; nothing where there are none."""
    return ", ".join(f"`{word}`" for word in words)
