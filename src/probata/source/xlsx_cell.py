"""What one cell of a workbook shows: its text, its number, or the day that a number stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BUILT_IN_DATES = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
"""Number formats of days that every workbook has (ECMA-376 part 1, 18.8.30)."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_FIRST_1900, _FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAX_DAY = 2_958_465
"""31 December 9999."""


@dataclass(frozen=True, slots=True)
class CellFormats:
    """Which styles of cells show a number as a day."""

    dates: frozenset[int]
    first: date

    @classmethod
    def of(cls, styles: Any, is_1904: bool) -> CellFormats:
        """Read the styles of a workbook; `None` where it has none."""
        first = _FIRST_1904 if is_1904 else _FIRST_1900
        if styles is None:
            return cls(frozenset(), first)
        own = {
            one.get("numFmtId"): _QUOTED.sub("", one.get("formatCode", "")).lower()
            for one in styles.iter(f"{_MAIN}numFmt")
        }
        found = set()
        for cells in styles.iter(f"{_MAIN}cellXfs"):
            for place, style in enumerate(cells.iter(f"{_MAIN}xf")):
                number = style.get("numFmtId", "0")
                if "y" in own.get(number, "") or (number not in own and int(number) in _BUILT_IN_DATES):
                    found.add(place)
        return cls(frozenset(found), first)


def cell_text(cell: Any, shared: list[str], formats: CellFormats) -> str:
    """Return what a cell shows as text; a formula shows what it came to when the workbook was last saved.

    Spaces at its ends stay. A cell in error shows nothing. A whole number has no decimal point. A day is `2021-03-04`.
    """
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return unescaped("".join(text.text or "" for text in cell.iter(f"{_MAIN}t")))
    value = (cell.findtext(f"{_MAIN}v") or "").strip()
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    if kind in ("str", "d"):
        return value
    if kind == "n" and value:
        return _number(value, int(cell.get("s") or 0) in formats.dates, formats.first)
    return {"1": "yes", "0": "no"}.get(value, "") if kind == "b" else ""


def unescaped(text: str) -> str:
    """Return the characters that XML cannot hold as they are, `_x000D_` (ECMA-376 part 1, 22.9.2.19); no line ends."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


def escaped(text: str) -> str:
    """Return a text so that what looks like such a character stays what it is."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def _number(value: str, is_date: bool, first: date) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    if is_date and 0 < number <= _MAX_DAY - (first == _FIRST_1904) * 1462:
        return (first + timedelta(days=int(number))).isoformat()
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value
