"""One cell of a sheet as XML, found, made and given another value; ECMA-376 part 1, 18.3.1.4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from probata.diagnostics.span import column_letters
from probata.source.xlsx_cell import CellFormats, escaped
from probata.source.xlsx_reader import column_of

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,14})", re.ASCII)
_OF_VALUE = ("t", "cm", "vm")
"""Attributes that say how a cell holds its value."""


def find_cell(sheet: Any, row: int, column: int) -> Any:
    """Return a cell of the root of a sheet, made where there is none yet; rows and columns count from 1.

    A new cell below the headings looks as the cell above it does, or as its column.
    """
    data = sheet.find(f"{MAIN}sheetData")
    holder = _at(data, _numbered(data), row, etree.Element(f"{MAIN}row", r=str(row)))
    new = etree.Element(f"{MAIN}c", r=f"{column_letters(column)}{row}")
    found = _at(holder, _lettered(holder), column, new)
    if found is new and row > 1 and (style := _style_above(sheet, holder, column)):
        new.set("s", style)
    return found


def _style_above(sheet: Any, row: Any, column: int) -> str:
    """Return the style of the cell above one, where that is below the headings; else that of the column, if any."""
    above = row.getprevious()
    if above is not None and above.getprevious() is not None:
        style = next((cell.get("s") for number, cell in _lettered(above) if number == column), None)
        if style:
            return str(style)
    return next((str(one.get("style", "")) for one in sheet.iter(f"{MAIN}col")
                 if int(one.get("min", "0")) <= column <= int(one.get("max", "0"))), "")  # fmt: skip


def is_formula(cell: Any) -> bool:
    """Tell whether what a cell shows is worked out."""
    return cell.find(f"{MAIN}f") is not None


def set_value(cell: Any, text: str, formats: CellFormats) -> None:
    """Let a cell show a text; its style stays, and an empty text empties it.

    A date in a cell that shows days is a day for Excel again, and a whole number where one stood is a number. All else
    is a text, which is no formula whatever it begins with.
    """
    was_number = cell.get("t", "n") == "n" and bool(cell.findtext(f"{MAIN}v"))
    style = int(cell.get("s") or 0)
    for child in list(cell):
        cell.remove(child)
    for name in _OF_VALUE:
        cell.attrib.pop(name, None)
    number = formats.serial(text, style)
    if number is None and was_number and _WHOLE.fullmatch(text) and not formats.is_special(style):
        number = int(text)
    if number is not None:
        etree.SubElement(cell, f"{MAIN}v").text = str(number)
    elif text:
        cell.set("t", "inlineStr")
        said = etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t")
        said.set(_SPACE, "preserve")
        said.text = escaped(text)


def in_quotes(styles: Any, style: str) -> str:
    """Return the number of a style that lets Excel take `=1+1` for a text when somebody edits the cell; it is added.

    Where the workbook has no such style as the cell names, that is left.
    """
    formats = styles.find(f"{MAIN}cellXfs")
    if formats is None or int(style) >= len(formats):
        return style
    new = etree.fromstring(etree.tostring(formats[int(style)]))
    new.set("quotePrefix", "1")
    formats.append(new)
    formats.set("count", str(len(formats)))
    return str(len(formats) - 1)


def _at(holder: Any, children: Iterator[tuple[int, Any]], wanted: int, new: Any) -> Any:
    """Return the child with a number, or the new one, put where it belongs."""
    for number, child in children:
        if number == wanted:
            return child
        if number > wanted:
            child.addprevious(new)
            return new
    holder.append(new)
    return new


def _numbered(data: Any) -> Iterator[tuple[int, Any]]:
    number = 0
    for row in list(data.iterchildren(f"{MAIN}row")):
        number = int(row.get("r") or number + 1)
        yield number, row


def _lettered(row: Any) -> Iterator[tuple[int, Any]]:
    number = 0
    for cell in list(row.iterchildren(f"{MAIN}c")):
        number = column_of(cell.get("r", ""), number) + 1
        yield number, cell
