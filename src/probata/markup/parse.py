"""Markdown with placeholders to blocks and findings."""

from __future__ import annotations

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
from probata.markup.notes_below import define_notes, report_lost_notes
from probata.markup.placeholder import PATTERN, MarkdownValue, Placeholders, fold
from probata.markup.syntax import MAX_NESTING, parser
from probata.markup.typed_bullets import typed_bullets
from probata.markup.verbatim import verbatim_blocks


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
    blocks = _Reading(texts or {}, fill).blocks(MarkdownValue(text, span), placeholders, context or Context(), findings)
    return Parsed(blocks, tuple(findings))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is the same for a text and for all texts that stand inside it."""

    texts: Mapping[str, str]
    fill: Fill | None

    def blocks(
        self, value: MarkdownValue, placeholders: Placeholders, context: Context, findings: list[Diagnostic],
        *, is_inner: bool = False,
    ) -> Blocks:  # fmt: skip
        """Parse a text; one that is too long or that the parser tears apart is printed as it stands."""
        place = Place(value.span, self.texts)
        if fault := exceeded(value.text, place):
            findings.append(fault)
            return (Paragraph((beginning(value.text, value.origin),), context.role),)
        if typed := typed_bullets(value.text, place, value.origin):
            findings.append(typed)
        seen: dict[str, Any] = {}
        root = _tree(value, context, place, seen, findings)
        if root is None:
            return (Paragraph((Text(fold(PATTERN.sub("…", value.text)), value.origin),), context.role),)

        def parse_value(inner: MarkdownValue, around: Context, found: list[Diagnostic]) -> Blocks:
            return self._inner(inner, _deeper(inner, around, context), found, is_inner=is_inner)

        builder = BlockBuilder(placeholders, place, context, value.origin, findings, parse_value)
        builder.inlines.fill = _inside(self.fill) if self.fill and is_inner else self.fill
        report_lost_notes(value.text, seen, builder)
        define_notes(root, builder)
        return builder.build(root.children, context)

    def _inner(self, inner: MarkdownValue, context: Context, found: list[Diagnostic], *, is_inner: bool) -> Blocks:
        """Parse a text that stands inside another; words of another are not parsed."""
        if inner.verbatim:
            kept = InlineBuilder(Placeholders(), Place(inner.span, self.texts), inner.origin, findings=found)
            made = verbatim_blocks(inner, context, kept)
        else:
            text, values = self.fill(inner, is_inner) if self.fill else (inner.text, Placeholders())
            made = self.blocks(replace(inner, text=text), values, context, found, is_inner=True)
        return in_the_language_of(inner.text, _with_tail(made, inner.tail))


def _tree(
    value: MarkdownValue, context: Context, place: Place, seen: dict[str, Any], findings: list[Diagnostic]
) -> SyntaxTreeNode | None:
    """Return what the parser reads, and put its notes into `seen`; `None` where it tears its tokens apart."""
    tokens = parser(context.quotes).parse(without_reserved(value.text, place, findings), seen)
    try:
        root = SyntaxTreeNode(tokens)
    except ValueError:  # It does so where a note is defined inside the definition of another.
        findings.append(_torn(value.span))
        return None
    if _depth(root) >= MAX_NESTING - 2:
        findings.append(_too_deep(value.span))
    return root


def _deeper(inner: MarkdownValue, around: Context, outer: Context) -> Context:
    """Return the context of a text that stands inside another, its headings a level deeper."""
    return replace(
        around,
        heading_shift=around.heading_shift + 1,
        sentence=inner.sentence or around.sentence,
        quotes=() if isinstance(inner.text, ForeignText) else outer.quotes,
    )


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
