"""Passes over the composed tree, in order. The order matters: contents repeat numbered headings."""

from probata.compose.passes.fill_contents import fill_contents
from probata.compose.passes.number_blocks import number_blocks
from probata.compose.passes.resolve_cross_references import resolve_cross_references

PASSES = (number_blocks, resolve_cross_references, fill_contents)
"""Each takes blocks and gives blocks; what they find is collected by `resolve_cross_references`."""

__all__ = ["PASSES", "fill_contents", "number_blocks", "resolve_cross_references"]
