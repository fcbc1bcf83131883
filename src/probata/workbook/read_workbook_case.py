"""Read a case that is one workbook; what comes back is what the reader of a folder gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from probata.diagnostics import Diagnostic, Severity, Span
from probata.model.kinds import KINDS
from probata.model.schema import CASE
from probata.source.case_source import CaseSource
from probata.source.csv_reader import CsvTable
from probata.source.file_names import one_form
from probata.source.node import Mapping
from probata.source.text_file import fault
from probata.source.xlsx_cell import ERRORS
from probata.source.xlsx_reader import Sheet, UnreadableWorkbookError, read_workbook
from probata.workbook.addresses import cell_span
from probata.workbook.from_rows import PlacedRow, records_of
from probata.workbook.sheet_rows import in_error, rows_of_sheet, unheaded
from probata.workbook.sheets import DATA, sheet_forms

FILE_NAME = "case.xlsx"
MAX_BYTES = 20_000_000
"""Largest workbook that is read."""


def read_workbook_case(path: Path, shown: str, data: bytes | None = None) -> CaseSource:
    """Read the workbook at `path`, which is shown as `shown`. Never raises on the user's data.

    `data` is what the workbook shall hold, where that is not written yet.

    Files that records name, such as images, lie beside the workbook. The table of a dataset is the sheet `Data <id>`,
    or a file beside the workbook.
    """
    source = CaseSource(one_form(path.resolve().parent.name), path.parent, shown.rpartition("/")[0],
                        one_file=shown)  # fmt: skip
    sheets = _sheets(path, shown, source, data)
    if sheets is None:
        return source
    forms = {form.name.casefold(): form for form in sheet_forms()}
    rows: dict[str, list[PlacedRow]] = {}
    for sheet in sheets:
        form = forms.get(sheet.name.strip().casefold())
        if form:
            rows[form.name] = list(rows_of_sheet(sheet, form, shown, source.findings))
        elif not sheet.name.startswith(DATA):
            source.findings.append(_unknown_sheet(sheet, shown))
    for kind in (CASE, *(kind.key for kind in KINDS)):
        nodes, found = records_of(kind, rows)
        source.findings.extend(found)
        if kind != CASE:
            source.records[kind] = nodes
        elif nodes and isinstance(nodes[0], Mapping):
            source.case = nodes[0]
    if source.case is None:
        source.findings.append(fault("SRC171", "missing-sheet", "the workbook has no sheet `Case` that holds something",
                                     Span(shown), "write the title of the case beside `Title` in the sheet `Case`"
                                     ))  # fmt: skip
    source.tables = _tables(sheets, source, shown)
    used = {getattr(table, "sheet", "") for table in source.tables.values()}
    source.findings.extend(_of_no_dataset(one, shown) for one in sheets if one.name.startswith(DATA)
                           and one.name not in used)  # fmt: skip
    return source


def _sheets(path: Path, shown: str, source: CaseSource, data: bytes | None) -> list[Sheet] | None:
    try:
        if (path.stat().st_size if data is None else len(data)) > MAX_BYTES:
            raise UnreadableWorkbookError(is_too_large=True)
        return read_workbook(path.read_bytes() if data is None else data)
    except OSError as error:
        source.findings.append(fault("SRC104", "unreadable-file", f"the file cannot be read ({error.strerror})",
                                     Span(shown), "close it in Excel and check who may read it"))  # fmt: skip
    except UnreadableWorkbookError as error:
        said = "the workbook is too large to be read" if error.is_too_large else "the file is no workbook of Excel"
        source.findings.append(fault("SRC170", "unreadable-workbook", said, Span(shown),
                                     "save it again as `Excel Workbook (.xlsx)`, without a password"))  # fmt: skip
    return None


def _unknown_sheet(sheet: Sheet, shown: str) -> Diagnostic:
    names = ", ".join(form.name for form in sheet_forms() if not form.steps)
    return Diagnostic("SRC176", "unread-sheet", Severity.WARNING, f"the sheet `{sheet.name}` is not read",
                      cell_span(shown, sheet.name, 1, 0),
                      f"sheets of records are {names} and those of their lists; a table is called `{DATA}` with the id "
                      "of its dataset")  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetTable(CsvTable):
    """The table of a dataset that is a sheet."""

    sheet: str = ""

    def span(self, row: int, column: int) -> Span:
        """Return the place of a cell."""
        return cell_span(self.path, self.sheet, self.lines[row], column)


def _tables(sheets: list[Sheet], source: CaseSource, shown: str) -> dict[str, CsvTable]:
    """Return the tables that are sheets, by the file that their dataset names."""
    by_name: defaultdict[str, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        by_name[sheet.name].append(sheet)
    found: dict[str, CsvTable] = {}
    for node in source.records.get("datasets", []):
        record, file = (node.get("id"), node.get("file")) if isinstance(node, Mapping) else (None, None)
        name, path = getattr(record, "text", ""), getattr(file, "text", "")
        for sheet in by_name.get(data_sheet(name), []):
            (_, header), *below = sheet.rows
            width = len(header)
            source.findings.extend(_faults_of_cells(sheet, width, shown))
            rows = tuple((*row, *[""] * (width - len(row)))[:width] for _, row in below)
            found[path] = SheetTable(shown, header, rows, tuple(number for number, _ in below), sheet.name)
    return found


def _faults_of_cells(sheet: Sheet, width: int, shown: str) -> Iterator[Diagnostic]:
    """Find the cells of a table that have no heading, and those that show no value."""
    for number, row in sheet.rows[1:]:
        for place, text in enumerate(row):
            span = cell_span(shown, sheet.name, number, place)
            if text in ERRORS:
                yield in_error(text, span)
            elif text.strip() and place >= width:
                yield unheaded(span)


def _of_no_dataset(sheet: Sheet, shown: str) -> Diagnostic:
    message = f"the sheet `{sheet.name}` is not read: no dataset has the id `{sheet.name.removeprefix(DATA)}`"
    help = "record the dataset in the sheet `Datasets`, or call this one by the id of a dataset"
    return Diagnostic("SRC176", "unread-sheet", Severity.WARNING, message, cell_span(shown, sheet.name, 1, 0), help)


def data_sheet(dataset: str) -> str:
    """Return the name of the sheet that holds the table of a dataset."""
    return f"{DATA}{dataset}"[:31]
