"""Sheets of ours added to a workbook of the user's as parts of it: all that is there keeps its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from probata.source.xlsx_reader import STYLES
from probata.workbook.book_parts import OFFICE, BookParts
from probata.workbook.change_cells import MAIN
from probata.workbook.sheet_comments import SheetComments
from probata.workbook.write_workbook import size_of_comment

_LISTS: Final = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}
"""Attribute of a look of cells → the list in which its number counts (ECMA-376 part 1, 18.8.45)."""

_OWN_FORMATS: Final = 164
"""First number of a format of numbers that a workbook defines itself."""


def bring_looks(parts: BookParts, ours: BookParts, sheet: Any) -> None:
    """Let the cells, rows and columns of a sheet of ours name looks of another workbook, which gets those in use.

    Where that has no list of looks, the sheet has none.
    """
    users = [(one, name) for tag, name in (("c", "s"), ("row", "s"), ("col", "style"))
             for one in sheet.iter(f"{MAIN}{tag}") if one.get(name)]  # fmt: skip
    old = ours.read(STYLES)
    target = parts.change(STYLES) if parts.has(STYLES) else None
    looks = None if target is None else target.find(f"{MAIN}cellXfs")
    if looks is None:
        for one, name in users:
            del one.attrib[name]
        return
    held = old.find(f"{MAIN}cellXfs")
    new: dict[str, str] = {}
    for number in sorted({int(one.get(name)) for one, name in users}):
        looks.append(_look(deepcopy(held[number]), old, target))
        looks.set("count", str(len(looks)))
        new[str(number)] = str(len(looks) - 1)
    for one, name in users:
        one.set(name, new[one.get(name)])


def _look(look: Any, old: Any, target: Any) -> Any:
    for attribute, name in _LISTS.items():
        there = target.find(f"{MAIN}{name}")
        entry = old.find(f"{MAIN}{name}")[int(look.get(attribute, "0"))]
        if there is None:
            look.attrib.pop(attribute, None)
        else:
            look.set(attribute, str(_entered(there, entry)))
    look.set("xfId", "0")
    if int(look.get("numFmtId", "0")) >= _OWN_FORMATS:
        look.set("numFmtId", _format(look.get("numFmtId"), old, target))
    return look


def _entered(there: Any, entry: Any) -> int:
    """Return the number of an entry in a list, which gets it where it has none that is the same."""
    wanted = _plain(entry)
    for number, one in enumerate(there):
        if _plain(one) == wanted:
            return number
    there.append(deepcopy(entry))
    there.set("count", str(len(there)))
    return len(there) - 1


def _plain(entry: Any) -> bytes:
    plain: bytes = etree.tostring(entry, method="c14n", exclusive=True)
    return plain


def _format(number: str, old: Any, target: Any) -> str:
    """Return the number of a format of numbers that is the same; it is added where there is none."""
    code: str = next(one.get("formatCode") for one in old.iter(f"{MAIN}numFmt") if one.get("numFmtId") == number)
    formats = target.find(f"{MAIN}numFmts")
    if formats is None:
        formats = etree.Element(f"{MAIN}numFmts")
        target.insert(0, formats)
    known: dict[str, str] = {one.get("formatCode"): one.get("numFmtId") for one in formats}
    if code not in known:
        known[code] = str(1 + max([_OWN_FORMATS - 1, *(int(one) for one in known.values())]))
        etree.SubElement(formats, f"{MAIN}numFmt", numFmtId=known[code], formatCode=code)
        formats.set("count", str(len(formats)))
    return known[code]


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
