"""The looks of a sheet of ours entered into the styles of another workbook, behind those that it has."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from lxml import etree

from probata.source.xlsx_reader import STYLES
from probata.workbook.book_parts import BookParts
from probata.workbook.cell_xml import MAIN

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
