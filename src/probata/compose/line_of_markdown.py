"""A line of Markdown, such as a full citation, as inlines."""

from __future__ import annotations

from probata.diagnostics import Span
from probata.document.blocks import Paragraph
from probata.document.inlines import Inlines, Text
from probata.markup import Placeholders, parse_markdown


def inlines_of(markdown: str) -> Inlines:
    """Return a line of Markdown, such as an official citation, as inlines."""
    blocks = parse_markdown(markdown, Placeholders(), Span("")).blocks
    first = blocks[0] if blocks else None
    return first.inlines if isinstance(first, Paragraph) else (Text(markdown),)
