"""Block syntax to blocks: where paragraphs are numbered and what the `:::` boxes mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from probata.diagnostics import Diagnostic, Severity, Span
from probata.document.blocks import (
    Block,
    Blocks,
    Box,
    Cell,
    Contents,
    Heading,
    HeadingSeries,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Role,
    Row,
    Table,
)
from probata.document.inlines import Inlines, LineBreak, Text
from probata.document.origin import Origin
from probata.markup.inline_builder import InlineBuilder, Place, is_blank, merge_text
from probata.markup.placeholder import PATTERN, BlockValue, MarkdownValue, ParagraphsValue, Placeholders, Value, fold

# The line after `:::`: a name and `key="value"` pairs.

_PAIR = re.compile(r"(?P<key>[\w-]+)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>\S+))")


def parse_info(info: str) -> tuple[str, dict[str, str]]:
    """Return the name of a box and its attributes; values may hold placeholders."""
    name, _, rest = info.strip().partition(" ")
    pairs = {m["key"]: m["quoted"] if m["quoted"] is not None else m["bare"] for m in _PAIR.finditer(rest)}
    return name, pairs


# A Markdown table to a table of the document.

Align = Literal["left", "right", "center"]


def build_table(node: SyntaxTreeNode, options: dict[str, str], inlines: InlineBuilder) -> Table:
    """Build a table. Options: `caption`, `id`, `widths="3,1,2"`, `kind=form`, `total=last`.

    The heading row of a form is empty and left out. A width that is missing counts 1.
    """
    caption = inlines.parse(options["caption"]) if options.get("caption") else ()
    rows = [tr for part in node.children for tr in part.children]
    header = tuple(_row(tr, inlines) for tr in rows[:1])
    body = [_row(tr, inlines) for tr in rows[1:]]
    if options.get("total") == "last" and body:
        body[-1] = Row(body[-1].cells, "total")
    columns = len(header[0].cells) if header else 0
    if not any(cell.blocks for row in header for cell in row.cells):
        header = ()
    kind: Literal["grid", "form"] = "form" if options.get("kind") == "form" else "grid"
    return Table(
        _widths(options.get("widths", ""), columns), header, tuple(body), caption, options.get("id", ""), 0, kind
    )


def _widths(text: str, columns: int) -> tuple[int, ...]:
    given = [max(1, int(part)) for part in re.findall(r"\d+", text)]
    return tuple([*given, *[1] * columns][:columns])


def _row(node: SyntaxTreeNode, inlines: InlineBuilder) -> Row:
    return Row(tuple(_cell(cell, inlines) for cell in node.children))


def _cell(node: SyntaxTreeNode, inlines: InlineBuilder) -> Cell:
    align: Align = "left"
    for word in ("right", "center"):
        if word in str(node.attrs.get("style", "")):
            align = "right" if word == "right" else "center"
    content = inlines.build(node.children)
    return Cell(tuple(Paragraph(part) for part in _lines(content) if part), align)


def _lines(content: Inlines) -> list[Inlines]:
    lines: list[Inlines] = [()]
    for inline in content:
        if isinstance(inline, LineBreak):
            lines.append(())
        else:
            lines[-1] = (*lines[-1], inline)
    return lines


_ROLES = {role.value: role for role in Role}
_SERIES: dict[str, HeadingSeries] = {"unnumbered": "none", "annex": "annex"}
"""Of one heading, whatever box it stands in."""
_MARKDOWN_OPTIONS = {"caption", "title"}
"""Options that are parsed, with their values put in afterwards."""


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the blocks being built."""

    role: Role = Role.BODY
    level: int = 0
    series: HeadingSeries = "section"
    heading_shift: int = 0
    """Levels by which headings of a text are lowered where it stands below a heading."""
    sentence: str = ""
    quotes: tuple[str, ...] = ()
    """Marks of quotation of the document's language, outer and inner pair; none where a text is kept as it is."""


