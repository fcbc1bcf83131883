"""What one cell of a workbook shows: its text, its number, or the day that a number stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from probata.source.line_ends import line_ends

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BUILT_IN_DATES = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
"""Number formats of days that every workbook has (ECMA-376 part 1, 18.8.30)."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
FIRST_1900, _FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
"""Day 0 in both ways of counting days (ECMA-376 part 1, 18.17.4.1); the first is wrong before March 1900."""
_FROM = date(1904, 1, 2)
"""The first day that has a number in both countings of days, and the same day in every program."""
_POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_BUILT_IN = {16: "d-mmm", 17: "mmm-yy"}
"""Those of them that show no year, or no day."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BUILT_IN_PERCENT = {9, 10}
NO_RESULT = "#RESULT!"
"""What is read of a formula that the workbook holds no result of."""
ERRORS = frozenset({NO_RESULT, "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})
"""What a cell shows in place of a value."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAX_DAY = 2_958_465
"""31 December 9999."""


@dataclass(frozen=True, slots=True)
class CellFormats:
    """Which styles of cells show a number as a day, month or year, or as a percentage."""

    dates: Mapping[int, int]
    """Style → 1 for a year, 2 for a month, 3 for a day."""

    percents: frozenset[int]
    first: date
    without_year: frozenset[int] = frozenset()
    """Styles that show a day and its month alone: which year Excel has put there, nobody sees."""

    @classmethod
    def of(cls, styles: Any, is_1904: bool) -> CellFormats:
        """Read the styles of a workbook; `None` where it has none."""
        first = _FIRST_1904 if is_1904 else FIRST_1900
        if styles is None:
            return cls({}, frozenset(), first)
        own = {
            one.get("numFmtId"): _QUOTED.sub("", one.get("formatCode", "")).lower()
            for one in styles.iter(f"{_MAIN}numFmt")
        }
        dates: dict[int, int] = {}
        percents, without_year = set(), set()
        for cells in styles.iter(f"{_MAIN}cellXfs"):
            for place, style in enumerate(cells.iter(f"{_MAIN}xf")):
                number = style.get("numFmtId", "0")
                code = own.get(number, "")
                shown = code or ("" if number in own else _BUILT_IN.get(int(number), ""))
                if "d" in shown and "m" in shown and "y" not in shown:
                    without_year.add(place)
                elif "y" in code or (number not in own and int(number) in _BUILT_IN_DATES):
                    dates[place] = _precision(code or _BUILT_IN.get(int(number), "d"))
                if "%" in code or (number not in own and int(number) in _BUILT_IN_PERCENT):
                    percents.add(place)
        return cls(dates, frozenset(percents), first, frozenset(without_year))

    def is_special(self, style: int) -> bool:
        """Tell whether a number in a style shows as something else than itself."""
        return style in self.dates or style in self.percents or style in self.without_year

    def serial(self, text: str, style: int) -> int | None:
        """Return the number that stands for a date in a style that shows just as much of it; `None` where none does.

        Excel takes 1900 for a leap year, so that numbers before its March stand for other days there.
        """
        if not _POINT.fullmatch(text) or self.dates.get(style) != text.count("-") + 1:
            return None
        try:
            day = date.fromisoformat(f"{text}-01-01"[:10])
        except ValueError:
            return None
        return (day - self.first).days if day >= _FROM else None


def _precision(code: str) -> int:
    """Tell what a format of days shows: `mmm-yy` a month, `yyyy` a year."""
    return 3 if "d" in code else 2 if "m" in code else 1


def cell_text(cell: Any, shared: list[str], formats: CellFormats) -> str:
    """Return what a cell shows as text; a formula shows what it came to when the workbook was last saved.

    Spaces at its ends stay. A whole number has no decimal point. A day is `2021-03-04`, and in a format that shows the
    month or the year alone `2021-03` or `2021`; in one that shows no year it is `4-Mar`, which is no date. 0.46 in one
    of percentages is `46%`. A cell in error shows the error, `#REF!`, and a formula that nothing was worked out of
    `NO_RESULT`.
    """
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return unescaped("".join(text.text or "" for text in cell.iter(f"{_MAIN}t")))
    value = (cell.findtext(f"{_MAIN}v") or "").strip()
    if not value and cell.find(f"{_MAIN}f") is not None:
        return NO_RESULT
    if kind == "e":
        return value
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    if kind in ("str", "d"):
        return value
    if kind == "n" and value:
        return _number(value, int(cell.get("s") or 0), formats)
    return {"1": "yes", "0": "no"}.get(value, "") if kind == "b" else ""


def unescaped(text: str) -> str:
    """Return the characters that XML cannot hold as they are, `_x000D_` (ECMA-376 part 1, 22.9.2.19); no line ends."""
    return line_ends(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))


def escaped(text: str) -> str:
    """Return a text so that what looks like such a character stays what it is."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def _number(value: str, style: int, formats: CellFormats) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    precision = formats.dates.get(style, 0)
    is_day = 0 < number <= _MAX_DAY - (formats.first == _FIRST_1904) * 1462
    if is_day and (precision or style in formats.without_year):
        day = formats.first + timedelta(days=int(number))
        if style in formats.without_year:
            return f"{day.day}-{_MONTHS[day.month - 1]}"
        return "-".join(day.isoformat().split("-")[:precision])
    if style in formats.percents:
        return f"{(Decimal(value) * 100).normalize():f}%"
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value
