"""Passes over the composed tree, in order. The order matters: contents repeat numbered headings.

What a forum does not take is left out before, so that nothing is numbered that is not printed.
"""

from probata.compose.passes.fill_contents import fill_contents
from probata.compose.passes.leave_out_sentences import leave_out_sentences
from probata.compose.passes.number_blocks import number_blocks
from probata.compose.passes.resolve_cross_references import resolve_cross_references
from probata.compose.passes.without_footnotes import without_footnotes

PASSES = (number_blocks, resolve_cross_references, fill_contents)
"""Each takes blocks and gives blocks; what they find is collected by `resolve_cross_references`."""

__all__ = [
    "PASSES",
    "fill_contents",
    "leave_out_sentences",
    "number_blocks",
    "resolve_cross_references",
    "without_footnotes",
]
