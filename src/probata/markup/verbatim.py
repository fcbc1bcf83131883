"""Words that are another's, such as a witness's, letter by letter.

They are not read as Markdown: a list, a link or an asterisk in them is what the witness wrote. Two things are read and
no more: `**…**` round words is bold, since some forums want references to documents so (the rule is in the profile of
each that does), and `[@source, p. 4]` is a note. White space is folded, and an empty line begins a new paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.document.blocks import Blocks, Paragraph, Role
from probata.document.inlines import Inline, Inlines, Strong, Text
from probata.markup.block_builder import Context
from probata.markup.inline_builder import InlineBuilder
from probata.markup.inline_runs import is_blank, merge_text
from probata.markup.limits import beginning, exceeded
from probata.markup.placeholder import MarkdownValue, fold

BOLD = re.compile(r"(?<![\d*])\*\*(?![\s*])([^*]+)(?<!\s)\*\*(?![\d*])")
"""A pair of asterisks on each side, right at the words. Between digits, as in `5**3**2`, they are characters."""
_CITATION = re.compile(r"\[((?:[^\[\]@]|(?<=\w)@)*+@[^\[\]]*+)\]")
"""Brackets round an `@` that is not inside an address of mail; what is passed over is never gone through again."""
_MARKED = re.compile(f"(?:{BOLD.pattern})|(?:{_CITATION.pattern})")
_LINE_ENDS = re.compile(r"\r\n?")
_BETWEEN = re.compile(r"\n[ \t]*\n")


def verbatim_blocks(value: MarkdownValue, around: Context, builder: InlineBuilder) -> Blocks:
    """Return the paragraphs of a text, in the place that `around` describes."""
    if fault := exceeded(value.text, builder.place):
        builder.findings.append(fault)
        return (Paragraph((beginning(value.text, value.origin),), around.role),)
    level = around.level if around.role is Role.NUMBERED else 0
    return tuple(
        Paragraph(inlines, around.role, level=level, origin=value.origin, sentence=around.sentence)
        for inlines in _paragraphs(value.text, builder)
    )


def _paragraphs(text: str, builder: InlineBuilder) -> Iterator[Inlines]:
    for part in _BETWEEN.split(_LINE_ENDS.sub("\n", text)):
        inlines = merge_text(_inlines(fold(part).strip(" "), builder))
        if not is_blank(inlines):
            yield inlines


def _inlines(text: str, builder: InlineBuilder) -> Iterator[Inline]:
    """Give the inlines of folded characters; what is bold holds citations, and nothing bold."""
    end = 0
    for match in _MARKED.finditer(text):
        yield Text(text[end : match.start()], builder.origin)
        bold, citation = match.groups()
        if bold is None:
            yield from builder.citation(citation)
        else:
            yield Strong(merge_text(_inlines(bold, builder)))
        end = match.end()
    yield Text(text[end:], builder.origin)
