"""An independent reader of our PDF files: what a person sees, as a list of (kind, number, text).

It does not import the project and reads the tags of the file and the text in them. Kinds and numbers are those
that `docx_text` describes. Two things a PDF does not tell, so compare with `unspaced` applied to both sides:

- whether a space stood where a line ends: all white space is left out of the texts;
- whether a hyphen U+2010 at the end of a line was set by the layout: it is left out everywhere.

A table that goes on overleaf repeats its head: a table without caption at the top of a page whose head is that
of the last table of the page before is taken for its continuation. A row that is longer than a page comes in
pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from tests.readers.item import Item
from tests.readers.pdf_links import is_mark
from tests.readers.pdf_structure import Node, structure_of
from tests.readers.read_once import read_once
from tests.readers.section import Section, sections

BETWEEN_MARKS = ",\u00a0"
LABELS = frozenset({"Reference", "Lbl", "Note"})
NUMBER = re.compile(r"(\d+\.|\(?[a-z]+\)|[A-Z](\.\d+)*|\w+ \d+) ")
UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2010\u2066-\u2069]")


def unspaced(items: Iterable[Item]) -> list[Item]:
    """Leave out of texts what a PDF does not tell."""
    return [item._replace(text=UNSEEN.sub("", item.text)) for item in items]


@read_once
def read_pdf(data: bytes) -> list[Item]:
    """Return what the file shows, the body first and then its notes, texts as `unspaced` gives them."""
    (top,) = structure_of(data).children
    reader = _Reader(_headings(top))
    shown = [item for page in _pages(top) for item in reader.page(page)]
    notes = [_note(note) for note in top.find("Note")]
    return unspaced([*shown, *notes])


def _pages(top: Node) -> list[Node]:
    """Return the pages where the file's writer keeps them apart, else the whole document as one."""
    return [page for page in top.children if page.tag == "Part"] or [top]


def _headings(top: Node) -> frozenset[str]:
    """Return the tags of headings; where pages are kept apart the title has the first of them."""
    return frozenset({"H2", "H3", "H4"} if any(top.find("Part")) else {"H1", "H2", "H3"})


@read_once
def read_pdf_sections(data: bytes) -> list[Section]:
    """Return the headings with what stands below each; what stands before the first has an empty heading."""
    (top,) = structure_of(data).children
    return sections(read_pdf(data), _marks(top.children, _headings(top), [0]))


def _marks(nodes: Iterable[Node], headings: frozenset[str], place: list[int]) -> Iterator[tuple[int, str]]:
    """Give the marks of notes with the place of the heading above them; `place` counts the headings so far."""
    for node in nodes:
        if node.tag in ("TOC", "Note"):
            continue
        place[0] += node.tag in headings
        if is_mark(node):
            yield place[0], "".join(node.texts()).strip()
        else:
            yield from _marks(node.children, headings, place)


class _Reader:
    def __init__(self, headings: frozenset[str]) -> None:
        self._headings = headings
        self._last_head: list[str] = []
        self._at_top = False

    def page(self, page: Node) -> Iterator[Item]:
        self._at_top = True
        yield from self._blocks(page, "paragraph")

    def _blocks(self, parent: Node, kind: str) -> Iterator[Item]:
        for child, following in zip_longest(parent.children, parent.children[1:], fillvalue=Node("")):
            if following.tag != "TOC":  # what stands above the contents is their title
                yield from self._block(child, kind)

    def _block(self, node: Node, kind: str) -> Iterator[Item]:
        if node.tag in ("Sect", "Div", "LBody", "NonStruct"):
            # A caption that stands below its picture may come first in the file.
            parts = sorted(node.children, key=lambda child: child.tag != "Figure") if any(node.find("Figure")) else ()
            for child in parts or node.children:
                yield from self._block(child, kind)
            return
        if node.tag == "BlockQuote":
            yield from self._blocks(node, "quote")
        elif node.tag == "L":
            yield from self._list(node)
        elif node.tag == "Table":
            yield from self._table(node)
        elif node.tag == "Figure":
            yield Item("picture", "", node.alternative)
        elif node.tag == "Caption":
            yield _caption(node)
        elif node.tag in self._headings:
            yield Item("heading", *_numbered(node))
        elif node.tag in ("P", "Title", "H1"):
            yield Item(kind, *_numbered(node))
        elif node.tag != "TOC":
            raise ValueError(f"unexpected {node.tag}")
        self._at_top = False

    def _list(self, node: Node) -> Iterator[Item]:
        for child in node.children:
            if child.tag == "L":
                yield from self._list(child)
                continue
            label = "".join(text for mark in child.find("Lbl") for text in mark.texts()).strip()
            number = label.removesuffix(".") if label[:1].isdigit() else ""
            found = [item for part in child.children if part.tag != "Lbl" for item in self._block(part, "list")]
            for index, item in enumerate(found):
                yield item._replace(number=number) if index == 0 else item

    def _table(self, table: Node) -> Iterator[Item]:
        head = [_text(cell) for part in table.find("THead") for cell in part.find("TH")]
        captions = list(table.find("Caption"))
        goes_on = self._at_top and not captions and head == self._last_head
        self._last_head = head
        for caption in captions:
            yield _caption(caption)
        for text in () if goes_on else head:
            yield Item("cell", "", text)
        for part in table.children:
            if part.tag not in ("THead", "Caption"):
                rows = [part] if part.tag == "TR" else part.find("TR")
                yield from (Item("cell", "", _text(cell)) for row in rows for cell in row.children)


def _caption(caption: Node) -> Item:
    text = _text(caption)
    label = re.match(r"(\w+ \d+)\s?: ?", text)
    return Item("caption", label[1], text[label.end() :]) if label else Item("caption", "", text)


def _numbered(node: Node) -> tuple[str, str]:
    first = node.children[0] if node.children else Node("")
    alone = not first.tag or [child.tag for child in first.children] == ["Span"]
    number = "".join(first.texts()) if alone else ""
    if not NUMBER.fullmatch(number):
        return "", _text(node)
    return number.strip().removesuffix("."), _text(node).removeprefix(number)


def _note(note: Node) -> Item:
    number = "".join(next(note.find("Link")).texts())
    shown = "".join(text for child in note.children for text in _texts(child))
    return Item("note", number.strip(), shown.removeprefix(number))


def _text(node: Node) -> str:
    return "".join(_texts(node))


def _is_mark_again(node: Node) -> bool:
    """Tell whether a node is a raised number that leads to its note: a mark printed again, in either engine."""
    tags = {child.tag for child in _below(node)}
    raised = (node.tag == "Link" and "Span" in tags) or (node.tag == "NonStruct" and {"Span", "Link"} <= tags)
    return raised and "".join(node.texts()).isdecimal()


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _below(child)


def _texts(node: Node) -> Iterator[str]:
    """Give the runs of text without the marks of notes, and without the raised comma that parts two of them."""
    if node.tag in LABELS or (node.tag in ("NonStruct", "Span") and "".join(node.texts()) == BETWEEN_MARKS):
        return
    if _is_mark_again(node):
        return
    if not node.tag:
        yield node.text
    for child in node.children:
        yield from _texts(child)
