"""How Word counts with letters and Roman numerals."""

from __future__ import annotations

from typing import Final

_ROMAN: Final = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def letters(count: int) -> str:
    """Return `a` to `z`, then `aa` and `bb`; nothing counts as the first."""
    index = max(count - 1, 0)
    return chr(ord("a") + index % 26) * (index // 26 + 1)


def roman(count: int) -> str:
    """Return a number in small Roman numerals."""
    written = ""
    for size, sign in _ROMAN:
        written += sign * (count // size)
        count %= size
    return written
