"""Markdown with placeholders to blocks and findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markdown_it.tree import SyntaxTreeNode

from probata.diagnostics import Diagnostic, Severity, Span
from probata.document.blocks import Blocks, Paragraph
from probata.document.inlines import Text
from probata.markup.block_builder import BlockBuilder, Context
from probata.markup.inline_builder import Place
from probata.markup.placeholder import MarkdownValue, Placeholders
from probata.markup.syntax import MAX_NESTING, parser

MAX_TEXT = 1_000_000
MAX_PARAGRAPH = 64_000
"""Characters. Unclosed brackets make the parser quadratic, so one paragraph is capped."""


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
) -> Parsed:
    """Parse a text that begins at `span`; `texts` holds the files' texts, so that findings get their exact place."""
    findings: list[Diagnostic] = []
    blocks = _parse(MarkdownValue(text, span), placeholders, context or Context(), texts or {}, findings)
    return Parsed(blocks, tuple(findings))


def _parse(
    value: MarkdownValue,
    placeholders: Placeholders,
    context: Context,
    texts: Mapping[str, str],
    findings: list[Diagnostic],
) -> Blocks:
    text, span = value.text, value.span
    if len(text) > MAX_TEXT or any(len(part) > MAX_PARAGRAPH for part in text.split("\n\n")):
        findings.append(_fault("MKD106", "text-too-long", "a paragraph is longer than 64,000 characters", span))
        return (Paragraph((Text(text[:200] + " …", value.origin),), context.role),)
    root = SyntaxTreeNode(parser().parse(text))
    if _depth(root) >= MAX_NESTING - 2:
        findings.append(_fault("MKD107", "nested-too-deep", "lists or quotations are nested too deep", span))

    def parse_value(inner: MarkdownValue, around: Context, found: list[Diagnostic]) -> Blocks:
        shifted = replace(around, heading_shift=around.heading_shift + 1, sentence=inner.sentence or around.sentence)
        return _parse(inner, Placeholders(), shifted, texts, found)

    builder = BlockBuilder(placeholders, Place(span, texts), context, value.origin, findings, parse_value)
    _define_notes(root, builder)
    return builder.build(root.children, context)


def _define_notes(root: SyntaxTreeNode, builder: BlockBuilder) -> None:
    """Build the notes that are defined below the text, before the marks that need them."""
    for block in root.children:
        if block.type == "footnote_block":
            for note in block.children:
                builder.inlines.notes[str(note.meta["label"])] = builder.build(note.children, Context())


def _depth(node: SyntaxTreeNode) -> int:
    depth, layer = 0, [node]
    while layer:
        layer = [child for above in layer for child in above.children]
        depth += 1
    return depth


def _fault(code: str, name: str, message: str, span: Span) -> Diagnostic:
    return Diagnostic(code, name, Severity.ERROR, message, span, "divide the text")
