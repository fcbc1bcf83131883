"""Paragraphs that announce what follows them."""

from __future__ import annotations

from probata.document.inlines import Inlines
from probata.document.walk import plain_text


def is_lead_in(inlines: Inlines) -> bool:
    """Tell whether a paragraph ends in a colon, so that writers keep it on the page of what it announces."""
    return plain_text(inlines).rstrip().endswith(":")
