"""The rows of one sheet, each cell with its heading; a cell that has none is told, so that nothing is lost unseen."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from probata.diagnostics import Diagnostic, Severity, Span
from probata.diagnostics.span import column_letters
from probata.model.typed_dates import MONTHS
from probata.source.text_file import ILLEGAL, fault, unprintable
from probata.source.xlsx_reader import ERRORS, NO_RESULT, CellDay, Sheet, bare_code
from probata.workbook.addresses import areas_of, cell_span
from probata.workbook.cells import bare_id
from probata.workbook.headings import canonical, heading_of, headings_below, path_of, place_of_headings, whole_heading
from probata.workbook.own_content import NOTE, is_own, is_own_row, is_skipped, own_column, row_between, safeguards
from probata.workbook.shape import Shape
from probata.workbook.sheets import ID, IN_SHORT, SheetForm


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """What a cell shows, with its place and that of its heading."""

    text: str
    span: Span
    heading: Span


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row as it was read, by heading; empty cells are left out."""

    cells: dict[str, PlacedCell]
    span: Span
    """The first cell of the row."""

    blanks: dict[str, PlacedCell] = field(default_factory=dict)
    """The empty cells of the row."""

    is_struck: bool = False
    """Whether it is struck through: it is no record, and its cells say what one was called."""

    def text(self, heading: str) -> str:
        """Return what the cell below a heading shows."""
        cell = self.cells.get(heading)
        return bare_id(cell.text) if cell else ""


# Texts longer than a cell of Excel may be: they go on in the columns behind, called by the same heading.

LONGEST = 32_000
"""Characters of one cell; Excel takes 32,767, of which some may be written as several."""
_CONTINUED = re.compile(r"^(?P<heading>.+), continued(?: \d+)?$", re.IGNORECASE)


def parts(heading: str, text: str) -> Iterator[tuple[str, str]]:
    """Give the cells of a text, each with its heading: `Text`, `Text, continued`, `Text, continued 2`."""
    for number, start in enumerate(range(0, max(len(text), 1), LONGEST)):
        behind = "" if number == 0 else ", continued" if number == 1 else f", continued {number}"
        yield f"{heading}{behind}", text[start : start + LONGEST]


def joined(cells: Iterable[tuple[str, PlacedCell]]) -> dict[str, PlacedCell]:
    """Return the cells of a row with each text whole, at the place of its first cell."""
    found: dict[str, PlacedCell] = {}
    for heading, cell in cells:
        continued = _CONTINUED.match(heading)
        first = found.get(continued["heading"]) if continued else None
        if continued and first:
            found[continued["heading"]] = replace(first, text=first.text + cell.text)
        else:
            found.setdefault(heading, cell)
    return found


# Cells that are merged: what they show is held by the first of them alone.


def merged_cells(sheet: Sheet, heading_row: int, shown: str, unread: Container[int] = ()) -> Iterator[Diagnostic]:
    """Find the merged cells of a sheet at or below its headings; a title above them may be merged.

    So may be the cells of one row that is not read; `unread` are the numbers of such rows.
    """
    for area in sheet.merged:
        is_unread = area.row == area.last_row and area.row in unread
        if area.last_row >= heading_row and not is_unread:
            name = f"{column_letters(area.column + 1)}{area.row}:{column_letters(area.last_column + 1)}{area.last_row}"
            message = f"the cells `{name}` are merged: what they show is read in the first of them alone"
            help = "unmerge them (Home, Merge & Center), and write into each row what holds for it"
            place = cell_span(shown, sheet.name, area.row, area.column)
            yield Diagnostic("SRC182", "merged-cells", Severity.WARNING, message, place, help)


_SHOWN = 20
"""Places without heading that a note names."""


def help_on_bare(form: SheetForm) -> str:
    """Return the next step for cells without heading on a sheet of records."""
    note = f", or move remarks of your own to the column `{heading_of((NOTE,))}`" if NOTE in form.shape.fields else ""
    return f"write a heading for it{note or ', in brackets where it is for you alone'}"


def too_far(first: Span) -> Diagnostic:
    """Return the finding for cells so far to the right that they are not read, at the first of them."""
    message = "cells from this column on are not read"
    help = "move what stands there to the left, or delete it where it is not wanted"
    return Diagnostic("SRC178", "cell-without-heading", Severity.WARNING, message, first, help)


