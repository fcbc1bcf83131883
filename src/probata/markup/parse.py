"""Markdown with placeholders to blocks and findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from probata.diagnostics import Diagnostic, Severity, Span
from probata.document.blocks import Blocks, Paragraph
from probata.document.foreign import ForeignText, in_the_language_of
from probata.document.inlines import Inlines, Text
from probata.markup.block_builder import BlockBuilder, Context
from probata.markup.inline_builder import Fill, InlineBuilder, Place
from probata.markup.limits import beginning, exceeded, without_reserved
from probata.markup.placeholder import PATTERN, MarkdownValue, Placeholders, fold
from probata.markup.syntax import MAX_NESTING, parser
from probata.markup.verbatim import verbatim_blocks

_DEFINED = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of a text and what was found in it."""

    blocks: Blocks
    findings: tuple[Diagnostic, ...]


def parse_markdown(
    text: str,
    placeholders: Placeholders,
    span: Span,
    context: Context | None = None,
    texts: Mapping[str, str] | None = None,
    fill: Fill | None = None,
) -> Parsed:
    """Parse a text that begins at `span`; `texts` holds the files' texts, so that findings get their exact place.

    `fill` is asked for the texts of records that are printed in it, and told which stand inside others.
    """
    findings: list[Diagnostic] = []
    blocks = _parse(MarkdownValue(text, span), placeholders, context or Context(), texts or {}, findings, fill)
    return Parsed(blocks, tuple(findings))


def _parse(
    value: MarkdownValue,
    placeholders: Placeholders,
    context: Context,
    texts: Mapping[str, str],
    findings: list[Diagnostic],
    fill: Fill | None = None,
    is_inner: bool = False,
) -> Blocks:
    place = Place(value.span, texts)
    if fault := exceeded(value.text, place):
        findings.append(fault)
        return (Paragraph((beginning(value.text, value.origin),), context.role),)
    seen: dict[str, Any] = {}
    tokens = parser(context.quotes).parse(without_reserved(value.text, place, findings), seen)
    try:
        root = SyntaxTreeNode(tokens)
    except ValueError:  # The parser tears its tokens apart where a note is defined inside the definition of another.
        findings.append(_torn(value.span))
        return (Paragraph((Text(fold(PATTERN.sub("…", value.text)), value.origin),), context.role),)
    if _depth(root) >= MAX_NESTING - 2:
        findings.append(_too_deep(value.span))

    def parse_value(inner: MarkdownValue, around: Context, found: list[Diagnostic]) -> Blocks:
        """Parse a text that stands inside this one, its headings a level deeper; words of another are not parsed."""
        shifted = replace(
            around,
            heading_shift=around.heading_shift + 1,
            sentence=inner.sentence or around.sentence,
            quotes=() if isinstance(inner.text, ForeignText) else context.quotes,
        )
        if inner.verbatim:
            kept = InlineBuilder(Placeholders(), Place(inner.span, texts), inner.origin, findings=found)
            made = verbatim_blocks(inner, shifted, kept)
        else:
            text, values = fill(inner, is_inner) if fill else (inner.text, Placeholders())
            made = _parse(replace(inner, text=text), values, shifted, texts, found, fill, is_inner=True)
        return in_the_language_of(inner.text, _with_tail(made, inner.tail))

    builder = BlockBuilder(placeholders, place, context, value.origin, findings, parse_value)
    builder.inlines.fill = _inside(fill) if fill and is_inner else fill
    _report_lost_notes(value.text, seen, builder)
    _define_notes(root, builder)
    return builder.build(root.children, context)


def _inside(fill: Fill) -> Fill:
    """Return what fills the lines that a text prints: none of them is filled again."""
    return lambda value, _: fill(value, True)


def _with_tail(blocks: Blocks, tail: Inlines) -> Blocks:
    """Put `tail` behind the last paragraph; where the text ends in something else, in a paragraph of its own."""
    if not tail:
        return blocks
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph):
        return (*blocks[:-1], replace(last, inlines=(*last.inlines, *tail)))
    return (*blocks, Paragraph(tail))


def _define_notes(root: SyntaxTreeNode, builder: BlockBuilder) -> None:
    """Build the notes that are defined below the text, before the marks that need them."""
    for block in root.children:
        if block.type == "footnote_block":
            for note in block.children:
                builder.inlines.notes[str(note.meta["label"])] = builder.build(note.children, Context())


def _report_lost_notes(text: str, seen: Mapping[str, Any], builder: BlockBuilder) -> None:
    """Report notes that no mark names and notes that are written twice; the parser drops both without a word."""
    for label, position in seen.get("footnotes", {}).get("refs", {}).items():
        mark = f"[^{label.removeprefix(':')}]"
        if position < 0:
            builder.inlines.report("MKD108", "note-without-mark", f"no mark in the text names the note `{mark}`",
                                   f"{mark}:", f"write `{mark}` where it belongs, or delete the note")  # fmt: skip
    written = Counter(_DEFINED.findall(text))
    for label in (label for label, times in written.items() if times > 1):
        builder.inlines.report("MKD113", "repeated-note", f"the note `[^{label}]` is written twice", f"[^{label}]:",
                               "give one of the two another mark; the first is not printed until then")  # fmt: skip


def _depth(node: SyntaxTreeNode) -> int:
    depth, layer = 0, [node]
    while layer:
        layer = [child for above in layer for child in above.children]
        depth += 1
    return depth


def _torn(span: Span) -> Diagnostic:
    return Diagnostic("MKD114", "note-defined-in-note", Severity.ERROR, "a note is defined inside another note", span,
                      "write each `[^…]: …` on a line of its own, not indented, below the text")  # fmt: skip


def _too_deep(span: Span) -> Diagnostic:
    message = "lists or quotations are nested too deep, and what lies deepest is not printed"
    return Diagnostic("MKD107", "nested-too-deep", Severity.ERROR, message, span, "begin a new list for it")
