"""Pictures in the PDF: the SVG, or the PNG where the layout engine would set its letters wrongly."""

from __future__ import annotations

import unicodedata
from base64 import b64encode

from probata.document.blocks import Picture
from probata.writers.html.element import Element, element
from probata.writers.png import to_png
from probata.writers.svg_source import checked_svg, texts_of

JOINED = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
"""Classes of letters that run from right to left (Unicode, UAX 9)."""


def printed_picture(picture: Picture) -> Element:
    """Return the element of a picture for the layout engine.

    It sets the text of an SVG letter by letter from left to right: letters that join, that stand on others or that run
    the other way come out wrong, so a picture with such letters is given as PNG.
    """
    if not any(_needs_shaping(text) for text in texts_of(picture)):
        return checked_svg(picture)
    source = f"data:image/png;base64,{b64encode(to_png(picture.svg)).decode()}"
    size = f"width: {picture.width:.2f}mm; height: {picture.height:.2f}mm"
    return element("img", (), {"src": source, "alt": picture.alternative, "style": size})


def _needs_shaping(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in JOINED or unicodedata.combining(letter) for letter in text)
