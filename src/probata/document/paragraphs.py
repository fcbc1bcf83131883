"""Paragraphs with blanks that are filled in by hand."""

from __future__ import annotations

from typing import Final

from probata.document.inlines import Inlines
from probata.document.walk import plain_text

SHORTEST_BLANK: Final = "___"


def is_to_fill_in(inlines: Inlines) -> bool:
    """Tell whether a paragraph has a blank of three underscores or more, so that writers do not stretch its spaces."""
    return SHORTEST_BLANK in plain_text(inlines)
