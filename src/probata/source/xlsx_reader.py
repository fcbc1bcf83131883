"""The cells of an Excel workbook (Office Open XML, ECMA-376 part 1), read as text.

Only what a cell shows is read: no formula is run, no link followed, no macro looked at. Parts are read up to a size and
the number of cells is bounded, since a small file can unpack into a huge one.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from probata.source.xlsx_cell import CellDay, CellFormats, CellRead, Run, read_cell, runs_of

MAX_PART = 30_000_000
"""Bytes that one part of a workbook may unpack to."""
MAX_CELLS = 2_000_000
_MAX_COLUMNS = 500
"""Columns that are read: up to `SF`."""

STYLES = "xl/styles.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_LINK_FORMULA = re.compile(r'HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)


NO_WORKBOOK = (
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, ValueError, EOFError, NotImplementedError,
    RuntimeError,
)  # fmt: skip
"""What reading a file raises that is none, or is packed in a way that is not read: with a password, or cut off."""


Place = tuple[int, int]
"""A cell: its row from 1, its column from 0."""


class UnreadableWorkbookError(Exception):
    """A file is no workbook that can be read, or would fill the machine."""

    def __init__(self, *, is_too_large: bool) -> None:
        super().__init__("too large" if is_too_large else "broken")
        self.is_too_large = is_too_large


@dataclass(frozen=True, slots=True)
class Area:
    """Cells of a sheet that are merged; rows count from 1, columns from 0."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows from 1 with the text of their cells, empty rows left out.

    A row that is struck through stays, and its cells say nothing.
    """

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    merged: tuple[Area, ...] = ()
    beyond: tuple[tuple[int, int], ...] = ()
    """Row and column of the first cell that is not read, since it is too far to the right; empty where all are."""
    links: Mapping[Place, str] = field(default_factory=dict)
    """Addresses behind cells."""

    days: Mapping[Place, CellDay] = field(default_factory=dict)
    """Cells that hold a day."""

    digits: Mapping[Place, str] = field(default_factory=dict)
    """The number in cells that show words or signs beside it."""

    struck: Mapping[Place, str] = field(default_factory=dict)
    """What is struck through in cells below the first row, which has the headings."""


def read_workbook(data: bytes) -> list[Sheet]:
    """Return the sheets that hold something, in their order.

    Raises `UnreadableWorkbookError` where it is no workbook, is packed with a password, or is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _sheets(packed)
    except NO_WORKBOOK as error:
        raise UnreadableWorkbookError(is_too_large=False) from error


def _sheets(packed: zipfile.ZipFile) -> list[Sheet]:
    shared, formats = _shared(packed, set(packed.namelist())), formats_of(packed)
    found: list[Sheet] = []
    for name, part in parts_of_sheets(packed):
        root = xml_part(packed, part)
        rows, cells, beyond = _rows(root, shared, formats)
        links = dict(_links(packed, part, root))
        days = {place: cell.day for place, cell in cells.items() if cell.day and cell.text.strip()}
        digits = {place: cell.digits for place, cell in cells.items() if cell.digits}
        struck = {place: cell.struck for place, cell in cells.items() if cell.struck.strip()}
        found += [Sheet(name, rows, tuple(merged_areas(root)), beyond, links, days, digits, struck)] if rows else []
    return found


