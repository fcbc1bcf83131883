"""What one cell of a workbook shows: its text, its number, or the day that a number stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import isfinite
from typing import Any

from probata.source.line_ends import line_ends
from probata.source.number_format import BUILT_IN, bare_code, plain, shown

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST_1900, _FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
"""Day 0 in both ways of counting days (ECMA-376 part 1, 18.17.4.1); the first is wrong before March 1900."""
_FROM = date(1904, 1, 2)
"""The first day that has a number in both countings of days, and the same day in every program."""
_POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NO_RESULT = "#RESULT!"
"""What is read of a formula that the workbook holds no result of."""
ERRORS = frozenset({NO_RESULT, "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})
"""What a cell shows in place of a value."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAX_DAY = 2_958_465
"""31 December 9999."""
_YEAR, _MONTH, _DAY = 1, 2, 3
_AS_IT_IS = ("", "General", "@")
"""Formats that show a number as it is."""
Run = tuple[str, bool | None]
"""Words of a cell, and whether they are struck through; `None` where the look of the cell says it."""


@dataclass(frozen=True, slots=True)
class CellFormats:
    """How the styles of cells show a number, and which of them strike through what stands there."""

    codes: tuple[str, ...]
    """Style → the code of its format; empty where it shows a number as it is."""

    first: date
    struck: frozenset[int] = frozenset()
    precisions: dict[int, int] = field(default_factory=dict)
    """Style → 1 where it shows a number as a year, 2 as a month, 3 as a day.

    0 where it shows a day and its month alone: which year Excel has put there, nobody sees.
    """

    @classmethod
    def of(cls, styles: Any, is_1904: bool) -> CellFormats:
        """Read the styles of a workbook; `None` where it has none."""
        first = _FIRST_1904 if is_1904 else FIRST_1900
        if styles is None:
            return cls((), first)
        own = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.iter(f"{_MAIN}numFmt")}
        fonts = [is_struck(font) for fonts in styles.iter(f"{_MAIN}fonts") for font in fonts.iter(f"{_MAIN}font")]
        looks = [look for cells in styles.iter(f"{_MAIN}cellXfs") for look in cells.iter(f"{_MAIN}xf")]
        numbers = (look.get("numFmtId", "0") for look in looks)
        codes = tuple(own[number] if number in own else BUILT_IN.get(int(number), "") for number in numbers)
        places = (int(look.get("fontId", "0")) for look in looks)
        struck = frozenset(style for style, font in enumerate(places) if font < len(fonts) and fonts[font])
        bare = enumerate(map(bare_code, codes))
        precisions = {style: _precision(code) for style, code in bare if re.search("y|d.*m|m.*d", code)}
        return cls(codes, first, struck, precisions)

    def code(self, style: int) -> str:
        """Return the code of the format of a style; empty where the workbook has no such style."""
        return self.codes[style] if style < len(self.codes) else ""

    def is_special(self, style: int) -> bool:
        """Tell whether a number in a style shows as something else than itself."""
        return self.code(style) not in (*_AS_IT_IS, "0")

    def serial(self, text: str, style: int) -> int | None:
        """Return the number that stands for a date in a style that shows just as much of it; `None` where none does.

        Excel takes 1900 for a leap year, so that numbers before its March stand for other days there.
        """
        if not _POINT.fullmatch(text) or self.precisions.get(style) != text.count("-") + 1:
            return None
        try:
            day = date.fromisoformat(f"{text}-01-01"[:10])
        except ValueError:
            return None
        return (day - self.first).days if day >= _FROM else None


def _precision(code: str) -> int:
    """Tell what a format of days shows: `mmm-yy` a month, `yyyy` a year."""
    return 0 if "y" not in code else _DAY if "d" in code else _MONTH if "m" in code else _YEAR


@dataclass(frozen=True, slots=True)
class CellDay:
    """A day that a cell holds and shows with its month: Excel makes one of `5-6` too."""

    day: date
    number: int
    """The number that stands for it."""

    code: str
    """The format that shows it."""


