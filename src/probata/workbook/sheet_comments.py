"""The comments of one sheet, read and changed as its part of the workbook (ECMA-376 part 1, 18.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from probata.source.text_file import ILLEGAL
from probata.source.xlsx_cell import escaped, unescaped
from probata.workbook.book_parts import BookParts
from probata.workbook.note_shapes import NoteShapes

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_THREAD: Final = "tc="
"""Begins the author of what stands for a conversation in programs that know none; Excel writes it anew."""


@dataclass(frozen=True, slots=True)
class SheetComment:
    """One comment on a cell."""

    address: str
    author: str
    text: str
    element: Any

    @property
    def is_thread(self) -> bool:
        """Whether it is a conversation, which stands in a part of its own."""
        return self.author.startswith(_THREAD)


class SheetComments:
    """The comments of a sheet; all that is not changed keeps its looks."""

    def __init__(self, parts: BookParts, sheet: str) -> None:
        """Take the parts of a workbook and the name of the sheet's part."""
        self._parts, self._sheet = parts, sheet
        self._shapes = NoteShapes(parts, sheet)

    def __iter__(self) -> Iterator[SheetComment]:
        """Give the comments in the order of the part."""
        relation = self._parts.related(self._sheet, "comments")
        root = None if relation is None else self._parts.read(relation.target)
        named = () if root is None else root.iter(f"{_MAIN}author")
        authors = {str(number): one.text or "" for number, one in enumerate(named)}
        for one in () if root is None else root.iter(f"{_MAIN}comment"):
            author = authors.get(one.get("authorId", "0"), "")
            yield SheetComment(one.get("ref", ""), author, "".join(text for _, text in _texts(one)), one)

    def cut(self, address: str, length: int) -> None:
        """Keep so many characters of a comment; with none left it goes."""
        for found in list(self._changeable()):
            if found.address == address and length:
                _cut(found.element, length)
            elif found.address == address:
                found.element.getparent().remove(found.element)
                self._shapes.remove(*_place(address))
        relation = self._parts.related(self._sheet, "comments")
        if relation and not any(True for _ in self):
            self._parts.remove(self._sheet, relation)

    def add(self, address: str, text: str, author: str, width: int, height: int) -> None:
        """Put a text below what the comment on a cell says, or make one with a box of so many pixels."""
        found = next((one for one in self._changeable() if one.address == address), None)
        if found is None:
            root = self._root()
            one = etree.SubElement(root.find(f"{_MAIN}commentList"), f"{_MAIN}comment", ref=address)
            one.set("authorId", str(_author(root, author)))
            etree.SubElement(one, f"{_MAIN}text")
            self._shapes.add(*_place(address), width, height)
        else:
            one = found.element
        _append(one.find(f"{_MAIN}text"), text)

    def _changeable(self) -> Iterator[SheetComment]:
        relation = self._parts.related(self._sheet, "comments")
        if relation:
            self._parts.change(relation.target)
        return iter(self)

    def _root(self) -> Any:
        relation = self._parts.related(self._sheet, "comments")
        if relation is None:
            root = etree.fromstring(f'<comments xmlns="{_MAIN[1:-1]}"><authors/><commentList/></comments>')
            name = self._parts.free_name("xl/comments{}.xml")
            self._parts.add(name, root, _TYPE)
            relation = self._parts.relate(self._sheet, "comments", name)
        return self._parts.change(relation.target)


def _place(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(address[len(letters) :]), column


def _texts(comment: Any) -> Iterator[tuple[Any, str]]:
    """Give the elements that hold the text, without the readings above Japanese words."""
    for one in comment.iter(f"{_MAIN}t"):
        if one.getparent().tag != f"{_MAIN}rPh":
            yield one, unescaped(one.text or "")


def _cut(comment: Any, length: int) -> None:
    for one, text in list(_texts(comment)):
        kept = text[:length]
        length -= len(kept)
        if kept != text:
            one.text = escaped(kept)
        if not kept:
            empty = one.getparent() if one.getparent().tag == f"{_MAIN}r" else one
            empty.getparent().remove(empty)


def _append(holder: Any, text: str) -> None:
    """Add a run; a text that stands without one becomes one, since both are not shown together."""
    for plain in holder.findall(f"{_MAIN}t"):
        run = etree.Element(f"{_MAIN}r")
        plain.addprevious(run)
        run.append(plain)
        plain.set(_SPACE, "preserve")
    said = etree.SubElement(etree.SubElement(holder, f"{_MAIN}r"), f"{_MAIN}t")
    said.set(_SPACE, "preserve")
    said.text = escaped(ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text))


def _author(root: Any, name: str) -> int:
    authors = root.find(f"{_MAIN}authors")
    known = [one.text or "" for one in authors]
    if name not in known:
        etree.SubElement(authors, f"{_MAIN}author").text = name
        known.append(name)
    return known.index(name)
