"""A redline as one page of HTML: what changed first, then the whole text with its changes, notes at the end.

Self-contained: no script, no font, no address is fetched. What the documents say enters as text of elements, so none of
it can become markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from lxml import etree

from probata.redline.changes import Group, line_of
from probata.redline.looks import STRUCK
from probata.redline.shown import PICTURE, Piece, Shown, ShownBlock, ShownNote, ShownParagraph, ShownTable
from probata.word.elements import Element

# Elements of a page, and text that XML can hold.

_HELD_BY_NONE = re.compile("[\ud800-\udfff\ufffe\uffff]")


def add(parent: Element, tag: str, attributes: dict[str, str] | None = None, **named: str) -> Element:
    """Add an element of HTML; attributes that are no names of Python are given in a dictionary."""
    return etree.SubElement(parent, tag, {**(attributes or {}), **named})


def printable(text: str) -> str:
    """Leave out what XML cannot hold; a paragraph of a Word file holds none of it, the name of a file may."""
    return "".join(sign for sign in text if sign in "\t\n" or (sign >= " " and not _HELD_BY_NONE.match(sign)))


# The text of a redline as HTML: paragraphs, headings, tables and notes with what is marked in them.

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


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the text."""

    title: str
    old: str
    """What the old version is: `DRAFT-uk-ghr.en-GB.docx`."""
    new: str
    confidential: bool = False
    """Whether the page says that it is the team's own."""


def page(heading: Heading, shown: Shown, groups: Sequence[Group], remarks: Sequence[str]) -> bytes:
    """Return the page in UTF-8; the same arguments give the same bytes."""
    root = etree.Element("html", lang="en")
    head = add(root, "head")
    add(head, "meta", charset="utf-8")
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "title").text = printable(heading.title)
    add(head, "style").text = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    body = add(root, "body")
    _add_top(body, heading, groups, remarks)
    main = add(body, "main")
    for block in shown.blocks:
        add_block(main, block)
    if shown.notes:
        notes = add(body, "section", {"class": "notes"})
        for name, note in shown.notes.items():
            add_note(notes, name, note)
    return b"<!DOCTYPE html>\n" + etree.tostring(root, method="html", encoding="utf-8") + b"\n"


def _add_top(body: Element, heading: Heading, groups: Sequence[Group], remarks: Sequence[str]) -> None:
    top = add(body, "header")
    add(top, "h1").text = printable(heading.title)
    if heading.confidential:
        add(add(top, "p"), "strong").text = "Internal and privileged: it shows what was taken out of drafts."
    versions = add(top, "p")
    versions.text = printable(f"Old: {heading.old}")
    add(versions, "br").tail = printable(f"New: {heading.new}")
    legend = add(top, "p", {"class": "legend"})
    add(legend, "ins").text = "inserted"
    legend[-1].tail = " · "
    add(legend, "del").text = "deleted"
    legend[-1].tail = " · "
    add(legend, "span", {"class": "turned"}).text = "looks otherwise now"
    legend[-1].tail = " · "
    add(legend, "s").text = "struck through in the document itself"
    _add_remarks(top, remarks)
    _add_list(body, groups)
    label = add(body, "label")
    add(label, "input", type="checkbox", id="only").tail = " Show what changed alone"


def _add_remarks(parent: Element, remarks: Sequence[str]) -> None:
    if not remarks:
        return
    box = add(parent, "div", {"class": "remarks"})
    add(box, "p").text = "Not marked in the text:"
    held = add(box, "ul")
    for remark in remarks:
        add(held, "li").text = printable(remark)


def _add_list(body: Element, groups: Sequence[Group]) -> None:
    nav = add(body, "nav")
    add(nav, "h2").text = "What changed"
    if not groups:
        add(nav, "p").text = "Nothing."
    for group in groups:
        holder = add(nav, "details") if group.is_folded else nav
        add(add(holder, "summary") if group.is_folded else holder, "h3").text = _plain(group.title)
        held = add(holder, "ul")
        for line in group.why:
            add(held, "li").text = _plain(line)
        for change in group.changes:
            add(add(held, "li"), "a", href=f"#{change.name}").text = printable(line_of(change))


def _plain(text: str) -> str:
    """Take out the marks that set ids apart in a terminal."""
    return printable(text).replace("`", "")
