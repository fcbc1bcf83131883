"""Read a case in whichever form it is recorded: text files or one workbook. Of both together neither is taken."""

from __future__ import annotations

from pathlib import Path

from probata.diagnostics import Diagnostic, Span
from probata.source.case_source import CaseSource
from probata.source.file_names import one_form
from probata.source.read_case import read_case
from probata.source.text_file import fault
from probata.workbook.other_workbooks import FILE_NAME, is_spreadsheet, not_read, of_one_file

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
    texts = _text_files(path, kinds)
    others = list(not_read(path, shown, kinds, alone=not book and not texts))
    if book and texts:
        return _nothing(book, f"{shown}/{FILE_NAME}", [_both(texts, f"{shown}/{FILE_NAME}"), *others])
    if not book and not texts and others:
        return _nothing(path / FILE_NAME, f"{shown}/{FILE_NAME}", others)
    source = _read_book(book, f"{shown}/{FILE_NAME}") if book else read_case(path, shown, kinds)
    source.findings.extend(others)
    return source


def _read_book(book: Path, shown: str) -> CaseSource:
    from probata.workbook.read_workbook_case import read_workbook_case  # a case in text files needs none of it

    return read_workbook_case(book, shown)


def _nothing(path: Path, shown: str, found: list[Diagnostic]) -> CaseSource:
    """Return a case of which nothing is read; `path` is what would be."""
    source = CaseSource(one_form(path.resolve().parent.name), path.parent, shown.rpartition("/")[0])
    source.findings.extend(found)
    return source


def _text_files(folder: Path, kinds: tuple[str, ...]) -> list[str]:
    named = [f"{stem}{ending}" for stem in ("case", *kinds) for ending in _ENDINGS]
    return [name for name in (*named, *kinds) if (folder / name).exists()]


def _both(texts: list[str], shown: str) -> Diagnostic:
    more = f" and {len(texts) - 1} more" if len(texts) > 1 else ""
    message = f"the case is recorded in a workbook and in text files, `{texts[0]}`{more}"
    help = "keep one of the two and put the other elsewhere; which is the newer only you know"
    return fault("SRC177", "recorded-twice", message, Span(shown), help)
