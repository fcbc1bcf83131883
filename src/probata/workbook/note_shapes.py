"""The boxes in which Excel shows comments: shapes of VML, one for each comment (ECMA-376 part 4, 19)."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from probata.workbook.book_parts import OFFICE, BookParts, Relation

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
