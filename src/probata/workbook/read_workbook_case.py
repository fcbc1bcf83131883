"""Read a case that is one workbook; what comes back is what the reader of a folder gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from probata.diagnostics import Diagnostic, Span
from probata.model.kinds import KINDS
from probata.model.schema import CASE
from probata.source.case_source import CaseSource
from probata.source.file_names import one_form
from probata.source.format_version import FORMAT, OLDER, other_format
from probata.source.node import Mapping
from probata.source.text_file import fault, whole_file
from probata.source.xlsx_reader import Sheet, UnreadableWorkbookError, read_workbook
from probata.workbook.data_sheets import is_data_sheet, take_tables
from probata.workbook.from_rows import records_of
from probata.workbook.other_workbooks import MAX_BYTES
from probata.workbook.placed_row import PlacedRow
from probata.workbook.sheet_rows import rows_of_sheet
from probata.workbook.sheets import sheet_forms
from probata.workbook.unknown_sheet import unknown_sheet
from probata.workbook.unreadable import Reason, why_unreadable

_TOO_LARGE = Reason(
    "the workbook is larger than what is read, 20 MB and 2 million cells",
    "take out pictures, and sheets that are no records; delete empty rows that have a format",
)
_BEFORE_WORKBOOKS = (
    f"no workbook is older than format {FORMAT}: write `{FORMAT}` beside `Format` in the sheet `{CASE.title()}`"
)


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
        elif not is_data_sheet(sheet.name):
            source.findings.append(unknown_sheet(sheet, [one.name for one in sheets], shown))
    for kind in (CASE, *(kind.key for kind in KINDS)):
        nodes, found = records_of(kind, rows)
        source.findings.extend(found)
        if kind != CASE:
            source.records[kind] = nodes
        elif nodes and isinstance(nodes[0], Mapping):
            if other := _other_format(nodes[0], shown):
                source.findings[:] = [other]  # in another format, the sheets would be full of faults that are none
                return source
            source.case = nodes[0]
    if source.case is None:
        source.findings.append(fault("SRC171", "missing-sheet", "the workbook has no sheet `Case` that holds something",
                                     Span(shown), "write the title of the case beside `Title` in the sheet `Case`"
                                     ))  # fmt: skip
    take_tables(source, sheets, shown)
    return source


def _sheets(path: Path, shown: str, source: CaseSource, data: bytes | None) -> list[Sheet] | None:
    try:
        if (path.stat().st_size if data is None else len(data)) > MAX_BYTES:
            raise UnreadableWorkbookError(is_too_large=True)
        data = whole_file(path) if data is None else data
        return read_workbook(data)
    except OSError as error:
        source.findings.append(fault("SRC104", "unreadable-file", f"the file cannot be read ({error.strerror})",
                                     Span(shown), "close it in Excel and check who may read it"))  # fmt: skip
    except UnreadableWorkbookError as error:
        reason = _TOO_LARGE if error.is_too_large else why_unreadable(data or b"")
        source.findings.append(fault("SRC170", "unreadable-workbook", reason.message, Span(shown), reason.help))
    return None


def _other_format(case: Mapping, shown: str) -> Diagnostic | None:
    found = other_format(case, shown)
    return replace(found, help=_BEFORE_WORKBOOKS) if found and found.name == OLDER else found
