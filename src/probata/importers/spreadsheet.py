"""A sheet of sources, one to a row: headings to variables of CSL, cells to their values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from probata.diagnostics import Span
from probata.diagnostics.say import did_you_mean
from probata.importers.foreign import Foreign, refused
from probata.importers.ids import words_of
from probata.importers.tables import ARCHIVE_URL, headings, is_address, one_spelling, table, variables
from probata.source.xlsx_reader import ERRORS, CellDay, Place
from probata.workbook.sheet_rows import help_on_day, said_of_day

_ADDRESSES = {"URL", "archive", ARCHIVE_URL}
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ][\d:]+)?|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d\d", re.ASCII)
"""A day as a spreadsheet writes it into a text file."""
Rows = Sequence[tuple[int, Sequence[str]]]
"""Rows with their number in the file, the headings first."""
Links = Mapping[Place, str]
"""Addresses behind cells."""
Days = Mapping[Place, CellDay]
"""Cells that hold a day."""


def works_of_rows(
    rows: Rows, shown: str, mapped: Mapping[str, str], links: Links, days: Days
) -> tuple[list[Foreign], list[str]]:
    """Return the works, and the headings that stand for nothing we hold and have something below them.

    `mapped` says for headings, as the user writes them, which field they are; it counts before our own table. An empty
    field leaves the column out without a word. Where two columns are one field, the first that has something counts.
    `days` are the cells of a workbook that hold a day: in a field that is no date it is not taken.
    Raises `CannotImportError` where no heading is known, or `mapped` names what is not there.
    """
    if not rows:
        raise refused("IMP161", "no-headings", "the sheet is empty", Span(shown), "write headings into its first row")
    line, header = rows[0]
    own = _own(mapped, header, shown)
    columns = {place: own.get(bare(heading), _variable(heading)) for place, heading in enumerate(header) if heading}
    unknown = [header[place] for place, name in columns.items() if name is None and _has_cells(place, rows)]
    known = _kinds_apart({place: name for place, name in columns.items() if name}, header)
    if not {"title", "URL", "DOI", "number"} & set(known.values()):
        raise refused("IMP162", "headings-unknown", "no heading of the first row says where the titles are",
                      Span(shown, line), f"name it: `--map {_meant(header, rows)}`")  # fmt: skip
    return [_work(cells, known, header, Span(shown, number), links, days) for number, cells in rows[1:]], unknown


def _has_cells(place: int, rows: Rows) -> bool:
    return any(place < len(cells) and cells[place].strip() for _, cells in rows[1:])


def _kinds_apart(known: dict[int, str], header: Sequence[str]) -> dict[int, str]:
    """Take `Type` beside `Item Type`, as Zotero has both, for the sort of work."""
    places = [place for place, name in known.items() if name == "type"]
    if len(places) > 1:
        known |= {place: "genre" for place in places if bare(header[place]) == "type"}
    return known


def _meant(header: Sequence[str], rows: Rows) -> str:
    """Return what says which column has the titles, as a terminal takes it: the one with the longest words below."""
    lengths = {
        place: sum(len(cells[place]) for _, cells in rows[1:] if place < len(cells) and not is_address(cells[place]))
        for place, heading in enumerate(header)
        if heading
    }
    meant = header[max(lengths, key=lambda place: lengths[place])] if lengths else "Heading"
    said = f"{meant[:40]}=title"
    return f'"{said}"' if re.search(r"[^\w.=-]", said) else said


def _own(mapped: Mapping[str, str], header: Sequence[str], shown: str) -> dict[str, str]:
    found = {bare(heading): heading for heading in header}
    own: dict[str, str] = {}
    for heading, field in mapped.items():
        if bare(heading) not in found:
            advice = did_you_mean(heading, header, f"the headings are {', '.join(filter(None, header))}")
            raise refused("IMP163", "heading-not-there", f"there is no heading `{heading}`", Span(shown), advice)
        variable = _variable(field) if field else ""
        if variable is None:
            known = sorted(variables())
            advice = did_you_mean(one_spelling(field), known, "`docs/records.md` lists the fields of sources")
            raise refused("IMP164", "field-unknown", f"`{field}` is no field of a source", Span(shown), advice)
        own[bare(heading)] = variable
    return own


def _variable(heading: str) -> str | None:
    return headings().get(bare(heading)) or variables().get(one_spelling(heading))


def bare(heading: str) -> str:
    """Return a heading as headings are compared: in small letters, without signs."""
    return " ".join(re.sub(r"[^\w]+", " ", heading.casefold()).replace("_", " ").split())


def _work(
    cells: Sequence[str], known: Mapping[int, str], header: Sequence[str], span: Span, links: Links, days: Days
) -> Foreign:
    item: dict[str, Any] = {}
    remarks: list[str] = []
    for place, name in known.items():
        text = cells[place].strip() if place < len(cells) else ""
        if not text:
            continue
        link = links.get((span.line, place), "")
        if name in _ADDRESSES and is_address(link) and not is_address(text):
            text = link
        if text in ERRORS:
            remarks.append(f"`{header[place]}` has no value: the cell shows `{text}`")
            continue
        if said := _said_of_day(name, text, days.get((span.line, place))):
            remarks.append(f"`{header[place]}` {said}")
        elif name in table("names"):
            item[name] = item.get(name, []) + [one for one in map(str.strip, re.split(r"[;\n]", text)) if one]
        elif name in table("dates"):
            # A year beside a day says less of the same.
            if len(text) >= len(str(item.get(name, {}).get("raw", ""))):
                item[name] = {"raw": text}
        elif name == "note":
            item[name] = f"{item[name]}\n{text}" if name in item else text
        elif name in item:
            remarks += [] if item[name] == text else [f"`{header[place]}` `{text[:80]}` is not kept beside another"]
        else:
            item[name] = _type(text) if name == "type" else text
    behind = [links.get((span.line, place), "") for place, name in known.items() if name == "title"]
    if "URL" not in item and (found := list(filter(is_address, behind))):
        item["URL"] = found[0]
    return Foreign(item, span, remarks=tuple(remarks))


def _said_of_day(name: str, text: str, day: CellDay | None) -> str:
    """Say of a cell that holds a day that no date belongs there; nothing of any other."""
    if name in table("dates"):
        return ""
    if day:
        return f"{said_of_day(day)}: {help_on_day(text, day)}"
    is_day = name == "page" and _DAY.fullmatch(text)
    return f"`{text}` is a day, which Excel makes of pages such as `5-6`" if is_day else ""


def _type(text: str) -> str:
    """Return the type of CSL for a word of Zotero or of people: `Newspaper article` is `article-newspaper`."""
    known = {
        _joined(name): kind for group in ("types_of_zotero", "types_of_people") for name, kind in table(group).items()
    }
    return known.get(_joined(text), one_spelling(text))


def _joined(words: str) -> str:
    """Return words without spaces, capitals and accents: `Arrêt` and `ARRET` are one."""
    return "".join(words_of(words))
