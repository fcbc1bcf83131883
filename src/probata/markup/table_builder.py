"""A Markdown table to a table of the document."""

from __future__ import annotations

import re
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from probata.document.blocks import Cell, Paragraph, Row, Table
from probata.document.inlines import Inlines, LineBreak
from probata.markup.inline_builder import InlineBuilder

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
    """Cut the content of a cell into paragraphs at its line breaks."""
    lines: list[Inlines] = [()]
    for inline in content:
        if isinstance(inline, LineBreak):
            lines.append(())
        else:
            lines[-1] = (*lines[-1], inline)
    return lines
