"""Writing findings into the workbook of a case, where `probata check` is asked to."""

from __future__ import annotations

from collections.abc import Sequence

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.case_path import CasePlace
from probata.cli.open_elsewhere import advice_on_writing, shown_book
from probata.diagnostics import Diagnostic
from probata.output import PlacingError, write_atomically
from probata.source.xlsx_reader import UnreadableWorkbookError
from probata.workbook.comments import with_comments
from probata.workbook.read_records import workbook_of


def write_comments(place: CasePlace, findings: Sequence[Diagnostic]) -> tuple[str, tuple[str, ...]]:
    """Put the findings into the workbook as comments; return its path as shown, and the cells that got none.

    Raises `CannotContinueError` where the case is no workbook, or it cannot be read or written.
    """
    book = workbook_of(place.path)
    if book is None:
        raise CannotContinueError(
            f"`{place.shown}` is recorded as text, which has no cells to comment on",
            "`probata workbook CASE --to xlsx` makes a workbook of it",
        )
    shown = shown_book(place, book)
    try:
        made = with_comments(book.read_bytes(), findings)
        write_atomically(book, made.data)
    except (OSError, PlacingError) as error:
        said = f"`{shown}` could not be written: {error}"
        raise CannotContinueError(said, advice_on_writing(book)) from None
    except UnreadableWorkbookError:
        raise CannotContinueError(f"`{shown}` cannot be read", "save it again as `Excel Workbook (.xlsx)`") from None
    return shown, made.without