def parts_of_sheets(packed: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Return the name of each sheet with that of its part, in their order."""
    names = set(packed.namelist())
    targets = {
        relation.get("Id"): posixpath.normpath(posixpath.join("xl", relation.get("Target", "").lstrip("/")))
        for relation in xml_part(packed, "xl/_rels/workbook.xml.rels")
    }
    sheets = ((sheet.get("name", ""), targets.get(sheet.get(_RELATION), "").replace("xl/xl/", "xl/"))
              for sheet in xml_part(packed, "xl/workbook.xml").iter(f"{_MAIN}sheet"))  # fmt: skip
    return [(name, part) for name, part in sheets if part in names]


def formats_of(packed: zipfile.ZipFile) -> CellFormats:
    """Return how the cells of the workbook show what they hold."""
    book = xml_part(packed, "xl/workbook.xml")
    is_1904 = any(one.get("date1904") in ("1", "true") for one in book.iter(f"{_MAIN}workbookPr"))
    return CellFormats.of(xml_part(packed, STYLES) if STYLES in packed.namelist() else None, is_1904)


def xml_part(packed: zipfile.ZipFile, name: str) -> Any:
    """Return the root of a part. Raises `UnreadableWorkbookError` where it is too large or has a document type."""
    if packed.getinfo(name).file_size > MAX_PART:
        raise UnreadableWorkbookError(is_too_large=True)
    with packed.open(name) as part:
        # What the list of contents says of its size may be a lie.
        data = part.read(MAX_PART + 1)
    if len(data) > MAX_PART:
        raise UnreadableWorkbookError(is_too_large=True)
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data):
        raise UnreadableWorkbookError(is_too_large=False)
    return etree.fromstring(
        data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    )


def _shared(packed: zipfile.ZipFile, names: set[str]) -> list[Sequence[Run]]:
    if "xl/sharedStrings.xml" not in names:
        return []
    root = xml_part(packed, "xl/sharedStrings.xml")
    return [tuple(runs_of(entry)) for entry in root.iter(f"{_MAIN}si")]


def _rows(
    root: Any, shared: Sequence[Sequence[Run]], formats: CellFormats
) -> tuple[tuple[tuple[int, tuple[str, ...]], ...], dict[Place, CellRead], tuple[Place, ...]]:
    """Return the rows, the cells of which more is known than their text, and the first cell that is too far away."""
    number = count = 0
    rows: list[tuple[int, tuple[str, ...]]] = []
    more: dict[Place, CellRead] = {}
    beyond: tuple[Place, ...] = ()
    for row in root.iter(f"{_MAIN}row"):
        number = int(row.get("r") or number + 1)
        cells: dict[int, str] = {}
        for cell in row.iter(f"{_MAIN}c"):
            count += 1
            column = column_of(cell.get("r", ""), len(cells))
            read = read_cell(cell, shared, formats)
            if not read.text.strip() and not read.struck.strip():
                continue
            if column >= _MAX_COLUMNS:
                beyond = beyond or ((number, column),)
                continue
            cells[column] = read.text if rows else f"{read.text}{read.struck}"
            if rows and (read.day or read.digits or read.struck):
                more[number, column] = read
        if count > MAX_CELLS:
            raise UnreadableWorkbookError(is_too_large=True)
        if cells:
            rows.append((number, tuple(cells.get(place, "") for place in range(max(cells) + 1))))
    return tuple(rows), more, beyond


def _links(packed: zipfile.ZipFile, part: str, root: Any) -> Iterator[tuple[Place, str]]:
    """Give each cell that leads to an address, by a link of its own or by a formula that names one."""
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    targets = (
        {one.get("Id"): one.get("Target", "") for one in xml_part(packed, relations)}
        if relations in packed.namelist()
        else {}
    )
    for link in root.iter(f"{_MAIN}hyperlink"):
        place, target = _ADDRESS.match(link.get("ref", "")), targets.get(link.get(_RELATION), "")
        if place and target:
            yield (int(place[2]), column_of(place[0], 0)), target
    for formula in root.iter(f"{_MAIN}f"):
        place, named = _ADDRESS.match(formula.getparent().get("r", "")), _LINK_FORMULA.match(formula.text or "")
        if place and named:
            yield (int(place[2]), column_of(place[0], 0)), named[1]


def merged_areas(root: Any) -> Iterator[Area]:
    """Give the merged cells of the root of a sheet."""
    for merged in root.iter(f"{_MAIN}mergeCell"):
        first, _, last = merged.get("ref", "").partition(":")
        begin, end = _ADDRESS.fullmatch(first), _ADDRESS.fullmatch(last or first)
        if begin and end:
            yield Area(int(begin[2]), column_of(first, 0), int(end[2]), column_of(last or first, 0))


def column_of(address: str, otherwise: int) -> int:
    """Return the column of an address such as `B3`, from 0; `otherwise` where it is none."""
    match = _ADDRESS.fullmatch(address)
    if not match:
        return otherwise
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
