"""Sheets of ours added to a workbook of the user's as parts of it: all that is there keeps its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from probata.workbook.book_parts import OFFICE, BookParts
from probata.workbook.brought_looks import bring_looks
from probata.workbook.cell_xml import MAIN
from probata.workbook.look import size_of_comment
from probata.workbook.sheet_comments import SheetComments

_BOOK: Final = "xl/workbook.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_TITLES: Final = "_xlnm.Print_Titles"
_BEFORE_NAMES: Final = tuple(f"{MAIN}{name}" for name in ("sheets", "functionGroups", "externalReferences"))
"""What stands before the names of a workbook (ECMA-376 part 1, 18.2.27)."""


def add_sheets(data: bytes, made: bytes, names: Sequence[str]) -> bytes:
    """Return the workbook `data` with some sheets of the workbook `made`, which is ours, behind its own.

    They come with their looks, their lists to choose from and their comments on headings; an empty sheet of that name
    gets the cells. Raises what `BookParts` does.
    """
    parts, ours = BookParts(data), BookParts(made)
    for name in names:
        _add_sheet(parts, ours, name)
    return parts.to_bytes()


def _add_sheet(parts: BookParts, ours: BookParts, name: str) -> None:
    source = ours.sheets[name]
    root = deepcopy(ours.read(source))
    bring_looks(parts, ours, root)
    _bring_strings(ours, root)
    there = next((part for known, part in parts.sheets.items() if known.strip().casefold() == name.casefold()), None)
    if there:  # nothing stands in it
        held = parts.change(there)
        held.replace(held.find(f"{MAIN}sheetData"), root.find(f"{MAIN}sheetData"))
        return
    for drawing in root.findall(f"{MAIN}legacyDrawing"):
        root.remove(drawing)
    for view in root.iter(f"{MAIN}sheetView"):
        view.attrib.pop("tabSelected", None)
    part = parts.free_name("xl/worksheets/sheet{}.xml")
    parts.add(part, root, _TYPE)
    place = _enter(parts, name, part)
    _bring_titles(parts, ours, name, place)
    comments = SheetComments(parts, part)
    for comment in SheetComments(ours, source):
        comments.add(comment.address, comment.text, comment.author, *size_of_comment(comment.text))


def _bring_strings(ours: BookParts, sheet: Any) -> None:
    """Put the texts of cells, which stand in a list of the whole workbook, into the cells."""
    strings = list(ours.read(_STRINGS))
    for cell in sheet.iter(f"{MAIN}c"):
        if cell.get("t") == "s":
            number = cell.find(f"{MAIN}v")
            text = etree.Element(f"{MAIN}is")
            text.extend(deepcopy(one) for one in strings[int(number.text)])
            cell.replace(number, text)
            cell.set("t", "inlineStr")


def _enter(parts: BookParts, name: str, part: str) -> int:
    """Enter a sheet into the list of the workbook and return its place in it, from 0."""
    sheets = parts.change(_BOOK).find(f"{MAIN}sheets")
    number = 1 + max((int(one.get("sheetId", "0")) for one in sheets), default=0)
    new = etree.SubElement(sheets, f"{MAIN}sheet", name=name, sheetId=str(number))
    new.set(f"{{{OFFICE}}}id", parts.relate(_BOOK, "worksheet", part).id)
    parts.sheets[name] = part
    return len(sheets) - 1


def _bring_titles(parts: BookParts, ours: BookParts, name: str, place: int) -> None:
    """Let the headings be printed on each page of the new sheet, as in ours."""
    old = ours.read(_BOOK)
    number = [one.get("name") for one in old.iter(f"{MAIN}sheet")].index(name)
    for one in old.iter(f"{MAIN}definedName"):
        if one.get("name") == _TITLES and one.get("localSheetId") == str(number):
            copy = deepcopy(one)
            copy.set("localSheetId", str(place))
            _names_of(parts.change(_BOOK)).append(copy)


def _names_of(book: Any) -> Any:
    names = book.find(f"{MAIN}definedNames")
    if names is None:
        names = etree.Element(f"{MAIN}definedNames")
        [one for one in book if one.tag in _BEFORE_NAMES][-1].addnext(names)
    return names