def unheaded(cells: list[Span], help: str) -> Diagnostic:
    """Return the finding for cells that have no heading, at the first of them; a note names the others."""
    first, *others = cells
    more = f"; {len(others)} more of the sheet {'has' if len(others) == 1 else 'have'} none either" if others else ""
    areas = areas_of(others)
    beyond = f" and {len(areas) - _SHOWN} more places" if len(areas) > _SHOWN else ""
    named = ", ".join(f"`{area}`" for area in areas[:_SHOWN])
    message = f"the cell has no heading and is not read{more}"
    notes = (f"also without heading: {named}{beyond}",) if others else ()
    return Diagnostic("SRC178", "cell-without-heading", Severity.WARNING, message, first, help, notes)


# Cells that hold a day where no date belongs: Excel makes the fifth of June of pages `5-6`, without a word.

_OF_EXCEL: Final = ("d-mmm", "dmmm", "mm-dd-yy")
"""Formats that Excel gives a cell by itself, in whatever order day and month were typed."""
_LEAST_DAY: Final = 10_000
"""A number below this was typed as a number: it would be a day before 1928, as 2015 is the seventh of July 1905."""


def takes_days(shape: Shape) -> bool:
    """Tell whether a field, or an entry of it, may be a date."""
    return shape.is_date or (shape.items is not None and shape.items.is_date)


def day_for_text(called: str, text: str, day: CellDay, span: Span) -> Diagnostic:
    """Return the finding for a cell that reads `text`; `called` is its heading."""
    message = f"`{called}` {said_of_day(day)}, and no date belongs there"
    return fault("SRC195", "day-for-text", message, span, help_on_day(text, day))


def said_of_day(day: CellDay) -> str:
    """Say which day a cell holds, and what was likely typed."""
    month, code = MONTHS[day.day.month - 1], bare_code(day.code)
    shown = f"{day.day.day} {month}" if "d" in code else month
    shown = f"{shown} {day.day.year}" if "y" in code else shown
    return f"holds the date {shown}, which Excel probably made from `{typed(day)[0]}`"


def help_on_day(text: str, day: CellDay) -> str:
    """Return the next step: what to type, as a text; `text` is the day itself, where somebody meant it."""
    first, *others = dict.fromkeys((*typed(day), *(() if _is_number(day) else (text,))))
    otherwise = f", or {' or '.join(f'`{one}`' for one in others)} where that is meant" if others else ""
    return f"format the cell as Text and type `{first}`{otherwise}"


def typed(day: CellDay) -> tuple[str, ...]:
    """Return what was likely typed, the likeliest first.

    Pages go up; but a format of the user's own that has the month first is of a country where it is typed first.
    """
    if _is_number(day):
        return (str(day.number),)
    code, number, month = bare_code(day.code), day.day.day, day.day.month
    if "d" not in code:
        return f"{month}-{day.day.year % 100:02d}", f"{month}-{day.day.year}"
    is_turned = month < number if code in _OF_EXCEL else code.index("m") < code.index("d")
    both = (f"{number}-{month}", f"{month}-{number}")
    return tuple(dict.fromkeys(reversed(both) if is_turned else both))


def _is_number(day: CellDay) -> bool:
    return day.number < _LEAST_DAY


# Rows and words that are struck through: to whoever did that, they are deleted; they are not used, and told.

_LETTERS_STRUCK: Final = 40
"""Letters of what is struck through that a message quotes."""
_HELP: Final = "delete it; or remove the strikethrough (Ctrl+5; on a Mac Cmd+Shift+X), and it is used"


def struck_row(text: str, place: Span, record: str = "") -> Diagnostic:
    """Return the finding for a row of which all that it holds is struck through; `text` is what its first cell says."""
    return _found(f"the row is struck through and is not used: {_quoted(text)}", place, record)


def struck_safeguard(headings: Iterable[str], place: Span) -> Diagnostic:
    """Return the fault of a row that is struck through and keeps something from readers, who do not get it by that."""
    kept = " and ".join(f"`{heading}`" for heading in headings)
    message = f"the row is struck through and is used all the same, for its {kept}"
    return Diagnostic(
        "SRC196", "struck-through", Severity.ERROR, message, place,
        "delete the row if nobody needs it any more; else remove the strikethrough",
    )  # fmt: skip


def struck_words(called: str, text: str, place: Span) -> Diagnostic:
    """Return the finding for a cell in which words are struck through; `called` is its heading, or empty."""
    below = f" below `{called}`" if called else ""
    return _found(f"what is struck through{below} is not used: {_quoted(text)}", place)


