"""A case that is one workbook, read; and why a file cannot be read as one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

from probata.diagnostics import Diagnostic, Severity, Span
from probata.model.kinds import KINDS
from probata.model.schema import CASE
from probata.source.case_source import CaseSource
from probata.source.file_names import one_form
from probata.source.node import MappingNode
from probata.source.read_case import other_format
from probata.source.text_file import fault, whole_file
from probata.source.xlsx_reader import Sheet, UnreadableWorkbookError, read_workbook
from probata.workbook.addresses import cell_span
from probata.workbook.data_sheets import is_data_sheet, take_tables
from probata.workbook.from_rows import records_of
from probata.workbook.headings import place_of_headings
from probata.workbook.read_records import MAX_BYTES
from probata.workbook.sheet_rows import PlacedRow, rows_of_sheet
from probata.workbook.sheets import DATA, SheetForm, sheet_forms

# A sheet that is no sheet of records: most likely one that was called otherwise, or one of the user's own.

_LEAST = 2
"""Headings that a sheet must have of one of ours to be taken for it."""


def unknown_sheet(sheet: Sheet, there: Collection[str], shown: str) -> Diagnostic:
    """Return the finding for a sheet that is not read; `there` are the names of all sheets.

    Where its headings are those of one of ours that is missing, that is the name it should have.
    """
    place = cell_span(shown, sheet.name, 1, 0)
    message = f"the sheet `{sheet.name}` is not read"
    names = ", ".join(form.name for form in sheet_forms() if not form.steps)
    help = (
        f"sheets of records are {names} and those of their lists; a table is called `{DATA}` with the id of its dataset"
    )
    if meant := _meant(sheet, {name.strip().casefold() for name in there}):
        message += f": its headings are those of `{meant}`"
        help = f"call it `{meant}`, if its rows are such records"
    return Diagnostic("SRC176", "unread-sheet", Severity.WARNING, message, place, help)


def _meant(sheet: Sheet, there: Collection[str]) -> str:
    """Return the sheet of ours that is missing and whose headings these are; nothing where it is none, or several."""
    forms = [form for form in sheet_forms() if not form.is_upright and form.name.casefold() not in there]
    counts = sorted(((_known(sheet, form), form.name) for form in forms), reverse=True)
    (best, name), (next_best, _) = [*counts[:2], (0, ""), (0, "")][:2]
    filled = sum(1 for cell in sheet.rows[0][1] if cell.strip()) if sheet.rows else 0
    return name if best >= _LEAST and best * 2 > filled and best > next_best else ""


def _known(sheet: Sheet, form: SheetForm) -> int:
    if not sheet.rows:
        return 0
    return sum(map(form.knows, sheet.rows[place_of_headings(sheet.rows, form.knows)][1]))


# Why a file that is called a workbook cannot be read as one, as far as its first bytes tell.

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of Office begin that are no packages (MS-CFB 2.2): those of Excel 2003, and those with a password."""
_SAVE = "save it again as `Excel Workbook (.xlsx)`, without a password"


class Reason(NamedTuple):
    """What is wrong, and the next step."""

    message: str
    help: str


def _is_encrypted(data: bytes) -> bool:
    """Look for the stream that holds an encrypted package (MS-OFFCRYPTO 2.1.4)."""
    return data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data


_KNOWN: tuple[tuple[Callable[[bytes], bool], Reason], ...] = (
    (lambda data: not data.strip(b"\0"), Reason(
        "the file is empty", "take an earlier copy of it, or save it again in Excel")),
    (_is_encrypted, Reason(
        "the workbook is protected with a password",
        "open it in Excel and take the password off (File, Info, Protect Workbook), then save it")),
    (lambda data: data.startswith(_OLE), Reason(
        "the file is a workbook of Excel 2003 (`.xls`), whatever its name says",
        "open it in Excel and save it as `Excel Workbook (.xlsx)`")),
    (lambda data: b"mimetypeapplication/vnd.oasis" in data[:200], Reason(
        "the file is a spreadsheet of LibreOffice (`.ods`), whatever its name says",
        "open it in LibreOffice and save it as `Excel 2007-365 (.xlsx)`")),
    (lambda data: b"xl/workbook.bin" in data, Reason(
        "the file is a binary workbook of Excel (`.xlsb`), whatever its name says",
        "open it in Excel and save it as `Excel Workbook (.xlsx)`")),
    (lambda data: data.startswith(b"PK"), Reason(
        "the workbook is damaged, or only a part of it is there",
        "take an earlier copy of it, or open it in Excel, which may repair it, and save it again")),
)  # fmt: skip


def why_unreadable(data: bytes) -> Reason:
    """Return why a file is no workbook that can be read."""
    return next((reason for is_so, reason in _KNOWN if is_so(data)), Reason("the file is no workbook of Excel", _SAVE))


# Read a case that is one workbook; what comes back is what the reader of a folder gives.

_TOO_LARGE = Reason(
    "the workbook is larger than what is read, 20 MB and 2 million cells",
    "take out pictures, and sheets that are no records; delete empty rows that have a format",
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
        elif nodes and isinstance(nodes[0], MappingNode):
            if other := other_format(nodes[0]):
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
