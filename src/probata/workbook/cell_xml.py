"""One cell of a sheet as XML, given another value; ECMA-376 part 1, 18.3.1.4."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from probata.source.xlsx_cell import CellFormats, escaped

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,14})", re.ASCII)
_OF_VALUE = ("t", "cm", "vm")
"""Attributes that say how a cell holds its value."""


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
    if style in formats.struck:  # or what is written would not be used
        cell.attrib.pop("s")
        style = 0
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