def strike_too(above: Span) -> str:
    """Return the next step for the rows of a list whose record is struck through at `above`."""
    place = str(above).rpartition("#")[2]
    return (f"what it belongs to is struck through at `{place}`: strike through this row and every other "
            "that belongs to it, or remove the strikethrough there")  # fmt: skip


def _found(message: str, place: Span, record: str = "") -> Diagnostic:
    return Diagnostic("SRC196", "struck-through", Severity.WARNING, message, place, _HELP, record=record)


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"`{words[:_LETTERS_STRUCK]}{'…' if len(words) > _LETTERS_STRUCK else ''}`"


class _Headed(NamedTuple):
    """A cell with its heading, which is empty where it has none; one below a heading may hold nothing."""

    heading: str
    text: str
    span: Span
    of_heading: Span
    is_own: bool = False
    """Whether the column is one of the user's own; `heading` is as it was typed then."""

    day: CellDay | None = None
    struck: str = ""
    """What is struck through in it, and is no part of `text`."""


def rows_of_sheet(sheet: Sheet, form: SheetForm, shown: str, found: list[Diagnostic]) -> Iterator[PlacedRow]:
    """Give the rows below the heading row; the sheet of the case has a heading in each row and one record.

    What is wrong is added to `found`: headings below row 1, which are read there, a heading that stands twice, merged
    cells, and the cells that have no heading.
    """
    bare: list[Span] = []
    own: dict[Span, str] = {}
    read: set[str] = set()
    between: set[int] = set()
    for number, whole in _cells(sheet, form, shown, found):
        own |= {cell.of_heading: cell.heading for cell in whole if cell.is_own and cell.text.strip()}
        cells = [cell for cell in whole if not cell.is_own]
        read |= {cell.heading for cell in cells}
        place = cell_span(shown, sheet.name, number, 0)
        if kept := _safeguards_struck(cells, form):
            found.append(struck_safeguard(kept, place))
            cells = [cell._replace(text=cell.text or cell.struck, struck="") for cell in cells]
        filled = [(cell.heading, cell.text) for cell in cells if cell.text.strip()]
        if not filled and any(cell.struck for cell in cells):
            between.add(number)
            yield _struck(cells, form, place, found)
            continue
        if is_own_row(filled, form):
            between.add(number)
            continue
        if other := row_between(filled, form, place):
            between.add(number)
            found.append(other)
            continue
        bare += [cell.span for cell in cells if not cell.heading]
        found.extend(fault for cell in cells for fault in _faults(cell, form))
        if row := _row(cells, form, place):
            yield row
    found.extend(own_column(heading, place, form, read) for place, heading in own.items() if not is_skipped(heading))
    found += [unheaded(bare, help_on_bare(form))] if bare else []
    found.extend(_merged(sheet, form, shown, between))
    found += [too_far(cell_span(shown, sheet.name, *place)) for place in sheet.beyond]


def _row(cells: Iterable[_Headed], form: SheetForm, place: Span) -> PlacedRow | None:
    """Return the row that its cells make; nothing where they say nothing that is read."""
    made: list[tuple[str, PlacedCell]] = []
    blanks: dict[str, PlacedCell] = {}
    for cell in cells:
        if not cell.text.strip() or not _is_read(cell, form):
            blanks[cell.heading] = PlacedCell("", cell.span, cell.of_heading)
        elif cell.heading:
            made.append((cell.heading, PlacedCell(ILLEGAL.sub("", cell.text), cell.span, cell.of_heading)))
    return PlacedRow(joined(made), place, blanks) if made else None


def _is_read(cell: _Headed, form: SheetForm) -> bool:
    return cell.text not in ERRORS and not (cell.day and form.knows(cell.heading) and not _takes_days(cell, form))


def _takes_days(cell: _Headed, form: SheetForm) -> bool:
    heading = whole_heading(cell.heading)
    if heading in form.special:
        return heading == IN_SHORT and takes_days(form.shape)
    return takes_days(form.shape.at(path_of(heading)))


def _faults(cell: _Headed, form: SheetForm) -> Iterator[Diagnostic]:
    if cell.struck:
        yield struck_words(cell.heading, cell.struck, cell.span)
    if cell.text in ERRORS:
        yield in_error(cell.text, cell.span)
    elif cell.day and not _is_read(cell, form):
        yield day_for_text(cell.heading, cell.text, cell.day, cell.span)
    if odd := ILLEGAL.search(cell.text):
        yield unprintable(odd[0], cell.span)


