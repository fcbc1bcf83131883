"""A redline as one page of HTML: what changed first, then the whole text with its changes, notes at the end.

Self-contained: no script, no font, no address is fetched. What the documents say enters as text of elements, so none of
it can become markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby

from lxml import etree

from probata.redline.changes import ChangeTold
from probata.redline.shown import PICTURE, Piece, Shown, ShownBlock, ShownNote, ShownParagraph, ShownTable
from probata.word.elements import Element

_DEEPEST = 5
_LONGEST = 160
"""Signs of a changed passage that the list of changes quotes."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the text."""

    title: str
    old: str
    """What the old version is: `DRAFT-uk-ghr.en-GB.docx`."""
    new: str
    confidential: bool = False
    """Whether the page says that it is the team's own."""


@dataclass(frozen=True, slots=True)
class Group:
    """Changes that belong together: those of a record, or below a heading."""

    title: str
    changes: Sequence[ChangeTold]
    why: Sequence[str] = ()
    """What changed in the records."""


def page(heading: Heading, shown: Shown, groups: Sequence[Group], remarks: Sequence[str]) -> bytes:
    """Return the page in UTF-8; the same arguments give the same bytes."""
    root = etree.Element("html", lang="en")
    head = _add(root, "head")
    _add(head, "meta", charset="utf-8")
    _add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _add(head, "title").text = heading.title
    _add(head, "style").text = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    body = _add(root, "body")
    _add_top(body, heading, groups, remarks)
    main = _add(body, "main")
    for block in shown.blocks:
        _add_block(main, block)
    if shown.notes:
        notes = _add(body, "section", {"class": "notes"})
        for name, note in shown.notes.items():
            _add_note(notes, name, note)
    return b"<!DOCTYPE html>\n" + etree.tostring(root, method="html", encoding="utf-8") + b"\n"


def by_heading(changes: Iterable[ChangeTold]) -> list[Group]:
    """Return the changes in groups, one for each heading."""
    groups = groupby(changes, key=lambda change: change.heading)
    return [Group(heading or "Before the first heading", tuple(inside)) for heading, inside in groups]


def line_of(change: ChangeTold) -> str:
    """Return a change in one line: `paragraph changed: “2019” to “2020”`."""
    if change.what:
        return f"{change.place} {change.verb}: {_quoted(change.new or change.old)}"
    told = "; ".join(_told(old, new) for old, new in change.words[:3])
    more = len(change.words) - 3
    return f"{change.place} changed: {told}" + (f"; and {more} more" if more > 0 else "")


def _told(old: str, new: str) -> str:
    if old == new != "":  # a link or a reference whose words are the same
        return f"{_quoted(new)} leads elsewhere now"
    if old and new:
        return f"{_quoted(old)} to {_quoted(new)}"
    return f"{_quoted(new)} added" if new else f"{_quoted(old) if old else 'a space'} taken out"


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[:_LONGEST].rsplit(' ', 1)[0]} …”"


def _add(parent: Element, tag: str, attributes: dict[str, str] | None = None, **named: str) -> Element:
    return etree.SubElement(parent, tag, {**(attributes or {}), **named})


def _add_top(body: Element, heading: Heading, groups: Sequence[Group], remarks: Sequence[str]) -> None:
    top = _add(body, "header")
    _add(top, "h1").text = heading.title
    if heading.confidential:
        _add(_add(top, "p"), "strong").text = "Internal and privileged: it shows what was taken out of drafts."
    versions = _add(top, "p")
    versions.text = f"Old: {heading.old}"
    _add(versions, "br").tail = f"New: {heading.new}"
    legend = _add(top, "p", {"class": "legend"})
    _add(legend, "ins").text = "inserted"
    legend[-1].tail = " · "
    _add(legend, "del").text = "deleted"
    _add_remarks(top, remarks)
    _add_list(body, groups)
    label = _add(body, "label")
    _add(label, "input", type="checkbox", id="only").tail = " Show what changed alone"


def _add_remarks(parent: Element, remarks: Sequence[str]) -> None:
    if not remarks:
        return
    box = _add(parent, "div", {"class": "remarks"})
    _add(box, "p").text = "Not marked in the text:"
    held = _add(box, "ul")
    for remark in remarks:
        _add(held, "li").text = _printable(remark)


def _add_list(body: Element, groups: Sequence[Group]) -> None:
    nav = _add(body, "nav")
    _add(nav, "h2").text = "What changed"
    if not groups:
        _add(nav, "p").text = "Nothing."
    for group in groups:
        _add(nav, "h3").text = _plain(group.title)
        held = _add(nav, "ul")
        for line in group.why:
            _add(held, "li").text = _plain(line)
        for change in group.changes:
            _add(_add(held, "li"), "a", href=f"#{change.name}").text = _printable(line_of(change))


def _add_block(parent: Element, block: ShownBlock) -> None:
    if isinstance(block, ShownTable):
        _add_table(parent, block)
        return
    tag = f"h{min(block.level + 1, _DEEPEST)}" if block.level else "p"
    made = _add(parent, tag, {"class": "changed", "id": block.name} if block.is_changed else {})
    if block.number:
        _add(made, "span", {"class": "counted"}).text = f"{block.number} "
    for piece in block.pieces:
        _add_piece(made, piece)


def _add_piece(parent: Element, piece: Piece) -> None:
    holder = _add(parent, piece.state or "span")
    if piece.note:
        mark = _add(_add(holder, "sup"), "a", href=f"#note-{piece.note}", id=f"mark-{piece.note}")
        mark.text = piece.text
    else:
        holder.text = _printable(piece.text)
        if piece.text == PICTURE:
            holder.set("class", "picture")


def _add_table(parent: Element, table: ShownTable) -> None:
    made = _add(parent, "table", {"class": "with-changes"} if any(_changes(table)) else {})
    for row in table.rows:
        line = _add(made, "tr", {"class": row.state} if row.state else {}, id=row.name)
        for cell in row.cells:
            held = _add(line, "td")
            for block in cell:
                _add_block(held, block)


def _changes(block: ShownBlock) -> Iterator[bool]:
    if isinstance(block, ShownParagraph):
        yield block.is_changed
        return
    for row in block.rows:
        yield bool(row.state)
        for cell in row.cells:
            for one in cell:
                yield from _changes(one)


def _add_note(parent: Element, name: str, note: ShownNote) -> None:
    is_changed = bool(note.state) or any(change for block in note.blocks for change in _changes(block))
    made = _add(parent, "div", {"class": "with-changes"} if is_changed else {}, id=f"note-{name}")
    number = _add(_add(_add(made, "span", {"class": "number"}), note.state or "span"), "a", href=f"#mark-{name}")
    number.text = note.number
    text = _add(made, "div")
    for block in note.blocks:
        _add_block(text, block)


def _plain(text: str) -> str:
    """Take out the marks that set ids apart in a terminal."""
    return _printable(text).replace("`", "")


def _printable(text: str) -> str:
    """Leave out what XML cannot hold; a paragraph of a Word file holds none of it, the name of a file may."""
    return "".join(sign for sign in text if sign in "\t\n" or (sign >= " " and not "\ud800" <= sign <= "\udfff"))
