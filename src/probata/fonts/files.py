"""The font files: ours and no other, so that every machine prints the same."""

from __future__ import annotations

import json
from bisect import bisect
from functools import lru_cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

OWN = Path(__file__).parent
COVERAGE = OWN / "coverage.json"
"""What characters the fonts have: reading it out of them takes longer than setting a page."""
LATIN = {
    family: tuple(OWN / f"{file}-{style}.ttf" for style in ("Regular", "Italic", "Bold", "BoldItalic"))
    for family, file in (("Liberation Serif", "liberation/LiberationSerif"), ("Noto Serif", "noto/NotoSerif"))
}
ARABIC = tuple(OWN / "noto" / f"NotoNaskhArabic-{style}.ttf" for style in ("Regular", "Bold"))
CHINESE_PACKAGE = "pylopdf_fonts_zh_cn"
CHINESE = "NotoSerifSC-Regular.otf"
FAMILIES = (*LATIN, "Noto Serif SC", "Noto Naskh Arabic")
USUAL = "Times New Roman"
"""The face of a document where its look names no other."""
PRINTED_IN = {USUAL: "Liberation Serif", "Noto Serif": "Noto Serif"}
"""The family of ours that stands for a face: its letters are as wide."""
SMALL_CAPITALS = "Noto Serif"
"""The face that has them; of Liberation Serif's size at 0.93 of its own."""


class MissingFontError(Exception):
    """A font that Probata is installed with is not there; the message says what to install."""


def own_files() -> tuple[Path, ...]:
    """Return the fonts that lie in this package: Latin, Greek and Cyrillic, then Arabic."""
    return (*(path for files in LATIN.values() for path in files), *ARABIC)


def families(face: str) -> tuple[str, ...]:
    """Return our families in the order in which a letter is looked for in a document of this face."""
    first = PRINTED_IN[face]
    return (first, *(family for family in FAMILIES if family != first))


def chinese_file() -> Path:
    """Return the font for Simplified Chinese, which is a package of its own because of its size.

    Raises `MissingFontError` where that package is not installed.
    """
    found = find_spec(CHINESE_PACKAGE)
    for folder in (found.submodule_search_locations or ()) if found else ():
        path = Path(folder) / CHINESE
        if path.is_file():
            return path
    message = "the Chinese font is missing; install it with `pip install pylopdf-fonts-zh-cn==0.1.1`"
    raise MissingFontError(message)


def font_files() -> tuple[Path, ...]:
    """Return every font that a document may use."""
    return (*own_files(), chinese_file())


@lru_cache(maxsize=1)
def own_coverage() -> frozenset[str]:
    """Return the characters that the fonts of this package can print."""
    ends = _ends("own")
    return frozenset(map(chr, chain.from_iterable(map(range, ends[::2], ends[1::2]))))


def is_chinese(character: str) -> bool:
    """Tell whether the Chinese font can print a character."""
    return bool(bisect(_ends("chinese"), ord(character)) % 2)


@lru_cache(maxsize=2)
def _ends(fonts: str) -> list[int]:
    """Return where the code points of fonts begin and end, in turn."""
    found: list[int] = json.loads(COVERAGE.read_text("utf-8"))[fonts]
    return found
