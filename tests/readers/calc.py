"""Workbooks as LibreOffice opens them, told in its own format, so that no other program need read what it saved.

Elements are those of OpenDocument 1.3, part 3: 9.1 (cells), 9.4.5 (lists that cells offer), 14.1 (comments).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from openpyxl.utils import get_column_letter
from tests.readers.libreoffice import convert

_NAMES = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text")}
_TABLE = f"{{{_NAMES['table']}}}"
_SHOWN = 200
"""Columns that are read: those behind them are empty, and repeated to the end of the sheet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What LibreOffice has of a sheet, by the address of the cell."""

    cells: dict[str, str] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    """What a cell offers to choose from: texts in quotation marks, or cells of another sheet."""
    strict: set[str] = field(default_factory=set)
    """Cells that refuse what is not on their list."""


def open_in_calc(data: bytes, folder: Path) -> dict[str, Sheet]:
    """Have LibreOffice open a workbook that is written into `folder`, and return its sheets by name.

    Of rows that are alike the first is read.
    """
    (folder / "opened.xlsx").write_bytes(data)
    convert([folder / "opened.xlsx"], "fods", folder)
    root = etree.parse(folder / "opened.fods", etree.XMLParser(huge_tree=True))
    rules = {str(rule.get(f"{_TABLE}name")): rule for rule in root.iter(f"{_TABLE}content-validation")}
    tables = root.iterfind(".//office:spreadsheet/table:table", _NAMES)
    return {str(table.get(f"{_TABLE}name")): _sheet(table, rules) for table in tables}


def _sheet(table: etree._Element, rules: Mapping[str, etree._Element]) -> Sheet:
    sheet, row = Sheet(), 1
    for line in table.iter(f"{_TABLE}table-row"):
        if next(line.iterancestors(f"{_TABLE}table")) is not table:
            continue  # of the table within a chart, which lies in a cell
        column = 1
        for cell in line.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            after = column + int(cell.get(f"{_TABLE}number-columns-repeated", 1))
            for place in range(column, min(after, _SHOWN)):
                _read(cell, f"{get_column_letter(place)}{row}", sheet, rules)
            column = after
        row += int(line.get(f"{_TABLE}number-rows-repeated", 1))
    return sheet


def _read(cell: etree._Element, address: str, sheet: Sheet, rules: Mapping[str, etree._Element]) -> None:
    if text := _text(cell):
        sheet.cells[address] = text
    for comment in cell.iterfind("office:annotation", _NAMES):
        sheet.comments[address] = _text(comment)
    if (name := cell.get(f"{_TABLE}content-validation-name")) is not None:
        condition = str(rules[name].get(f"{_TABLE}condition"))
        sheet.lists[address] = condition.removeprefix("of:cell-content-is-in-list(").removesuffix(")")
        if rules[name].find("table:error-message[@table:display='true']", _NAMES) is not None:
            sheet.strict.add(address)


def _text(holder: etree._Element) -> str:
    return "\n".join("".join(map(str, one.itertext())) for one in holder.iterfind("text:p", _NAMES))
