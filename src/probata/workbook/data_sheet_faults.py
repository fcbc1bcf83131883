"""What may be wrong with a sheet of numbers: cells without heading or value, no dataset, or several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.text_file import ILLEGAL, fault, unprintable
from probata.source.xlsx_cell import ERRORS
from probata.source.xlsx_reader import Sheet
from probata.workbook.addresses import cell_span
from probata.workbook.bare_cells import unheaded
from probata.workbook.sheet_rows import in_error
from probata.workbook.sheets import DATA, LONGEST_NAME, data_sheet

_OF_BARE = "write a heading for it and describe the column in the sheet `Columns`, or move it to a sheet of your own"


def faults_of_cells(
    sheet: Sheet, rows: Sequence[tuple[int, tuple[str, ...]]], width: int, shown: str
) -> Iterator[Diagnostic]:
    """Find the cells of a table that have no heading, and those that show no value."""
    bare: list[Span] = []
    for number, row in rows:
        for place, text in enumerate(row):
            span = cell_span(shown, sheet.name, number, place)
            if odd := ILLEGAL.search(text):
                yield unprintable(odd[0], span)
            if text in ERRORS:
                yield in_error(text, span)
            elif text.strip() and place >= width:
                bare.append(span)
    if bare:
        yield unheaded(bare, _OF_BARE)


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
