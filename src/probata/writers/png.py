"""A picture as PNG, for word processors that cannot show SVG: the same bytes on every machine.

Made by the writers that need one, not with the picture: drawing takes longer than composing the document.
"""

from __future__ import annotations

from functools import lru_cache

import resvg_py

from probata.fonts.files import ARABIC, FAMILIES, LATIN, chinese_file, own_coverage
from probata.fonts.printable import substitute, unprintable

DOTS_PER_INCH = 288
"""Four dots a point: a line of half a point is still two dots wide."""
_LOADED = tuple(str(path) for files in LATIN.values() for path in files[::2]) + tuple(map(str, ARABIC))


@lru_cache(maxsize=64)  # the filings of a case have most pictures in common
def to_png(svg: str) -> bytes:
    """Return the picture on white, 288 dots an inch.

    A character without a glyph is drawn as its code point in brackets: the renderer would leave it out without a word.
    """
    for character in sorted({found for _, found in unprintable(svg)}):
        svg = svg.replace(character, substitute(character))
    drawn: bytes = resvg_py.svg_to_bytes(
        svg_string=svg,
        background="white",
        skip_system_fonts=True,
        font_files=[*_LOADED, *_chinese(svg)],
        serif_family=FAMILIES[0],
        font_family=FAMILIES[0],
        dpi=72,
        zoom=DOTS_PER_INCH / 72,
    )
    return drawn


def _chinese(svg: str) -> list[str]:
    """Return the Chinese font, whose eleven megabytes are read only where a letter needs it."""
    needed = any(ord(character) not in own_coverage() for character in svg)
    return [str(chinese_file())] if needed else []
