"""A picture as PNG, for word processors that cannot show SVG: the same bytes on every machine.

Made by the writers that need one, not with the picture: drawing takes longer than composing the document.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import resvg_py

from probata.fonts.files import ARABIC, FAMILIES, LATIN, chinese_file, own_coverage
from probata.fonts.widths import substitute, unprintable
from probata.kept import Store

DOTS_PER_INCH = 288
"""Four dots a point: a line of half a point is still two dots wide."""
_FORM = "png-1"
"""Beginning of every key; the digit is raised where pictures are drawn otherwise from the same."""
_LOADED = tuple(str(path) for files in LATIN.values() for path in files[::2]) + tuple(map(str, ARABIC))


def to_png(svg: str, store: Store | None = None) -> bytes:
    """Return the picture on white, 288 dots an inch, drawn once only while the store keeps it.

    A character without a glyph is drawn as its code point in brackets: the renderer would leave it out without a word.
    """
    for character in sorted({found for _, found in unprintable(svg)}):
        svg = svg.replace(character, substitute(character))
    fonts = (*_LOADED, *([] if own_coverage().issuperset(svg) else [str(chinese_file())]))
    if store is None:
        return _drawn(svg, fonts)
    made_from = (DOTS_PER_INCH, resvg_py.__version__, *map(_digest, fonts))
    key = f"{_FORM}-{sha256(repr(made_from).encode() + svg.encode()).hexdigest()}"
    kept = store.read(key)
    if kept is None:
        store.write(key, kept := _drawn(svg, fonts))
    return kept


@lru_cache(maxsize=64)  # the filings of a case have most pictures in common
def _drawn(svg: str, fonts: tuple[str, ...]) -> bytes:
    drawn: bytes = resvg_py.svg_to_bytes(
        svg_string=svg,
        background="white",
        skip_system_fonts=True,
        font_files=list(fonts),
        serif_family=FAMILIES[0],
        font_family=FAMILIES[0],
        dpi=72,
        zoom=DOTS_PER_INCH / 72,
    )
    return drawn


@lru_cache(maxsize=16)
def _digest(font: str) -> str:
    return sha256(Path(font).read_bytes()).hexdigest()
