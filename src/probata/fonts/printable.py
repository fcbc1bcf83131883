"""Which characters the fonts can print, and what stands for one that they cannot."""

from __future__ import annotations

from collections.abc import Iterator

from probata.fonts.files import is_chinese, own_coverage

INVISIBLE = frozenset("\t\n\r\u00ad\u061c\ufeff") | frozenset(
    chr(point)
    for first, last in ((0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x2069), (0xFE00, 0xFE0F))
    for point in range(first, last + 1)
)
"""Line breaks, soft hyphen, joiners, direction marks and variation selectors: nothing is drawn for them."""


def unprintable(text: str) -> Iterator[tuple[int, str]]:
    """Give place and character of what no font can print."""
    own = own_coverage()
    if own.issuperset(text):
        return
    for place, character in enumerate(text):
        if character not in own and character not in INVISIBLE and not is_chinese(character):
            yield place, character


def substitute(character: str) -> str:
    """Return what is printed for a character that no font has: its code point in brackets."""
    return f"[U+{ord(character):04X}]"
