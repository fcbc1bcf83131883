"""What may be wrong with a sheet of numbers: cells without heading or value, no dataset, or several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.text_file import ILLEGAL, fault, unprintable
from probata.source.xlsx_cell import ERRORS
from probata.source.xlsx_reader import Place, Sheet
from probata.workbook.addresses import cell_span
from probata.workbook.bare_cells import unheaded
from probata.workbook.days_for_text import day_for_text
from probata.workbook.sheet_rows import in_error
from probata.workbook.sheets import DATA, LONGEST_NAME, data_sheet
from probata.workbook.struck import struck_row, struck_words

_OF_BARE = "write a heading for it and describe the column in the sheet `Columns`, or move it to a sheet of your own"


def faults_of_cells(
    sheet: Sheet, rows: Sequence[tuple[int, tuple[str, ...]]], columns: Mapping[int, tuple[str, str]], shown: str
) -> Iterator[Diagnostic]:
    """Find the cells of a table that have no heading, those that show no value, and what is struck through.

    `columns` are the heading and the type of each; a column that is not described has no type.
    """
    bare: list[Span] = []
    for number, row in rows:
        yield from _struck(sheet, number, row, columns, shown)
        for place, text in enumerate(row):
            span = cell_span(shown, sheet.name, number, place)
            heading, type_ = columns.get(place, ("", ""))
            if is_day_for_text(sheet, (number, place), type_):
                yield day_for_text(heading, text, sheet.days[number, place], span)
            if odd := ILLEGAL.search(text):
                yield unprintable(odd[0], span)
            if text in ERRORS:
                yield in_error(text, span)
            elif text.strip() and place not in columns:
                bare.append(span)
    if bare:
        yield unheaded(bare, _OF_BARE)


def is_day_for_text(sheet: Sheet, place: Place, type_: str) -> bool:
    """Tell whether a cell of a described column holds a day, and the column is none of dates."""
    return place in sheet.days and type_ not in ("", "date")


def _struck(
    sheet: Sheet, number: int, row: Sequence[str], columns: Mapping[int, tuple[str, str]], shown: str
) -> Iterator[Diagnostic]:
    """Give the finding for a row that is struck through, or one for each cell of it with words that are."""
    struck = {place: sheet.struck[number, place] for place in range(len(row)) if (number, place) in sheet.struck}
    if struck and not any(map(str.strip, row)):
        yield struck_row(next(iter(struck.values())), cell_span(shown, sheet.name, number, 0))
        return
    for place, text in struck.items():
        yield struck_words(columns.get(place, ("", ""))[0], text, cell_span(shown, sheet.name, number, place))


def no_table(dataset: str, file: str, place: Span) -> Diagnostic:
    """Return the finding for a dataset that has neither a sheet nor a file."""
    sheet = data_sheet(dataset)
    message = f"there is no sheet `{sheet}`, and no file `{file}` beside the workbook"
    return fault("SRC171", "missing-sheet", message, place,
                 f"put the table of the dataset into a sheet called `{sheet}`, its headings in row 1")  # fmt: skip


def of_no_dataset(sheet: Sheet, shown: str) -> Diagnostic:
    """Return the finding for a sheet of numbers that no dataset owns."""
    message = f"the sheet `{sheet.name}` is not read: no dataset has the id `{sheet.name.strip()[len(DATA) :].strip()}`"
    help = "record the dataset in the sheet `Datasets`, or call this one by the id of a dataset"
    return Diagnostic("SRC176", "unread-sheet", Severity.WARNING, message, cell_span(shown, sheet.name, 1, 0), help)


def of_several(sheet: Sheet, datasets: Sequence[str], shown: str) -> Diagnostic:
    """Return the finding for a sheet whose name is that of several datasets, cut where Excel takes no more."""
    named = " and ".join(f"`{name}`" for name in datasets)
    message = f"the sheet `{sheet.name}` is of {len(datasets)} datasets, {named}"
    help = f"give each dataset an id whose first {LONGEST_NAME - len(DATA)} characters are its own, and a sheet"
    return fault("SRC183", "sheet-of-several", message, cell_span(shown, sheet.name, 1, 0), help)
