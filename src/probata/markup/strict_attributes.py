"""Attributes in braces, read only where they are ours; any other braces stay text.

The plug-in takes a line that begins with `{` and ends with `}` for attributes as soon as its beginning can be read as
such, a comment `{% … %}` included, and drops all of it.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin

_ONE = r"(?:[#.][^\s{}\"]+|(?:id|class|lang|kind)=(?:\"[^\"{}]*\"|[^\s{}\"]+))"
_ATTRIBUTES = re.compile(rf"\{{\s*{_ONE}(?:\s+{_ONE})*\s*\}}")


def strict_attributes(markdown: MarkdownIt) -> None:
    """Teach the parser `[text]{lang=zh}` and `{#id .class}` on the line above a block."""
    attrs_plugin(markdown, after=(), spans=True)
    attrs_block_plugin(markdown)
    _restrict_lines(markdown)
    _restrict_spans(markdown)


def _restrict_lines(markdown: MarkdownIt) -> None:
    ruler = markdown.block.ruler
    read = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))["attr"]

    def attributes(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        line = state.src[state.bMarks[first] + state.tShift[first] : state.eMarks[first]]
        return bool(_ATTRIBUTES.fullmatch(line.rstrip())) and read(state, first, last, silent)

    ruler.at("attr", attributes)


def _restrict_spans(markdown: MarkdownIt) -> None:
    ruler = markdown.inline.ruler
    read = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))["span"]

    def span(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != "[":
            return False
        end = state.md.helpers.parseLinkLabel(state, state.pos, False)
        return end >= 0 and bool(_ATTRIBUTES.match(state.src, end + 1)) and read(state, silent)

    ruler.at("span", span)
