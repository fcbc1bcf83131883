"""The Markdown that is read: CommonMark with tables, and what Pandoc writes for citations, notes, spans and divs.

`[@source, p. 4; see @other]`, `^[a note]`, `[^1]` with `[^1]: text`, `[text]{lang=zh}`, `{#id .class key=value}` on the
line above a block, and `::: name` boxes. Raw HTML is text, known as such so that it can be reported.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

# Attributes in braces, read only where they are ours; any other braces stay text.
# The plug-in takes a line that begins with `{` and ends with `}` for attributes as soon as its beginning can be read
# as such, a comment `{% … %}` included, and drops all of it.

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


MAX_NESTING = 60
"""Deepest nesting that is parsed; the library's own 20 drops what lies deeper without a word."""

_KEY = re.compile(r"(?<!\w)@")
"""Begins a key; the sign inside a mail address does not."""


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802  # the name that the library calls
        """Take every address for one: of another kind than ours it is told, not printed with its brackets."""
        return True


@cache
def parser(quotes: tuple[str, ...] = ()) -> MarkdownIt:
    """Return the parser; it keeps no state between texts.

    With `quotes`, the outer and the inner pair of a language, straight marks of quotation and apostrophes are set as
    that language prints them. Code, addresses and what a placeholder stands for keep theirs.
    """
    markdown = _Markdown("commonmark", {"html": True, "maxNesting": MAX_NESTING}).enable("table")
    # A block of it would keep the Markdown below it from being read.
    markdown.disable("html_block")
    if quotes:
        markdown.options["typographer"], markdown.options["quotes"] = True, quotes
        markdown.enable("smartquotes")
    # `[Exhibit A]: letter` would define an address and print nothing.
    markdown.disable("reference")
    footnote_plugin(markdown, inline=False)
    strict_attributes(markdown)
    container_plugin(markdown, "box", validate=lambda params, _markup: bool(params.strip()))
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.inline.ruler.before("link", "inline_note", _inline_note)
    return markdown


def _citation(state: StateInline, silent: bool) -> bool:
    """Read `[@key …]`: brackets without brackets inside, with an `@` at the start of one of its parts."""
    if state.src[state.pos] != "[":
        return False
    end = state.src.find("]", state.pos + 1)
    if end < 0:
        return False
    content = state.src[state.pos + 1 : end]
    if "[" in content or not _KEY.search(content):
        return False
    if not silent:
        state.push("citation", "", 0).content = content
    state.pos = end + 1
    return True


def _inline_note(state: StateInline, silent: bool) -> bool:
    """Read `^[text]`; the text is parsed like any other."""
    if not state.src.startswith("^[", state.pos):
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        token = state.push("inline_note", "", 0)
        token.content = state.src[state.pos + 2 : end]
    state.pos = end + 1
    return True
