"""Read a case in whichever form it is recorded: text files or one workbook. Of both together neither is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.case_source import CaseSource
from probata.source.file_names import SPREADSHEETS, one_form
from probata.source.text_file import fault

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


def how_to_save(name: str) -> str:
    """Return what makes a workbook that is read of a file of such a name; empty where that is called as one, or none.

    A name that ends in another way than those of workbooks do has no such step.
    """
    return _SAVED.get(Path(name).suffix.lower(), "")


def is_spreadsheet(path: Path) -> bool:
    """Tell whether a file is called as one of Excel, LibreOffice or Numbers."""
    return path.suffix.lower() in SPREADSHEETS


def not_read(folder: Path, shown: str, kinds: Sequence[str], *, alone: bool) -> Iterator[Diagnostic]:
    """Find the workbooks that are called like that of a case, or a kind of records, and are not it.

    `alone` says that nothing else is there to be read: then any workbook may be meant, and it must be corrected.
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
    from probata.source.read_case import read_case  # whoever only asks for the workbook needs none of it

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
    from probata.workbook.read_workbook import read_workbook_case  # a case of text files needs none of it

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
