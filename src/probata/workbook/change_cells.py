"""Changing cells of a workbook as it is packed: every other cell, sheet and part has the bytes that it had.

Pictures, charts, comments and formulas survive, which a workbook that is taken apart and written anew would lose.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from probata.diagnostics import Span
from probata.source.cannot_change import CannotChangeError
from probata.source.text_file import ILLEGAL, fault, unprintable
from probata.source.xlsx_reader import (
    NO_WORKBOOK,
    STYLES,
    UnreadableWorkbookError,
    formats_of,
    parts_of_sheets,
    xml_part,
)
from probata.workbook.addresses import cell_span
from probata.workbook.cell_xml import find_cell, in_quotes, is_formula, set_value

MAX_UNPACKED = 400_000_000
"""Bytes that all parts together may unpack to, pictures too."""


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
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = dict(parts_of_sheets(packed))
        roots = {parts[name]: xml_part(packed, parts[name]) for name in of_sheet}
        styles = xml_part(packed, STYLES) if STYLES in packed.namelist() else None
        formats = formats_of(packed)
        for name, changed in of_sheet.items():
            for cell in changed:
                found = find_cell(roots[parts[name]], cell.row, cell.column)
                _refuse(found, cell, cell_span(shown, name, cell.row, cell.column - 1))
                set_value(found, cell.text, formats)
                if cell.text.startswith("=") and styles is not None:
                    found.set("s", in_quotes(styles, found.get("s", "0")))
                    roots[STYLES] = styles
        return _packed(packed, {part: _written(root) for part, root in roots.items()})


def _refuse(found: Any, cell: NewCell, span: Span) -> None:
    if is_formula(found):
        raise CannotChangeError(fault("SRC166", "cell-of-formula", "the cell is worked out by a formula", span,
                                      "change in Excel what it is worked out of, or write the text into it"
                                      ))  # fmt: skip
    if odd := ILLEGAL.search(cell.text):
        raise CannotChangeError(unprintable(odd[0], span))


def _written(root: Any) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _packed(old: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    """Pack a workbook again, its parts in their order and with their dates."""
    entries: Iterable[zipfile.ZipInfo] = old.infolist()
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise UnreadableWorkbookError(is_too_large=True)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for entry in entries:
            new.writestr(entry, changed[entry.filename] if entry.filename in changed else old.read(entry),
                         entry.compress_type)  # fmt: skip
    return made.getvalue()
