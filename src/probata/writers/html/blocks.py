"""Blocks as HTML: the one body that the HTML file and the PDF are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, assert_never

from probata.document.blocks import (
    Block,
    Blocks,
    Box,
    Cell,
    Contents,
    ContentsEntry,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Role,
    Row,
    Table,
)
from probata.document.inlines import Note
from probata.document.paragraphs import is_to_fill_in
from probata.document.together import stay_with_next
from probata.document.walk import plain_text
from probata.writers.html.context import Child, Context, Element, element
from probata.writers.html.inlines import render_inlines
from probata.writers.row_lengths import is_short, last_together, may_split

# The table of contents as HTML.

TITLE_ID = "contents.title"


def render_contents(contents: Contents, context: Context) -> Element:
    """Make the list of headings; each line is one link, and marks of notes are left out of it."""
    plain = replace(context.without_links(), place_note=_no_mark)
    title = element("p", render_inlines(contents.title, plain), {"class": "contents-title", "id": TITLE_ID})
    lines = element("ol", (_line(entry, plain) for entry in contents.entries))
    return element("nav", [title, lines], {"class": "contents", "aria-labelledby": TITLE_ID})


def _line(entry: ContentsEntry, context: Context) -> Element:
    children: list[Child] = [element("span", render_inlines(entry.inlines, context), {"class": "entry"})]
    if entry.number:
        children.insert(0, element("span", [f"{entry.number} "], {"class": "number"}))
    known = entry.target in context.targets
    line = element("a", children, {"href": f"#{entry.target}"}) if known else element("span", children)
    annex = " annex" if entry.level == 1 and any(sign.isdigit() for sign in entry.number) else ""
    return element("li", [line], {"class": f"level-{entry.level}{annex}"})


def _no_mark(note: Note, context: Context) -> tuple[Child, ...]:
    del note, context
    return ()


# Tables as HTML.

RenderBlocks = Callable[[Blocks, Context], Iterator[Element]]

WHOLE: Final = "whole"
"""Class of the tables that stay on one page when they are printed."""

THREE_LAST: Final = "three-last"
"""Class of those of which the last three rows stay together, and not only two."""

LONG: Final = "long"
"""Class of the rows that may run on to the next page when they are printed."""

POINTS_PER_MILLIMETRE: Final = 72 / 25.4


def render_table(table: Table, context: Context, render_blocks: RenderBlocks) -> Element:
    """Make the table in a frame that scrolls sideways on a narrow screen."""
    widths = _widths(table, context)
    together = WHOLE if is_short(table, *widths) else THREE_LAST if last_together(table, *widths) > 2 else ""
    made = element("table", (), {"class": f"{table.kind} {together}".rstrip(), "id": table.id})
    if table.caption:
        made.append(_caption(table, context))
    made.append(_columns(table))
    if table.header:
        made.append(element("thead", (_header_row(row, context, render_blocks) for row in table.header)))
    rows = (_row(row, table, context, render_blocks) for row in table.rows)
    made.append(element("tbody", rows))
    return element("div", [made], {"class": "table-frame"})


def _caption(table: Table, context: Context) -> Element:
    return element("caption", _captioned(table, "table", context))


def _captioned(block: Table | Picture, label: str, context: Context) -> Iterator[Child]:
    if block.number:
        called = f"{context.meta.label(label)} {block.number}{context.meta.colon}"
        yield from (element("span", [called], {"class": "label"}), " ")
    yield from render_inlines(block.caption, context)


def _columns(table: Table) -> Element:
    whole = sum(table.widths)
    shares = (f"width: {100 * width / whole:.3f}%" for width in table.widths)
    return element("colgroup", (element("col", (), {"style": share}) for share in shares))


def _header_row(row: Row, context: Context, render_blocks: RenderBlocks) -> Element:
    cells = (_cell("th", cell, context, render_blocks, {"scope": "col"}) for cell in row.cells)
    return element("tr", cells)


def _row(row: Row, table: Table, context: Context, render_blocks: RenderBlocks) -> Element:
    cells: list[Element] = []
    for place, cell in enumerate(row.cells):
        if place == 0 and (table.kind == "form" or row.kind == "total"):
            cells.append(_cell("th", cell, context, render_blocks, {"scope": "row"}))
        else:
            cells.append(_cell("td", cell, context, render_blocks, {}))
    name = f"{row.kind} {LONG}" if _is_long(row, table, context) else row.kind
    return element("tr", cells, {"class": name, **context.origin(row.origin)})


def _is_long(row: Row, table: Table, context: Context) -> bool:
    return may_split(row, *_widths(table, context))


def _widths(table: Table, context: Context) -> tuple[list[float], float]:
    text_width = context.meta.look.text_width * POINTS_PER_MILLIMETRE
    return [text_width * width / sum(table.widths) for width in table.widths], text_width


def _cell(tag: str, cell: Cell, context: Context, render_blocks: RenderBlocks, attributes: dict[str, str]) -> Element:
    return element(tag, render_blocks(cell.blocks, context), {"class": cell.align, **attributes})


def render_blocks(blocks: Blocks, context: Context) -> Iterator[Element]:
    """Give one element for each block, in order. Raises `WriteError` as `render_inlines` does."""
    for block, stays in zip(blocks, stay_with_next(blocks), strict=True):
        made = render_block(block, context)
        if stays:
            made.set("class", f"{made.get('class')} stays")
        yield made


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
    name += " to-fill-in" if is_to_fill_in(paragraph.inlines) else ""
    tag = "h1" if role is Role.TITLE else "p"
    children: list[Child] = []
    if paragraph.number:
        stop = "" if paragraph.number.endswith(")") else "."
        children.append(element("span", [f"{paragraph.number}{stop} "], {"class": "number"}))
    children += render_inlines(paragraph.inlines, context)
    return element(tag, children, {"class": name, "id": paragraph.id, **context.origin(paragraph.origin)})


def _heading(heading: Heading, context: Context) -> Element:
    """Make a heading one level lower than its own, since the title of the document is the first."""
    children: list[Child] = []
    if heading.number:
        children.append(element("span", [f"{heading.number} "], {"class": "number"}))
    children += render_inlines(heading.inlines, context)
    outline = " ".join(f"{heading.number} {plain_text(heading.inlines)}".split())
    attributes = {"class": f"heading {heading.series}", "id": heading.id, "data-outline": outline}
    attributes |= context.origin(heading.origin)
    return element(f"h{heading.level + 1}", children, attributes)


def _picture(picture: Picture, context: Context) -> Element:
    made = element("figure", [context.draw(picture)], {"class": "picture", "id": picture.id})
    if picture.caption:
        made.append(element("figcaption", _captioned(picture, "figure", context)))
    return made


def _list(block: ListBlock, context: Context) -> Element:
    items = (element("li", render_blocks(item, context)) for item in block.items)
    return element("ol" if block.ordered else "ul", items, {"class": "list"})


def _quote(quote: Quote, context: Context) -> Element:
    attributes = {"class": quote.kind, **context.origin(quote.origin)}
    made = element("blockquote", render_blocks(quote.blocks, context), attributes)
    if quote.attribution:
        made.append(element("p", render_inlines(quote.attribution, context), {"class": "attribution"}))
    return made