def _safeguards_struck(cells: Iterable[_Headed], form: SheetForm) -> list[str]:
    """Return the headings of what a row that is struck through as a whole keeps from readers by standing there.

    A person's name is left out of all texts as long as the person is recorded; of other records nothing is printed.
    """
    cells = list(cells)
    if form.kind != "people" or any(cell.text.strip() for cell in cells):
        return []
    return [cell.heading for cell in cells if cell.struck and cell.heading in safeguards(form)]


def _struck(cells: Iterable[_Headed], form: SheetForm, place: Span, found: list[Diagnostic]) -> PlacedRow:
    """Return a row of which all that it holds is struck through, and add the finding for it."""
    struck = [cell for cell in cells if cell.struck]
    said = ((cell.heading, PlacedCell(cell.struck, cell.span, cell.of_heading)) for cell in struck if cell.heading)
    row = PlacedRow(joined(said), place, is_struck=True)
    found.append(struck_row(struck[0].struck, place, "" if form.steps else f"{form.kind}/{row.text(ID)}"))
    return row


def _cells(sheet: Sheet, form: SheetForm, shown: str, found: list[Diagnostic]) -> Iterator[tuple[int, list[_Headed]]]:
    """Give the cells of each record that hold something or have a heading, with the number of its row."""
    if form.is_upright:
        yield sheet.rows[0][0], list(_upright(sheet, form, shown, found))
        return
    place = place_of_headings(sheet.rows, form.knows)
    found.extend(headings_below(sheet.rows, place, sheet.name, shown))
    first, header = sheet.rows[place]
    own = tuple(is_own(heading, form) for heading in header)
    headings = tuple(_name(heading, form) for heading in header)
    found.extend(_twice((one, cell_span(shown, sheet.name, first, place))
                        for place, one in enumerate(headings) if not own[place]))  # fmt: skip
    for number, row in sheet.rows[place + 1 :]:
        whole = (*row, *[""] * (len(headings) - len(row)))
        yield number, [
            _Headed(heading, text, cell_span(shown, sheet.name, number, place),
                    cell_span(shown, sheet.name, first, place), place < len(own) and own[place],
                    sheet.days.get((number, place)), sheet.struck.get((number, place), ""))
            for place, text in enumerate(whole)
            if (heading := headings[place] if place < len(headings) else "") or text.strip()
            or (number, place) in sheet.struck
        ]  # fmt: skip


def _upright(sheet: Sheet, form: SheetForm, shown: str, found: list[Diagnostic]) -> Iterator[_Headed]:
    """Give the cells of the sheet whose headings stand in its first column."""
    rows = [(number, row) for number, row in sheet.rows if not form.is_above(number, row[0])]
    found.extend(_twice((_name(row[0], form), cell_span(shown, sheet.name, number, 0))
                        for number, row in rows if not is_own(row[0], form)))  # fmt: skip
    for number, row in rows:
        heading, own = _name(row[0], form), is_own(row[0], form)
        for place, text in enumerate((*row[1:], *[""] * (len(row) == 1)), 1):
            struck = sheet.struck.get((number, place), "")
            if text.strip() or struck or (heading and place == 1):
                yield _Headed(heading if place == 1 else "", text, cell_span(shown, sheet.name, number, place),
                              cell_span(shown, sheet.name, number, 0), own, sheet.days.get((number, place)),
                              struck)  # fmt: skip


def _name(heading: str, form: SheetForm) -> str:
    """Return a heading as we write it; that of a column of the user's own as it stands."""
    return heading if is_own(heading, form) else canonical(heading, form.special)


def _twice(headings: Iterable[tuple[str, Span]]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for heading, span in headings:
        if heading and heading in seen:
            yield fault("SRC175", "heading-twice", f"the heading `{heading}` stands twice", span,
                        "give one of the two another heading, or delete it with what belongs to it")  # fmt: skip
        seen.add(heading)


def _merged(sheet: Sheet, form: SheetForm, shown: str, between: Container[int]) -> Iterator[Diagnostic]:
    if not form.is_upright and sheet.rows:
        first, _ = sheet.rows[place_of_headings(sheet.rows, form.knows)]
        yield from merged_cells(sheet, first, shown, between)


def in_error(text: str, span: Span) -> Diagnostic:
    """Return the finding for a cell that shows no value."""
    is_formula = text == NO_RESULT
    message = "the formula has no result in the file" if is_formula else f"the cell shows the error `{text}`"
    help = "open the workbook in Excel and save it, or write the value" if is_formula else "write the value"
    return fault("SRC179", "cell-in-error", message, span, help)
