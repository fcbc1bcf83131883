"""The workbook of a case with a change made in it: read as it lies there, refused where its records get a new fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from probata.diagnostics import Diagnostic, Span
from probata.edits.case_files import CaseFiles
from probata.edits.new_faults import refuse_new_faults
from probata.model.schema import CASE
from probata.source.cannot_change import CannotChangeError
from probata.source.case_source import CaseSource
from probata.source.node import Node
from probata.source.replaced import Replaced
from probata.source.text_file import fault
from probata.source.xlsx_reader import UnreadableWorkbookError
from probata.workbook.convert import CannotConvertError
from probata.workbook.read_workbook_case import read_workbook_case

Change = Callable[[Path, str, bytes], bytes]
"""The path of a workbook, what messages call it, and its bytes → its new bytes."""


def replaced_workbook(files: CaseFiles, kinds: Iterable[str], change: Change) -> list[Replaced]:
    """Return the workbook where a change of records of some kinds makes it another.

    Raises `CannotChangeError` where it cannot be read or changed safely, or would have a fault that it has not.
    """
    shown = files.one_file
    book = files.path_of(shown)
    try:
        before = book.read_bytes()
        after = change(book, shown, before)
    except OSError as error:
        raise CannotChangeError(_unreadable(error, shown)) from None
    except CannotConvertError as error:
        raise CannotChangeError(error.findings[0]) from None
    except UnreadableWorkbookError:
        raise CannotChangeError(_no_workbook(shown)) from None
    if after == before:
        return []
    old, new = (read_workbook_case(book, shown, data) for data in (before, after))
    for kind in sorted(set(kinds)):
        refuse_new_faults(_nodes(old, kind), _nodes(new, kind), kind)
    return [Replaced(book, before, after, shown)]


def _nodes(source: CaseSource, kind: str) -> Sequence[Node]:
    if kind == CASE:
        return [source.case] if source.case is not None else []
    return source.records.get(kind, [])


def _unreadable(error: OSError, shown: str) -> Diagnostic:
    return fault("SRC104", "unreadable-file", f"the file cannot be read ({error.strerror})", Span(shown),
                 "close it in Excel and check who may read it")  # fmt: skip


def _no_workbook(shown: str) -> Diagnostic:
    return fault("SRC170", "unreadable-workbook", "the file is no workbook of Excel that can be changed", Span(shown),
                 "save it again as `Excel Workbook (.xlsx)`, without a password")  # fmt: skip
