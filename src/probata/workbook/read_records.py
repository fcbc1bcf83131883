"""Read a case in whichever form it is recorded: text files or one workbook. Of both together neither is taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from probata.diagnostics import Diagnostic, Severity, Span
from probata.model.kinds import KINDS
from probata.model.schema import CASE
from probata.source.case_source import CaseSource
from probata.source.file_names import SPREADSHEETS, one_form
from probata.source.node import MappingNode
from probata.source.read_case import other_format, read_case
from probata.source.text_file import fault, whole_file
from probata.source.xlsx_reader import Sheet, UnreadableWorkbookError, read_workbook
from probata.workbook.addresses import cell_span
from probata.workbook.data_sheets import is_data_sheet, take_tables
from probata.workbook.from_rows import records_of
from probata.workbook.headings import place_of_headings
from probata.workbook.sheet_rows import PlacedRow, rows_of_sheet
from probata.workbook.sheets import DATA, SheetForm, sheet_forms

FILE_NAME = "case.xlsx"
MAX_BYTES = 20_000_000
"""Largest workbook that is read."""
_OF_A_CASE = re.compile(r"(?:^|[^a-z])case(?![a-z])")
_AS = "`Excel Workbook (.xlsx)`"
_SAVED = {
    ".xlsx": "",
    ".xlsm": f"open it in Excel and save it as {_AS}; its macros stay behind",
    ".xls": f"it has the form of Excel 2003: open it in Excel and save it as {_AS}",
    ".ods": "open it in LibreOffice and save it as `Excel 2007-365 (.xlsx)`",
    ".xlsb": f"open it in Excel and save it as {_AS}",
    ".xltx": f"it is a template: open it in Excel and save it as {_AS}",
    ".numbers": "open it in Numbers and export it to Excel",
}
"""What makes a workbook of Excel of a file, by its ending."""
_LOCKS = (("~${name}", "Excel"), (".~lock.{name}#", "LibreOffice"))
"""Files that lie beside a workbook while it is open."""


def how_to_save(name: str) -> str:
    """Return what makes a workbook that is read of a file of such a name; empty where that is called as one, or none.

    A name that ends in another way than those of workbooks do has no such step.
    """
    return _SAVED.get(Path(name).suffix.lower(), "")


def open_in(book: Path) -> str:
    """Return the program that has a workbook open, as the mark says that it leaves beside it; empty where none lies."""
    for mark, program in _LOCKS:
        if (book.parent / mark.format(name=book.name)).exists():
            return program
    return ""


def mark_of(book: Path) -> str:
    """Return the name of that mark."""
    named = (mark.format(name=book.name) for mark, _ in _LOCKS)
    return next((name for name in named if (book.parent / name).exists()), "")


def is_spreadsheet(path: Path) -> bool:
    """Tell whether a file is called as one of Excel, LibreOffice or Numbers."""
    return path.suffix.lower() in SPREADSHEETS


def not_read(folder: Path, shown: str, kinds: Sequence[str], *, alone: bool) -> Iterator[Diagnostic]:
    """Find the workbooks that are called like that of a case, or a kind of records, and are not it.

    `alone` says that nothing else is there to be read: then any workbook may be meant, and it must be mended.
    """
    for path in _workbooks(folder):
        stem = one_form(path.stem).casefold()
        if alone or _OF_A_CASE.search(stem) or stem in kinds:
            yield _not_read(path, shown, Severity.ERROR if alone else Severity.WARNING, is_kind=stem in kinds)


def of_one_file(path: Path, shown: str) -> Diagnostic:
    """Return the finding for a file of another form that is named as the case itself."""
    return _not_read(path, shown.rpartition("/")[0], Severity.ERROR, is_kind=False)


def _workbooks(folder: Path) -> list[Path]:
    """Return the workbooks of a folder but that of the case, which some systems find by `Case.xlsx` too."""
    try:
        found = [path for path in folder.iterdir() if is_spreadsheet(path) and path.is_file()]
    except OSError:
        return []
    own = folder / FILE_NAME
    others = (path for path in found if not path.name.startswith((".", "~$")))
    return sorted((path for path in others if not (own.is_file() and path.samefile(own))), key=lambda one: one.name)


def _not_read(path: Path, folder: str, severity: Severity, *, is_kind: bool) -> Diagnostic:
    name, ending = one_form(path.name), path.suffix.lower()
    if is_kind:
        message = f"`{name}` is not read: in Excel all records of a case are one workbook, `{FILE_NAME}`"
        help = "copy its rows into the sheet of their kind there; `probata workbook CASE --to xlsx` makes one"
    else:
        message = f"`{name}` is not read: the workbook of a case is called `{FILE_NAME}`"
        save = _SAVED.get(ending, f"save it as {_AS}")
        called = f"call it `{FILE_NAME}`"
        help = f"{save}, and {called}" if save else f"{called}"
        if severity is Severity.WARNING:
            help = f"if it is the newer one, {help} in place of the other; else put it into another folder"
    shown = f"{folder}/{name}" if folder else name
    return Diagnostic("SRC184", "workbook-not-read", severity, message, Span(shown), help)


_ENDINGS = (".yaml", ".yml")


def workbook_of(path: Path) -> Path | None:
    """Return the workbook of a case that is a folder or the workbook itself; `None` where it is recorded as text."""
    if path.is_file():
        return path if path.suffix.lower() == ".xlsx" else None
    found = path / FILE_NAME
    return found if found.exists() else None


def read_records(path: Path, shown: str, kinds: tuple[str, ...]) -> CaseSource:
    """Read the case at `path`; `kinds` are the names of the record files. Never raises on the user's data.

    Workbooks that lie there and are not read are found; where nothing else is there, they are all that is found.
    """
    book = workbook_of(path)
    if path.is_file():
        if book:
            return _read_book(book, shown)
        return _nothing(path, shown, [of_one_file(path, shown)]) if is_spreadsheet(path) else read_case(
            path, shown, kinds
        )  # fmt: skip
    named = [f"{stem}{ending}" for stem in ("case", *kinds) for ending in _ENDINGS]
    texts = [name for name in (*named, *kinds) if (path / name).exists()]
    others = list(not_read(path, shown, kinds, alone=not book and not texts))
    if book and texts:
        return _nothing(book, f"{shown}/{FILE_NAME}", [_both(texts, f"{shown}/{FILE_NAME}"), *others])
    if not book and not texts and others:
        return _nothing(path / FILE_NAME, f"{shown}/{FILE_NAME}", others)
    source = _read_book(book, f"{shown}/{FILE_NAME}") if book else read_case(path, shown, kinds)
    source.findings.extend(others)
    return source


def _read_book(book: Path, shown: str) -> CaseSource:

    return read_workbook_case(book, shown)


def _nothing(path: Path, shown: str, found: list[Diagnostic]) -> CaseSource:
    """Return a case of which nothing is read; `path` is what would be."""
    source = CaseSource(one_form(path.resolve().parent.name), path.parent, shown.rpartition("/")[0])
    source.findings.extend(found)
    return source


def _both(texts: list[str], shown: str) -> Diagnostic:
    more = f" and {len(texts) - 1} more" if len(texts) > 1 else ""
    message = f"the case is recorded in a workbook and in text files, `{texts[0]}`{more}"
    help = "keep one of the two and put the other elsewhere; which is the newer only you know"
    return fault("SRC177", "recorded-twice", message, Span(shown), help)


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
