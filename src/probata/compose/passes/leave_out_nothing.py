"""Leave out of a final document the paragraphs that would say no more than that nothing is recorded.

A cell of a form says so, because a reader looks for the field. A numbered paragraph that says it is an empty one.
"""

from __future__ import annotations

from probata.compose.passes.leave_out import leave_out
from probata.document.blocks import Blocks, Paragraph
from probata.document.inlines import Text
from probata.document.origin import NOTHING


def leave_out_nothing(blocks: Blocks) -> Blocks:
    """Return the blocks without such paragraphs, and without what stands empty then."""
    return leave_out(blocks, _says_nothing)[0]


def _says_nothing(paragraph: Paragraph) -> bool:
    if not all(isinstance(inline, Text) for inline in paragraph.inlines):
        return False
    said = [inline for inline in paragraph.inlines if isinstance(inline, Text) and inline.text.strip(" .:;")]
    return bool(said) and all(text.origin == NOTHING for text in said)
