"""The rows of one sheet, each cell with its heading; a cell that has none is told, so that nothing is lost unseen."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from probata.diagnostics import Diagnostic, Span
from probata.source.text_file import ILLEGAL, fault, unprintable
from probata.source.xlsx_cell import ERRORS, NO_RESULT, CellDay
from probata.source.xlsx_reader import Sheet
from probata.workbook.addresses import cell_span
from probata.workbook.bare_cells import help_on_bare, too_far, unheaded
from probata.workbook.continued import joined
from probata.workbook.days_for_text import day_for_text, takes_days
from probata.workbook.heading_row import headings_below, place_of_headings
from probata.workbook.headings import canonical, path_of, whole_heading
from probata.workbook.merged_cells import merged_cells
from probata.workbook.own_columns import is_own, is_skipped, own_column, safeguards
from probata.workbook.placed_row import PlacedCell, PlacedRow
from probata.workbook.rows_between import is_own_row, row_between
from probata.workbook.sheets import ID, IN_SHORT, SheetForm
from probata.workbook.struck import struck_row, struck_safeguard, struck_words


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
