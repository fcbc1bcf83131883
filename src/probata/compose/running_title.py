"""The title at the foot of each page: a short one, where the document's own does not fit on one line."""

from __future__ import annotations

from typing import Final

from probata.document.look import Look
from probata.fonts.widths import text_width

POINTS: Final = 72 / 25.4
NUMBER: Final = 90.0
"""Points that the number of a page takes beside it, with the space between."""


def running_title(title: str, usual: str, look: Look) -> str:
    """Return the title, or the usual one of the forum where only that fits on a line.

    Where neither fits the document's own stands, on two lines.
    """
    room, size = look.text_width * POINTS - NUMBER, look.type_size(look.size.running)
    own, usual_width = (text_width(text, size, face=look.face) for text in (title, usual))
    return usual if own > room >= usual_width else title
