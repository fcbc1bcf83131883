"""Numbers in the words of findings, which are English: `11,124`, `0.64`."""

from __future__ import annotations

from decimal import Decimal


def write_number(number: Decimal) -> str:
    """Write a number with a comma between thousands and no needless zeros."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
