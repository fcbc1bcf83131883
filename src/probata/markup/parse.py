"""Markdown with placeholders to blocks and findings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markdown_it.tree import SyntaxTreeNode

from probata.diagnostics import Diagnostic, Severity, Span
from probata.document.blocks import Blocks, Paragraph
from probata.document.inlines import Text
from probata.document.origin import Origin
from probata.markup.block_builder import BlockBuilder, Context
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
    text: str, placeholders: Placeholders, span: Span, context: Context | None = None, origin: Origin | None = None
) -> Parsed:
    """Parse a text. `span` is where it begins; findings carry the line inside it where that is known."""
    findings: list[Diagnostic] = []
    blocks = _parse(text, placeholders, span, context or Context(), origin, findings)
    return Parsed(blocks, tuple(findings))


def _parse(
    text: str,
    placeholders: Placeholders,
    span: Span,
    context: Context,
    origin: Origin | None,
    findings: list[Diagnostic],
) -> Blocks:
    if len(text) > MAX_TEXT or any(len(part) > MAX_PARAGRAPH for part in text.split("\n\n")):
        findings.append(_fault("MKD106", "text-too-long", "a paragraph is longer than 64,000 characters", span))
        return (Paragraph((Text(text[:200] + " …", origin),), context.role),)
    root = SyntaxTreeNode(parser().parse(text))
    if _depth(root) >= MAX_NESTING - 2:
        findings.append(_fault("MKD107", "nested-too-deep", "lists or quotations are nested too deep", span))

    def parse_value(value: MarkdownValue, inner: Context, found: list[Diagnostic]) -> Blocks:
        shifted = replace(inner, heading_shift=inner.heading_shift + 1, sentence=value.sentence or inner.sentence)
        return _parse(value.text, Placeholders(), value.span, shifted, value.origin, found)

    builder = BlockBuilder(placeholders, span, context, origin, findings, parse_value)
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