@dataclass(slots=True)
class BlockBuilder:
    """Builds the blocks of one text."""

    placeholders: Placeholders
    place: Place
    context: Context
    origin: Origin | None = None
    findings: list[Diagnostic] = field(default_factory=list)
    parse_value: Callable[[MarkdownValue, Context, list[Diagnostic]], Blocks] | None = None
    inlines: InlineBuilder = field(init=False)

    def __post_init__(self) -> None:
        self.inlines = InlineBuilder(self.placeholders, self.place, self.origin, findings=self.findings)
        self.inlines.quotes = self.context.quotes
        self.inlines.inline_markdown = self._inline_markdown

    def build(self, nodes: Iterable[SyntaxTreeNode], context: Context) -> Blocks:
        """Build blocks from syntax nodes."""
        return tuple(block for node in nodes for block in self.one(node, context))

    def one(self, node: SyntaxTreeNode, context: Context) -> Blocks:
        """Build what one syntax node stands for."""
        match node.type:
            case "paragraph":
                return self.paragraph(node, context)
            case "heading":
                return (self.heading(node, context),)
            case "bullet_list":
                inner = Context(sentence=_sentence(node, context))
                return (ListBlock(tuple(self.build(item.children, inner) for item in node.children)),)
            case "ordered_list":
                return self.ordered(node, context)
            case "blockquote":
                inner = Context(sentence=_sentence(node, context))
                return (Quote(self.build(node.children, inner), origin=self.origin),)
            case "table":
                return (build_table(node, {}, self.inlines),)
            case "container_box":
                return self.box(node, context)
            case "hr":
                return self.rule(node, context)
            case "fence" | "code_block":
                return (Paragraph(self.inlines.text(fold(node.content.strip())), origin=self.origin),)
            case _:
                return ()

    def paragraph(self, node: SyntaxTreeNode, context: Context) -> Blocks:
        """Build a paragraph, or the blocks of the value that is all of it."""
        value = self.placeholders.alone(node.children[0].content)
        if isinstance(value, BlockValue):
            return value.blocks
        anchor = self.placeholders.fill(str(node.attrs.get("id", "")))
        if told := self.texts_of_records(node.children[0], replace(context, sentence=_sentence(node, context))):
            return _named(told, anchor)
        inlines = self.inlines.build(node.children)
        if is_blank(inlines):
            return ()
        return (
            Paragraph(
                inlines,
                context.role,
                anchor,
                context.level if context.role is Role.NUMBERED else 0,
                origin=self.origin,
                sentence=_sentence(node, context),
            ),
        )

    def texts_of_records(self, node: SyntaxTreeNode, context: Context) -> Blocks:
        """Build the texts of records that a paragraph is or ends in, led in by the words that stand before them.

        The words open the first paragraph; before items or a quotation they stand by themselves. Nothing where the
        paragraph neither is nor ends in such a text.
        """
        content = node.content.strip()
        *_, last = (None, *self.placeholders.split(content))
        if not isinstance(last, MarkdownValue | ParagraphsValue) or not self.parse_value:
            return ()
        is_lettered = isinstance(last, ParagraphsValue) and last.is_lettered
        runs = last.paragraphs if isinstance(last, ParagraphsValue) else ((last,),)
        inner = replace(context, level=min(context.level + 1, 2)) if is_lettered else context
        items = [self.run(run, inner) for run in runs]
        blocks = tuple(block for item in items for block in item)
        if is_lettered and context.role is not Role.NUMBERED:
            blocks = (ListBlock(tuple(items), ordered=True),)
        return blocks if self.placeholders.alone(content) else self.led_in(node, blocks, context)

    def led_in(self, node: SyntaxTreeNode, blocks: Blocks, context: Context) -> Blocks:
        """Put the words of a paragraph before the text in which it ends."""
        first, level = blocks[0] if blocks else None, context.level if context.role is Role.NUMBERED else 0
        is_opened = isinstance(first, Paragraph) and first.level == level
        *before, end = node.children
        words = end.content[: [match.start() for match in PATTERN.finditer(end.content)][-1]]
        opening = (*self.inlines.build(before), *self.inlines.text(words if is_opened else words.rstrip()))
        behind = first.inlines if isinstance(first, Paragraph) and is_opened else ()
        inlines = merge_text((*opening, *behind))
        made = Paragraph(inlines, context.role, "", level, origin=self.origin, sentence=context.sentence)
        return (made, *blocks[is_opened:])

    def run(self, values: Sequence[Value], context: Context) -> Blocks:
        """Build one text of a record, or values that make one paragraph."""
        match values:
            case (MarkdownValue() as text,) if self.parse_value:
                return self.parse_value(text, context, self.findings)
        level = context.level if context.role is Role.NUMBERED else 0
        inlines = merge_text(self.inlines.run(values))
        return (Paragraph(inlines, context.role, "", level, origin=self.origin, sentence=context.sentence),)

    def heading(self, node: SyntaxTreeNode, context: Context) -> Heading:
        """Build a heading; deeper than level 3 is level 3."""
        level = min(int(node.tag[1:]) + context.heading_shift, 3)
        series = next(
            (_SERIES[one] for one in str(node.attrs.get("class", "")).split() if one in _SERIES), context.series
        )
        anchor = self.placeholders.fill(str(node.attrs.get("id", "")))
        return Heading(level, self.inlines.build(node.children), anchor, series, origin=self.origin)

    def ordered(self, node: SyntaxTreeNode, context: Context) -> Blocks:
        """Build an ordered list: sub-paragraphs below a numbered paragraph, a list of its own elsewhere."""
        sentence = _sentence(node, context)
        if context.role is not Role.NUMBERED:
            inner = Context(sentence=sentence)
            return (ListBlock(tuple(self.build(i.children, inner) for i in node.children), ordered=True),)
        deeper = replace(context, level=min(context.level + 1, 2), sentence=sentence)
        return tuple(block for item in node.children for block in self.build(item.children, deeper))

    def rule(self, node: SyntaxTreeNode, context: Context) -> Blocks:
        """Build a new page, or of underscores a blank to be filled in by hand."""
        if not node.markup.startswith("_"):
            return (PageBreak(may_fall=True),)
        written = node.markup[:-1]  # markdown-it gives one more than stands in the text
        return (Paragraph((Text(written),), context.role, level=context.level, origin=self.origin),)

    def box(self, node: SyntaxTreeNode, context: Context) -> Blocks:
        """Build a `:::` box by its name."""
        name, options = parse_info(node.info)
        options = {k: v if k in _MARKDOWN_OPTIONS else self.placeholders.fill(v) for k, v in options.items()}
        match name:
            case "plain":
                return self.build(node.children, replace(context, role=Role.BODY))
            case "annex":
                return self.build(node.children, replace(context, series="annex"))
            case "unnumbered":
                return self.build(node.children, replace(context, series="none"))
            case "quotation" | "epigraph":
                return (self.quote(node, name == "epigraph"),)
            case "notice":
                return (Box(self.build(node.children, Context())),)
            case "table":
                tables = [child for child in node.children if child.type == "table"]
                return tuple(build_table(table, options, self.inlines) for table in tables)
            case "contents":
                return (Contents(self.inlines.parse(options.get("title", "Contents"))),)
            case "page-break":
                return (PageBreak(),)
            case "part" if options.get("name") and not context.heading_shift:  # a text of a record begins no part
                return (PageBreak(part=options["name"]), *self.build(node.children, context))
            case _ if name in _ROLES:
                return self.build(node.children, replace(context, role=_ROLES[name]))
        self.findings.append(_unknown_box(name, self.place.of(f"::: {name}")))
        return self.build(node.children, context)

    def quote(self, node: SyntaxTreeNode, is_epigraph: bool) -> Quote:
        """Build a quotation; a box `::: attribution` inside says who spoke."""
        attribution: Inlines = ()
        inner: list[Block] = []
        for child in node.children:
            if child.type == "container_box" and parse_info(child.info)[0] == "attribution":
                attribution = self.inlines.build(n for p in child.children for n in p.children)
            else:
                inner.extend(self.one(child, Context()))
        return Quote(tuple(inner), "epigraph" if is_epigraph else "quotation", attribution, self.origin)

    def _inline_markdown(self, value: MarkdownValue) -> Inlines:
        blocks = self.parse_value(value, Context(), self.findings) if self.parse_value else ()
        parts = [block.inlines for block in blocks if isinstance(block, Paragraph)]
        return tuple(inline for part in parts for inline in part)


def _sentence(node: SyntaxTreeNode, context: Context) -> str:
    """Return the kind of sentence that `{kind=…}` on the line above says, or that of what stands around."""
    return str(node.attrs.get("kind", context.sentence))


def _named(blocks: Blocks, anchor: str) -> Blocks:
    first = blocks[0] if blocks else None
    if not anchor or not isinstance(first, Paragraph):
        return blocks
    return (replace(first, id=anchor), *blocks[1:])


def _unknown_box(name: str, span: Span) -> Diagnostic:
    return Diagnostic(
        "MKD105", "unknown-box", Severity.ERROR, f"there is no box `::: {name}`", span,
        "use plain, annex, quotation, epigraph, notice, table, contents or page-break; in a template also part name=…",
    )  # fmt: skip
