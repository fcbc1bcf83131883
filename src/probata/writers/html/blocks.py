"""Blocks as HTML: the one body that the HTML file and the PDF are made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from probata.document.blocks import (
    Block,
    Blocks,
    Box,
    Contents,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Role,
    Table,
)
from probata.document.fill_in import is_to_fill_in
from probata.document.lead_in import is_lead_in
from probata.document.walk import plain_text
from probata.writers.html.contents import render_contents
from probata.writers.html.context import Context
from probata.writers.html.element import Child, Element, element
from probata.writers.html.inlines import render_inlines
from probata.writers.html.tables import render_table


def render_blocks(blocks: Blocks, context: Context) -> Iterator[Element]:
    """Give one element for each block, in order. Raises `WriteError` as `render_inlines` does."""
    for block in blocks:
        yield render_block(block, context)


def render_block(block: Block, context: Context) -> Element:
    """Make the element of one block and of everything in it."""
    match block:
        case Paragraph():
            return _paragraph(block, context)
        case Heading():
            return _heading(block, context)
        case ListBlock():
            return _list(block, context)
        case Quote():
            return _quote(block, context)
        case Table():
            return render_table(block, context, render_blocks)
        case Picture():
            return _picture(block, context)
        case Box(blocks=blocks):
            return element("div", render_blocks(blocks, context), {"class": "box", "role": "note"})
        case Contents():
            return render_contents(block, context)
        case PageBreak():
            may_fall = " may-fall" if block.may_fall else ""
            return element("hr", (), {"class": f"page-break{may_fall}", "aria-hidden": "true"})
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph, context: Context) -> Element:
    role = paragraph.role
    name = f"{role} level-{paragraph.level}" if role is Role.NUMBERED else str(role)
    name += " lead-in" if is_lead_in(paragraph.inlines) else ""
    name += " to-fill-in" if is_to_fill_in(paragraph.inlines) else ""
    tag = "h1" if role is Role.TITLE else "p"
    children: list[Child] = []
    if paragraph.number:
        stop = "" if paragraph.number.endswith(")") else "."
        children.append(element("span", [f"{paragraph.number}{stop} "], {"class": "number"}))
    children += render_inlines(paragraph.inlines, context)
    return element(tag, children, {"class": name, "id": paragraph.id})


def _heading(heading: Heading, context: Context) -> Element:
    """Make a heading one level lower than its own, since the title of the document is the first."""
    children: list[Child] = []
    if heading.number:
        children.append(element("span", [f"{heading.number} "], {"class": "number"}))
    children += render_inlines(heading.inlines, context)
    outline = " ".join(f"{heading.number} {plain_text(heading.inlines)}".split())
    attributes = {"class": f"heading {heading.series}", "id": heading.id, "data-outline": outline}
    return element(f"h{heading.level + 1}", children, attributes)


def _picture(picture: Picture, context: Context) -> Element:
    made = element("figure", [context.draw(picture)], {"class": "picture", "id": picture.id})
    if picture.caption:
        children: list[Child] = []
        if picture.number:
            label = f"{context.meta.label('figure')} {picture.number}{context.meta.colon}"
            children += [element("span", [label], {"class": "label"}), " "]
        made.append(element("figcaption", [*children, *render_inlines(picture.caption, context)]))
    return made


def _list(block: ListBlock, context: Context) -> Element:
    items = (element("li", render_blocks(item, context)) for item in block.items)
    return element("ol" if block.ordered else "ul", items, {"class": "list"})


def _quote(quote: Quote, context: Context) -> Element:
    made = element("blockquote", render_blocks(quote.blocks, context), {"class": quote.kind})
    if quote.attribution:
        made.append(element("p", render_inlines(quote.attribution, context), {"class": "attribution"}))
    return made
