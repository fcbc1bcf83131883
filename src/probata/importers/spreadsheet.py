"""A table as it was read; and of one of sources, a work for each row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from probata.diagnostics import Span
from probata.diagnostics.say import did_you_mean
from probata.edits.ids import words_of
from probata.importers.foreign import ARCHIVE_URL, Foreign, is_address, one_spelling, refused, variables
from probata.importers.foreign import table as csl
from probata.source.shipped import shipped
from probata.source.xlsx_reader import ERRORS, CellDay, Place
from probata.workbook.addresses import cell_span
from probata.workbook.sheet_rows import help_on_day, said_of_day

_ADDRESSES = {"URL", "archive", ARCHIVE_URL}
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ][\d:]+)?|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d\d", re.ASCII)
"""A day as a spreadsheet writes it into a text file."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of one sheet or file, all text."""

    shown: str
    header: tuple[str, ...]
    line: int
    """Line or row of the headings."""

    rows: Sequence[tuple[int, Sequence[str]]]
    """Rows below them, each with its line or number."""

    sheet: str = ""
    """The sheet of a workbook; empty for CSV."""

    links: Mapping[Place, str] = field(default_factory=dict)
    """Addresses behind cells."""

    days: Mapping[Place, CellDay] = field(default_factory=dict)
    """Cells that hold a day."""

    others: tuple[str, ...] = ()
    """Sheets of the workbook that were not read, by name."""

    struck: tuple[str, ...] = ()
    """Cells with words that are struck through, and are not taken: `B3`, or `B3:B7`."""

    def span(self, number: int, column: int, before: Sequence[str] = ()) -> Span:
        """Return the place of a cell; `before` are the cells of its row, by which a column of CSV is counted."""
        if self.sheet:
            return cell_span(self.shown, self.sheet, number, column)
        start = 1 + sum(len(cell) + 1 for cell in before[:column])
        return Span(self.shown, number, start, number, start + (len(before[column]) if column < len(before) else 0))

    def has_cells(self, column: int) -> bool:
        """Tell whether something stands below a heading."""
        return any(column < len(cells) and cells[column].strip() for _, cells in self.rows)


def bare(heading: str) -> str:
    """Return a heading as headings are compared: in small letters, without signs."""
    return " ".join(re.sub(r"[^\w]+", " ", heading.casefold()).replace("_", " ").split())


NOTHING = ""
"""What the user says of a heading that stands for no field and is to be left out."""
F = TypeVar("F")


def said_of_headings(
    table: Table, mapped: Mapping[str, str], named: Callable[[str], F | None], unknown: Callable[[str], tuple[str, str]]
) -> dict[str, F | None]:
    """Return the fields that the user says for headings, by heading as it is compared; `None` for one left out.

    `named` gives a field by its name, `unknown` what is said of a name of none, with the next step. Raises
    `CannotImportError` where there is no such heading or field.
    """
    there = {bare(heading) for heading in table.header}
    own: dict[str, F | None] = {}
    for heading, said in mapped.items():
        place = Span(table.shown, table.line)
        if bare(heading) not in there:
            help = did_you_mean(heading, table.header, f"they are {', '.join(filter(None, table.header))}")
            raise refused("IMP163", "heading-not-there", f"there is no heading `{heading}`", place, help)
        own[bare(heading)] = None if said == NOTHING else named(said)
        if said != NOTHING and own[bare(heading)] is None:
            message, help = unknown(said)
            raise refused("IMP164", "field-unknown", message, place, help)
    return own


# Sources, one to a row.


def works_of_rows(table: Table, mapped: Mapping[str, str]) -> tuple[list[Foreign], list[str]]:
    """Return the works, and the headings that stand for nothing we hold and have something below them.

    `mapped` says for headings, as the user writes them, which field they are; it counts before our own table. An empty
    field leaves the column out without a word. Where two columns are one field, the first that has something counts.
    A day in a field that is no date is not taken.
    Raises `CannotImportError` where no heading is known, or `mapped` names what is not there.
    """
    if not table.header:
        message, help = "the sheet is empty", "write headings into its first row"
        raise refused("IMP161", "no-headings", message, Span(table.shown), help)
    own = said_of_headings(table, mapped, _variable, _unknown)
    columns = {
        place: own[bare(heading)] if bare(heading) in own else _variable(heading)
        for place, heading in enumerate(table.header)
        if heading
    }
    unknown = [table.header[place] for place, name in columns.items()
               if name is None and bare(table.header[place]) not in own and table.has_cells(place)]  # fmt: skip
    known = _kinds_apart({place: name for place, name in columns.items() if name}, table.header)
    if not {"title", "URL", "DOI", "number"} & set(known.values()):
        raise refused("IMP162", "headings-unknown", "no heading of the first row says where the titles are",
                      Span(table.shown, table.line), f"name it: `--map {_meant(table)}`")  # fmt: skip
    return [_work(number, cells, known, table) for number, cells in table.rows], unknown


