"""The comments of one sheet, read and changed as its part of the workbook (ECMA-376 part 1, 18.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_letters
from typing import Any, Final

from lxml import etree

from probata.source.text_file import ILLEGAL
from probata.source.xlsx_reader import column_of, escaped, unescaped
from probata.workbook.book_parts import OFFICE, BookParts, Relation

# The boxes in which Excel shows comments: shapes of VML, one for each comment (ECMA-376 part 4, 19).

VML_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_X: Final = "{urn:schemas-microsoft-com:office:excel}"
_BOX: Final = "_x0000_t202"
_NAMESPACES: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE_TYPE: Final = (
    f'<v:shapetype {_NAMESPACES} id="{_BOX}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_EMPTY: Final = (
    f'<xml {_NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
    f"{_SHAPE_TYPE}</xml>"
)
_FIRST_ID: Final = 1025
_BEHIND: Final = frozenset(
    f"{_MAIN}{name}"
    for name in ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
                 "extLst")
)  # fmt: skip
"""What stands behind the drawing of comments in a sheet (ECMA-376 part 1, 18.3.1.99)."""


class NoteShapes:
    """The boxes of one sheet; shapes that are none, such as buttons, stay."""

    def __init__(self, parts: BookParts, sheet: str) -> None:
        """Take the parts of a workbook and the name of the sheet's part."""
        self._parts, self._sheet = parts, sheet

    def add(self, row: int, column: int, width: int, height: int) -> None:
        """Add a box for a cell, rows and columns counted from 1; width and height are in pixels of Excel."""
        relation = self._relation() or self._new()
        root = self._parts.change(relation.target)
        if not any(one.get("id") == _BOX for one in root.iter(f"{_V}shapetype")):
            root.append(etree.fromstring(_SHAPE_TYPE))
        ids = (re.fullmatch(r"_x0000_s(\d{1,9})", one.get("id", "")) for one in root.iter(f"{_V}shape"))
        id_ = max((int(found[1]) for found in ids if found), default=_FIRST_ID) + 1
        root.append(etree.fromstring(
            f'<v:shape {_NAMESPACES} id="_x0000_s{id_}" type="#{_BOX}" style="position:absolute;margin-left:59.25pt;'
            f'margin-top:1.5pt;width:{width}px;height:{height}px;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
            'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
            '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/>'
            '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
            f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData>"
            "</v:shape>"
        ))  # fmt: skip

    def remove(self, row: int, column: int) -> None:
        """Take out the box of a cell; without any shape left the drawing goes too."""
        relation = self._relation()
        if relation is None:
            return
        root = self._parts.change(relation.target)
        for shape in list(root.iter(f"{_V}shape")):
            if _cell_of(shape) == (row - 1, column - 1):
                shape.getparent().remove(shape)
        if next(root.iter(f"{_V}shape"), None) is None:
            self._parts.remove(self._sheet, relation)
            sheet = self._parts.change(self._sheet)
            sheet.remove(sheet.find(f"{_MAIN}legacyDrawing"))

    def _relation(self) -> Relation | None:
        named = self._parts.read(self._sheet).find(f"{_MAIN}legacyDrawing")
        id_ = None if named is None else named.get(f"{{{OFFICE}}}id")
        held = (one for one in self._parts.relations(self._sheet) if self._parts.has(one.target))
        return next((one for one in held if one.id == id_), None)

    def _new(self) -> Relation:
        name = self._parts.free_name("xl/drawings/vmlDrawing{}.vml")
        self._parts.add(name, etree.fromstring(_EMPTY), VML_TYPE)
        relation = self._parts.relate(self._sheet, "vmlDrawing", name)
        sheet = self._parts.change(self._sheet)
        for old in sheet.findall(f"{_MAIN}legacyDrawing"):
            sheet.remove(old)
        new = etree.Element(f"{_MAIN}legacyDrawing", {f"{{{OFFICE}}}id": relation.id})
        behind = next((one for one in sheet if one.tag in _BEHIND), None)
        sheet.append(new) if behind is None else behind.addprevious(new)
        return relation


def _cell_of(shape: Any) -> tuple[int, int] | None:
    data = shape.find(f"{_X}ClientData")
    if data is None or data.get("ObjectType") != "Note":
        return None
    row, column = (data.findtext(f"{_X}{name}", "").strip() for name in ("Row", "Column"))
    return (int(row), int(column)) if row.isdecimal() and column.isdecimal() else None


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
    return int(address.lstrip(ascii_letters)), column_of(address.upper(), 0) + 1


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
