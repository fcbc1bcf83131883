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
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite
from typing import Any, Final

from lxml import etree

from probata.source.text_file import line_ends

# Decimals, thousands, per cent, signs and words beside the digits, sections and times of day. A scientific format, a
# fraction, a condition and what else is not understood give the number in plain digits, which nobody misreads.

BUILT_IN: Final = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0;-#,##0", 6: "#,##0;-#,##0", 7: "#,##0.00", 8: "#,##0.00",
    9: "0%", 10: "0.00%", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
    41: "#,##0;(#,##0)", 42: "#,##0;(#,##0)", 43: "#,##0.00;(#,##0.00)", 44: "#,##0.00;(#,##0.00)",
    45: "mm:ss", 46: "[h]:mm:ss",
}  # fmt: skip
"""Codes of the formats that every workbook has by their number; signs of a currency are left to its country."""
_LONGEST: Final = 255
"""Characters of a code; Excel takes no longer one."""
_EXACT: Final = Context(prec=700)
"""Digits enough for every number of a cell and every decimal of a code."""
_SECTIONS: Final = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_PIECE: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<space>_.)|\*.|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|\[(?:black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d+)\]"
    r"|(?P<core>general|[#0?][#0?,]*(?:\.[#0?]*)?,*|\.[#0?]+)|(?P<plain>[^\w@#?.,;\[\]*\\\"])",
    re.IGNORECASE | re.DOTALL,
)
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
_CLOCK: Final = re.compile(r"\[h+\]|\[m+\]|h+|m+|s+(?:\.0+)?|am/pm|a/p", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows of a number."""

    text: str
    digits: str
    """The number without the words beside it, with its sign; `text` where it would be another, as in thousands."""


def plain(number: float) -> str:
    """Return the shortest decimal of up to 15 digits, as the bar above a sheet shows a number: `2.3`, `1000`."""
    return f"{Decimal(f'{number:.15g}'):f}"


def bare_code(code: str) -> str:
    """Return a code in small letters, without colours, countries and what stands in it as it is."""
    return _LITERAL.sub("", code).lower()


def shown(number: float, code: str) -> Shown:
    """Return what a cell shows of a number in a format; `code` is empty where it has none.

    Half is rounded away from zero, as in Excel.
    """
    found = _shown(number, code) if code and len(code) <= _LONGEST else None
    return found if found and found.text else Shown(plain(number), plain(number))


def _shown(number: float, code: str) -> Shown | None:
    if is_clock(code):
        said = _clock(number, bare_code(code))
        return Shown(said, said)
    sections = _SECTIONS.split(code)
    place = 1 if number < 0 else 2 if number == 0 else 0
    section = sections[place] if place < min(len(sections), 3) else sections[0]
    return _in_section(abs(Decimal(plain(number))), section, "-" if number < 0 else "")


def _in_section(value: Decimal, section: str, sign: str) -> Shown | None:
    """Return what a section shows; a negative number that it tells by its colour alone has a sign too."""
    pieces = list(_PIECE.finditer(section))
    cores = [piece["core"] for piece in pieces if piece["core"]]
    if "".join(piece[0] for piece in pieces) != section or len(cores) > 1:
        return None
    percents = sum(piece["plain"] == "%" for piece in pieces)
    digits = _digits(value * 100**percents, cores[0]) if cores else f"{value:f}"
    sign = sign if digits.strip("0.,") else ""
    said = (
        digits if piece["core"] else
        piece["quoted"] or piece["escaped"] or piece["currency"] or piece["plain"] or (" " if piece["space"] else "")
        for piece in pieces
    )  # fmt: skip
    text = "".join(said).strip()
    text = f"{sign}{text}" if cores and not re.search(r"[-(]", text) else text
    is_scaled = bool(cores) and cores[0].endswith(",")
    return Shown(text, text if is_scaled else f"{sign}{digits or 0}{'%' * percents}")


def _digits(value: Decimal, core: str) -> str:
    if core.lower() == "general":
        return f"{value:f}"
    whole, _, decimals = core.rstrip(",").partition(".")
    value = value.scaleb(-3 * (len(core) - len(core.rstrip(","))), _EXACT)
    value = value.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, _EXACT)
    if not value and "0" not in core:
        return ""
    before, _, behind = (f"{value:,f}" if "," in whole else f"{value:f}").partition(".")
    least = len(decimals.rstrip("#?"))
    behind = behind[:least] + behind[least:].rstrip("0")
    return f"{before.zfill(whole.count('0'))}{'.' if behind else ''}{behind}"


def is_clock(code: str) -> bool:
    """Tell whether a format shows a time of day or a length of time, and no day."""
    bare = bare_code(code)
    return ":" in bare and bool(re.search("[hs]", bare)) and not re.search("[yd]", bare)


def _clock(number: float, code: str) -> str:
    code = code.partition(";")[0]
    seconds = round(abs(number) * 86_400)
    hours, minutes = seconds // 3600, seconds // 60
    is_half = "am/pm" in code or "a/p" in code

    def part(found: re.Match[str]) -> str:
        word = found[0]
        if word in ("am/pm", "a/p"):
            return ("AM", "PM")[hours % 24 >= 12][: 1 if word == "a/p" else 2]
        value = {
            "[h": hours, "[m": minutes, "h": (hours % 12 or 12) if is_half else hours % 24, "m": minutes % 60,
            "s": seconds % 60,
        }[word[: 2 if word[0] == "[" else 1]]  # fmt: skip
        return f"{value:0{min(len(word.strip('[]')), 2)}d}" if "." not in word else f"{value:02d}"

    return _CLOCK.sub(part, code).strip()


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


MAX_PART = 30_000_000
"""Bytes that one part of a workbook may unpack to."""
MAX_CELLS = 2_000_000
_MAX_COLUMNS = 500
"""Columns that are read: up to `SF`."""

STYLES = "xl/styles.xml"
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
