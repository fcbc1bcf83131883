"""Changing cells of a workbook as it is packed: every other cell, sheet and part has the bytes that it had.

Pictures, charts, comments and formulas survive, which a workbook that is taken apart and written anew would lose.
"""

from __future__ import annotations

import re
from bisect import bisect, insort
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from lxml import etree

from probata.diagnostics import Span
from probata.diagnostics.span import column_letters
from probata.source.text_edits import CannotChangeError
from probata.source.text_file import ILLEGAL, fault, unprintable
from probata.source.xlsx_reader import NO_WORKBOOK, STYLES, CellFormats, UnreadableWorkbookError, column_of, escaped
from probata.workbook.addresses import cell_span
from probata.workbook.book_parts import BookParts

# One cell of a sheet as XML, given another value; ECMA-376 part 1, 18.3.1.4.

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


# The cells of one sheet as XML, found by row and column and made where there are none; ECMA-376 part 1, 18.3.1.


class SheetGrid:
    """A sheet by its root. Rows are looked up, since an import may write into thousands of them."""

    def __init__(self, root: Any) -> None:
        self._data = root.find(f"{MAIN}sheetData")
        self._rows: dict[int, Any] = {}
        for number, row in _numbered(self._data):
            self._rows.setdefault(number, row)
        self._numbers = sorted(self._rows)
        self._columns = [
            (int(one.get("min", "0")), int(one.get("max", "0")), one.get("style", ""))
            for columns in root.iterchildren(f"{MAIN}cols")
            for one in columns.iterchildren(f"{MAIN}col")
        ]

    def cell(self, row: int, column: int) -> Any:
        """Return a cell, made where there is none yet; rows and columns count from 1.

        A new cell below the headings looks as the cell above it does, or as its column.
        """
        holder = self._row(row)
        new = etree.Element(f"{MAIN}c", r=f"{column_letters(column)}{row}")
        found = _at(holder, column, new)
        if found is new and row > 1 and (style := self._style_above(holder, column)):
            new.set("s", style)
        return found

    def _row(self, number: int) -> Any:
        if number not in self._rows:
            new = etree.Element(f"{MAIN}row", r=str(number))
            place = bisect(self._numbers, number)
            if place < len(self._numbers):
                self._rows[self._numbers[place]].addprevious(new)
            else:
                self._data.append(new)
            self._rows[number] = new
            insort(self._numbers, number)
        return self._rows[number]

    def _style_above(self, row: Any, column: int) -> str:
        """Return the style of the cell above one, where that is below the headings; else that of the column, if any."""
        above = row.getprevious()
        if above is not None and above.getprevious() is not None:
            style = next((cell.get("s") for number, cell in _lettered(above) if number == column), None)
            if style:
                return str(style)
        return next((style for first, last, style in self._columns if first <= column <= last), "")


def _at(row: Any, wanted: int, new: Any) -> Any:
    """Return the cell of a column, or the new one, put where it belongs."""
    for number, cell in _lettered(row):
        if number == wanted:
            return cell
        if number > wanted:
            cell.addprevious(new)
            return new
    row.append(new)
    return new


def _numbered(data: Any) -> Iterator[tuple[int, Any]]:
    number = 0
    for row in data.iterchildren(f"{MAIN}row"):
        number = int(row.get("r") or number + 1)
        yield number, row


def _lettered(row: Any) -> Iterator[tuple[int, Any]]:
    number = 0
    for cell in list(row.iterchildren(f"{MAIN}c")):
        number = column_of(cell.get("r", ""), number) + 1
        yield number, cell


# Excel takes a row that is typed below a table into it, and a filter shows what is below it. Rows that a program
# writes would stay outside: they would not be sorted, filtered or counted with the others.

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


@dataclass(frozen=True, slots=True)
class NewCell:
    """What a cell shall show; an empty text empties it. Rows and columns count from 1."""

    sheet: str
    row: int
    column: int
    text: str


def change_cells(data: bytes, shown: str, cells: Sequence[NewCell]) -> bytes:
    """Return a workbook in which some cells show other texts.

    A cell that is not there is made. Raises `CannotChangeError` for a cell with a formula and for a character that no
    document can hold, `UnreadableWorkbookError` for a file that is no workbook or too large.
    """
    if not cells:
        return data
    try:
        return _changed(data, shown, cells)
    except NO_WORKBOOK as error:
        raise UnreadableWorkbookError(is_too_large=False) from error


def _changed(data: bytes, shown: str, cells: Sequence[NewCell]) -> bytes:
    of_sheet: defaultdict[str, list[NewCell]] = defaultdict(list)
    for cell in cells:
        of_sheet[cell.sheet].append(cell)
    parts = BookParts(data)
    formats = parts.formats()
    for name, changed in of_sheet.items():
        grid = SheetGrid(parts.change(parts.sheets[name]))
        for cell in changed:
            found = grid.cell(cell.row, cell.column)
            _refuse(found, cell, cell_span(shown, name, cell.row, cell.column - 1))
            set_value(found, cell.text, formats)
            if cell.text.startswith("=") and parts.has(STYLES):
                found.set("s", in_quotes(parts.change(STYLES), found.get("s", "0")))
        grow_ranges(parts, name, {(cell.row, cell.column) for cell in changed if cell.text})
    return parts.to_bytes()


_STRINGS: Final = "xl/sharedStrings.xml"


def without_unshown_texts(data: bytes) -> bytes:
    """Return a workbook whose list of texts holds none that no cell shows: changed cells leave theirs there."""
    parts = BookParts(data)
    if not parts.has(_STRINGS):
        return data
    cells = (cell for part in parts.sheets.values() for cell in parts.read(part).iter(f"{MAIN}c"))
    shown = {cell.findtext(f"{MAIN}v") for cell in cells if cell.get("t") == "s"}
    for number, held in enumerate(parts.change(_STRINGS).iter(f"{MAIN}si")):
        if str(number) not in shown:
            held[:] = [etree.Element(f"{MAIN}t")]
    return parts.to_bytes()


def _refuse(found: Any, cell: NewCell, span: Span) -> None:
    if is_formula(found):
        raise CannotChangeError(fault("SRC166", "cell-of-formula", "the cell is worked out by a formula", span,
                                      "change in Excel what it is worked out of, or write the text into it"
                                      ))  # fmt: skip
    if odd := ILLEGAL.search(cell.text):
        raise CannotChangeError(unprintable(odd[0], span))
