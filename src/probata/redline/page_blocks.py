"""The text of a redline as HTML: paragraphs, headings, tables and notes with what is marked in them."""

from __future__ import annotations

from collections.abc import Iterator

from probata.redline.looks import STRUCK
from probata.redline.page_elements import add, printable
from probata.redline.shown import PICTURE, Piece, ShownBlock, ShownNote, ShownParagraph, ShownTable
from probata.word.elements import Element

_DEEPEST = 5
_LOOKS = {"bold": "b", "in italics": "i", STRUCK: "s"}


def add_block(parent: Element, block: ShownBlock) -> None:
    """Add a paragraph, a heading or a table with its changes."""
    if isinstance(block, ShownTable):
        _add_table(parent, block)
        return
    tag = f"h{min(block.level + 1, _DEEPEST)}" if block.level else "p"
    made = add(parent, tag, {"class": "changed", "id": block.name} if block.is_changed else {})
    if block.number:
        add(made, "span", {"class": "counted"}).text = f"{block.number} "
    for piece in block.pieces:
        _add_piece(made, piece)


def _add_piece(parent: Element, piece: Piece) -> None:
    attributes = {"class": "turned", "title": "; ".join(piece.turned)} if piece.turned else {}
    holder = add(parent, piece.state or "span", attributes)
    for look in piece.looks:
        if look in _LOOKS:
            holder = add(holder, _LOOKS[look])
    if piece.note:
        mark = add(add(holder, "sup"), "a", href=f"#note-{piece.note}", id=f"mark-{piece.note}")
        mark.text = piece.text
    else:
        holder.text = printable(piece.text)
        if piece.text == PICTURE:
            holder.set("class", "picture")


def _add_table(parent: Element, table: ShownTable) -> None:
    made = add(parent, "table", {"class": "with-changes"} if any(_changes(table)) else {})
    for row in table.rows:
        line = add(made, "tr", {"class": row.state} if row.state else {}, id=row.name)
        for cell in row.cells:
            held = add(line, "td")
            for block in cell:
                add_block(held, block)


def _changes(block: ShownBlock) -> Iterator[bool]:
    if isinstance(block, ShownParagraph):
        yield block.is_changed
        return
    for row in block.rows:
        yield bool(row.state)
        for cell in row.cells:
            for one in cell:
                yield from _changes(one)


def add_note(parent: Element, name: str, note: ShownNote) -> None:
    """Add a note with its number, which leads back to its mark."""
    is_changed = bool(note.state) or any(change for block in note.blocks for change in _changes(block))
    made = add(parent, "div", {"class": "with-changes"} if is_changed else {}, id=f"note-{name}")
    number = add(add(add(made, "span", {"class": "number"}), note.state or "span"), "a", href=f"#mark-{name}")
    number.text = note.number
    text = add(made, "div")
    for block in note.blocks:
        add_block(text, block)
