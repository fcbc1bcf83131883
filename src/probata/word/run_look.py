"""How a run of Word looks, as an empty piece (ISO/IEC 29500-1, 17.3.2)."""

from __future__ import annotations

from typing import Final

from probata.word.elements import VAL, Element, local_name, w
from probata.word.piece import Piece

_PROPERTIES: Final = w("rPr")
_SHOWN: Final = frozenset({
    "b", "i", "u", "strike", "dstrike", "vanish", "caps", "smallCaps", "highlight",
})  # fmt: skip
_PLAIN: Final = Piece("")


def look_of_run(run: Element, link: str) -> Piece:
    """Return an empty piece with the look of a run: bold, italics, character style and its other marks."""
    properties = run.find(_PROPERTIES)
    if properties is None:
        return Piece("", link=link) if link else _PLAIN
    on: set[str] = set()
    style = ""
    for one in properties:
        name, said = local_name(one), one.get(VAL, "true")
        if name == "rStyle":
            style = said
        elif name == "vertAlign" and said not in ("baseline", "true"):
            on.add(said)
        elif name in _SHOWN and said not in ("0", "false", "off", "none"):
            on.add(name)
    bold, italic = "b" in on, "i" in on
    return Piece("", bold=bold, italic=italic, style=style, marks=frozenset(on - {"b", "i"}), link=link)
