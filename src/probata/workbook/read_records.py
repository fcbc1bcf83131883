"""Read a case in whichever form it is recorded: text files or one workbook. Of both together neither is taken."""

from __future__ import annotations

from pathlib import Path

from probata.diagnostics import Diagnostic, Span
from probata.source.case_source import CaseSource
from probata.source.file_names import one_form
from probata.source.read_case import read_case
from probata.source.text_file import fault
from probata.workbook.read_workbook_case import FILE_NAME, read_workbook_case

_ENDINGS = (".yaml", ".yml")


def workbook_of(path: Path) -> Path | None:
    """Return the workbook of a case that is a folder or the workbook itself; `None` where it is recorded as text."""
    if path.is_file():
        return path if path.suffix.lower() == ".xlsx" else None
    found = path / FILE_NAME
    return found if found.is_file() else None


def read_records(path: Path, shown: str, kinds: tuple[str, ...]) -> CaseSource:
    """Read the case at `path`; `kinds` are the names of the record files. Never raises on the user's data."""
    book = workbook_of(path)
    if book is None:
        return read_case(path, shown, kinds)
    shown_book = shown if path.is_file() else f"{shown}/{FILE_NAME}"
    texts = _text_files(book.parent, kinds)
    if texts:
        source = CaseSource(one_form(book.resolve().parent.name), book.parent, shown_book.rpartition("/")[0])
        source.findings.append(_both(texts, shown_book))
        return source
    return read_workbook_case(book, shown_book)


def _text_files(folder: Path, kinds: tuple[str, ...]) -> list[str]:
    named = [f"{stem}{ending}" for stem in ("case", *kinds) for ending in _ENDINGS]
    return [name for name in (*named, *kinds) if (folder / name).exists()]


def _both(texts: list[str], shown: str) -> Diagnostic:
    more = f" and {len(texts) - 1} more" if len(texts) > 1 else ""
    message = f"the case is recorded in a workbook and in text files, `{texts[0]}`{more}"
    help = "keep one of the two and put the other elsewhere; which is the newer only you know"
    return fault("SRC177", "recorded-twice", message, Span(shown), help)