@dataclass(frozen=True, slots=True)
class CellRead:
    """What a cell shows."""

    text: str = ""
    digits: str = ""
    """The number alone, where words or signs stand beside it; else empty."""

    day: CellDay | None = None
    struck: str = ""
    """What is struck through in it, and is no part of `text`."""


def read_cell(cell: Any, shared: Sequence[Sequence[Run]], formats: CellFormats) -> CellRead:
    """Return what a cell shows; a formula shows what it came to when the workbook was last saved.

    Spaces at its ends stay. A number is as its format shows it, `2.3` or `46%`, else its shortest decimal. A day is
    `2021-03-04`, and in a format that shows the month or the year alone `2021-03` or `2021`; in one that shows no year
    it is `4-Mar`, which is no date. A cell in error shows the error, `#REF!`, and a formula that nothing was worked out
    of `NO_RESULT`. What is struck through is kept apart.
    """
    style = int(cell.get("s") or 0)
    is_all_struck = style in formats.struck
    kind = cell.get("t", "n")
    value = (cell.findtext(f"{_MAIN}v") or "").strip()
    if kind == "inlineStr":
        return _of_runs([run for said in cell.iter(f"{_MAIN}is") for run in runs_of(said)], is_all_struck)
    if kind == "s":
        is_there = value.isdecimal() and int(value) < len(shared)
        return _of_runs(shared[int(value)] if is_there else (), is_all_struck)
    read = _value(kind, value, cell, style, formats)
    return CellRead(struck=read.text) if is_all_struck else read


def _value(kind: str, value: str, cell: Any, style: int, formats: CellFormats) -> CellRead:
    if not value and cell.find(f"{_MAIN}f") is not None:
        return CellRead(NO_RESULT)
    if kind == "n" and value:
        return _number(value, style, formats)
    return CellRead({"1": "yes", "0": "no"}.get(value, "") if kind == "b" else value)


def is_struck(look: Any) -> bool:
    """Tell whether a font, or the look of a run of words, strikes through."""
    return any(one.get("val", "1") not in ("0", "false") for one in look.iter(f"{_MAIN}strike"))


def runs_of(entry: Any) -> Iterator[Run]:
    """Give the words of an entry of text, without the readings above Japanese words."""
    for text in entry.iter(f"{_MAIN}t"):
        holder = text.getparent()
        if holder.tag != f"{_MAIN}rPh":
            look = holder.find(f"{_MAIN}rPr")
            yield text.text or "", None if look is None else is_struck(look)


def _of_runs(runs: Sequence[Run], is_all_struck: bool) -> CellRead:
    """Put words together without those that are struck through; of the spaces on both sides of these, one stays."""
    kept, struck, was_struck = "", "", False
    for text, own in runs:
        if is_all_struck if own is None else own:
            struck, was_struck = struck + text, True
            continue
        kept += text.removeprefix(" ") if was_struck and kept.endswith(" ") else text
        was_struck = False
    return CellRead(unescaped(kept), struck=unescaped(struck))


def unescaped(text: str) -> str:
    """Return the characters that XML cannot hold as they are, `_x000D_` (ECMA-376 part 1, 22.9.2.19); no line ends."""
    return line_ends(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))


def escaped(text: str) -> str:
    """Return a text so that what looks like such a character stays what it is."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def _number(value: str, style: int, formats: CellFormats) -> CellRead:
    try:
        number = float(value)
    except ValueError:
        return CellRead(value)
    if not isfinite(number):
        return CellRead(value)
    precision, code = formats.precisions.get(style), formats.code(style)
    if precision is not None and 1 <= number <= _MAX_DAY - (formats.first == _FIRST_1904) * 1462:
        day = formats.first + timedelta(days=int(number))
        said = "-".join(day.isoformat().split("-")[:precision]) or f"{day.day}-{_MONTHS[day.month - 1]}"
        return CellRead(said, day=None if precision == _YEAR else CellDay(day, int(number), code))
    if precision is not None or code in _AS_IT_IS:
        return CellRead(value if value.isdecimal() else plain(number))
    found = shown(number, code)
    return CellRead(found.text, found.digits if found.digits != found.text else "")