def _unknown(said: str) -> tuple[str, str]:
    advice = did_you_mean(one_spelling(said), sorted(variables()), "`docs/records.md` lists the fields of sources")
    return f"`{said}` is no field of a source", advice


def _kinds_apart(known: dict[int, str], header: Sequence[str]) -> dict[int, str]:
    """Take `Type` beside `Item Type`, as Zotero has both, for the sort of work."""
    places = [place for place, name in known.items() if name == "type"]
    if len(places) > 1:
        known |= {place: "genre" for place in places if bare(header[place]) == "type"}
    return known


def _meant(table: Table) -> str:
    """Return what says which column has the titles, as a terminal takes it: the one with the longest words below."""
    lengths = {
        place: sum(len(cells[place]) for _, cells in table.rows if place < len(cells) and not is_address(cells[place]))
        for place, heading in enumerate(table.header)
        if heading
    }
    meant = table.header[max(lengths, key=lambda place: lengths[place])] if lengths else "Heading"
    said = f"{meant[:40]}=title"
    return f'"{said}"' if re.search(r"[^\w.=-]", said) else said


def _variable(heading: str) -> str | None:
    return shipped("importers", "headings.toml")["headings"].get(bare(heading)) or variables().get(
        one_spelling(heading)
    )


def _work(number: int, cells: Sequence[str], known: Mapping[int, str], table: Table) -> Foreign:
    item: dict[str, Any] = {}
    remarks: list[str] = []
    for place, name in known.items():
        text = cells[place].strip() if place < len(cells) else ""
        if not text:
            continue
        link = table.links.get((number, place), "")
        if name in _ADDRESSES and is_address(link) and not is_address(text):
            text = link
        if text in ERRORS:
            remarks.append(f"`{table.header[place]}` has no value: the cell shows `{text}`")
            continue
        if said := _said_of_day(name, text, table.days.get((number, place))):
            remarks.append(f"`{table.header[place]}` {said}")
        elif name in csl("names"):
            item[name] = item.get(name, []) + [one for one in map(str.strip, re.split(r"[;\n]", text)) if one]
        elif name in csl("dates"):
            # A year beside a day says less of the same.
            if len(text) >= len(str(item.get(name, {}).get("raw", ""))):
                item[name] = {"raw": text}
        elif name == "note":
            item[name] = f"{item[name]}\n{text}" if name in item else text
        elif name in item:
            remarks += (
                [] if item[name] == text else [f"`{table.header[place]}` `{text[:80]}` is not kept beside another"]
            )
        else:
            item[name] = _type(text) if name == "type" else text
    behind = [table.links.get((number, place), "") for place, name in known.items() if name == "title"]
    if "URL" not in item and (found := list(filter(is_address, behind))):
        item["URL"] = found[0]
    return Foreign(item, Span(table.shown, number), remarks=tuple(remarks))


def _said_of_day(name: str, text: str, day: CellDay | None) -> str:
    """Say of a cell that holds a day that no date belongs there; nothing of any other."""
    if name in csl("dates"):
        return ""
    if day:
        return f"{said_of_day(day)}: {help_on_day(text, day)}"
    is_day = name == "page" and _DAY.fullmatch(text)
    return f"`{text}` is a day, which Excel makes of pages such as `5-6`" if is_day else ""


def _type(text: str) -> str:
    """Return the type of CSL for a word of Zotero or of people: `Newspaper article` is `article-newspaper`."""
    known = {
        _joined(name): kind for group in ("types_of_zotero", "types_of_people") for name, kind in csl(group).items()
    }
    return known.get(_joined(text), one_spelling(text))


def _joined(words: str) -> str:
    """Return words without spaces, capitals and accents: `Arrêt` and `ARRET` are one."""
    return "".join(words_of(words))
