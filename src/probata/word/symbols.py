"""Signs that Word names by a font and a place in it (`w:sym`), as characters of Unicode.

Symbol is as PostScript has it (ISO 32000-1, annex D.5), Wingdings only where there is a sign that other fonts have too:
arrows that Word makes of `-->`, ticks, boxes, bullets.
"""

from __future__ import annotations

from typing import Final

from probata.word.elements import Element, w

UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
_PRIVATE: Final = range(0xF000, 0xF100)
"""Where Word puts the 256 places of such a font."""

_SYMBOL: Final = (
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"),
    (0xF1, "〉∫"),
)
_WINGDINGS: Final = (
    (0x4A, "☺"), (0x4C, "☹"), (0x6C, "●"), (0x6E, "■"), (0x6F, "□"), (0xA7, "▪"), (0xA8, "□"), (0xDF, "←"),
    (0xE0, "→"), (0xE7, "⇐"), (0xE8, "⇒"), (0xF3, "⇔"), (0xFB, "✗"), (0xFC, "✓"), (0xFD, "☒"), (0xFE, "☑"),
)  # fmt: skip
_FONTS: Final = {
    name: {begins + at: sign for begins, signs in table for at, sign in enumerate(signs)}
    for name, table in (("symbol", _SYMBOL), ("wingdings", _WINGDINGS))
}


def sign_of(element: Element) -> str | None:
    """Return the character that a `w:sym` is; `None` where no character of Unicode is known for it.

    A sign of a font with an alphabet of its own, outside the places of such fonts, is the character of its number.
    """
    written = element.get(w("char"), "")
    try:
        place = int(written, 16) if len(written) <= 6 else -1
    except ValueError:
        return None
    font = element.get(w("font"), "").strip().casefold()
    if place in _PRIVATE:
        return _FONTS.get(font, {}).get(place & 0xFF)
    is_text = 0x20 <= place <= 0x10FFFF and not 0xD800 <= place <= 0xDFFF and not 0xE000 <= place <= 0xF8FF
    return chr(place) if is_text else None
