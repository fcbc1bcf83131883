"""Filters and tables of Excel that grow with the rows written below them (ECMA-376 part 1, 18.3.1.2 and 18.5.1.2).

Excel takes a row that is typed below a table into it, and a filter shows what is below it. Rows that a program writes
would stay outside: they would not be sorted, filtered or counted with the others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from probata.diagnostics.span import column_letters
from probata.source.xlsx_reader import column_of
from probata.workbook.book_parts import BookParts
from probata.workbook.cell_xml import MAIN

Cell = tuple[int, int]
"""Row and column, from 1."""
_RANGE: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_LETTERS: Final = re.compile(r"([A-Z]+)")
_FILTER: Final = "_xlnm._FilterDatabase"
"""The name under which Excel keeps the range of a sheet's filter (18.2.5)."""
_BOOK: Final = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class _Range:
    first_column: int
    first: int
    last_column: int
    last: int

    def grown(self, cells: Collection[Cell]) -> _Range:
        """Return the range with the rows of new cells that stand just below it, one below the other."""
        rows = {row for row, column in cells if self.first_column <= column <= self.last_column}
        last = self.last
        while last + 1 in rows:
            last += 1
        return replace(self, last=last)

    def __str__(self) -> str:
        return f"{column_letters(self.first_column)}{self.first}:{column_letters(self.last_column)}{self.last}"


def grow_ranges(parts: BookParts, sheet: str, cells: Collection[Cell]) -> None:
    """Let the filter and the tables of a sheet hold the new cells below them; `sheet` is its name.

    A table with a row of totals stays as it is: what is below that is no part of it. Other parts are not touched.
    """
    name = parts.sheets[sheet]
    root = parts.read(name)
    for one in root.iterchildren(f"{MAIN}autoFilter"):
        if (was := _range(one.get("ref", ""))) and (grown := was.grown(cells)) != was:
            one.set("ref", str(grown))
            _grow_name(parts, list(parts.sheets).index(sheet), was, grown)
    for relation in [one for one in parts.relations(name) if one.kind == "table" and parts.has(one.target)]:
        held = _range(parts.read(relation.target).get("ref", ""))
        if held and held.grown(cells) != held and not _has_totals(parts.read(relation.target)):
            table = parts.change(relation.target)
            for one in (table, *table.iterchildren(f"{MAIN}autoFilter")):
                if there := _range(one.get("ref", "")):
                    one.set("ref", str(replace(there, last=held.grown(cells).last)))


def _has_totals(table: Any) -> bool:
    return table.get("totalsRowCount", "0") not in ("", "0")


def _grow_name(parts: BookParts, place: int, was: _Range, grown: _Range) -> None:
    """Let the hidden name of a filter hold what the filter holds; a workbook that has none is left so."""
    if not any(_range(one.text or "") == was for one in _names(parts.read(_BOOK), place)):
        return
    for one in _names(parts.change(_BOOK), place):
        sheet, _, _ = (one.text or "").rpartition("!")
        one.text = f"{sheet}!" + _LETTERS.sub(r"$\1$", str(grown))


def _names(book: Any, place: int) -> Iterator[Any]:
    for one in book.iterfind(f"{MAIN}definedNames/{MAIN}definedName"):
        if one.get("name") == _FILTER and one.get("localSheetId") == str(place):
            yield one


def _range(text: str) -> _Range | None:
    found = _RANGE.search(text)
    if found is None:
        return None
    return _Range(column_of(f"{found[1]}1", 0) + 1, int(found[2]), column_of(f"{found[3]}1", 0) + 1, int(found[4]))
