"""The title at the foot of each page: a short one, where the document's own does not fit on one line."""

from __future__ import annotations

from typing import Final

from probata.fonts.widths import text_width

SIZE: Final = 8.0
"""Points of our own font, which the foot of the PDF is set in; that of Word is not wider."""
NUMBER: Final = 90.0
"""Points that the number of a page takes beside it, with the space between."""


def running_title(title: str, usual: str, width: float) -> str:
    """Return the title, or the usual one of the forum where only that fits on a line of `width` points.

    Where neither fits the document's own stands, on two lines.
    """
    room = width - NUMBER
    return usual if text_width(title, SIZE) > room >= text_width(usual, SIZE) else title
