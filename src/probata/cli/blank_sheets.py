"""Putting sheets that a workbook lacks into it, with their headings and nothing below."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.case_path import CasePlace
from probata.cli.open_elsewhere import advice_on_writing, shown_book, warn_if_open
from probata.cli.terminal import Terminal
from probata.graph.references import REFERENCES
from probata.output import PlacingError, write_atomically
from probata.source.xlsx_reader import NO_WORKBOOK, read_workbook
from probata.workbook.new_sheets import add_sheets
from probata.workbook.read_records import workbook_of
from probata.workbook.sheets import sheet_forms
from probata.workbook.write_workbook import blank_workbook


def add_blank_sheets(terminal: Terminal, place: CasePlace, wanted: Sequence[str]) -> None:
    """Add sheets by their names, in capitals or small letters; what is there already stays as it is.

    Raises `CannotContinueError` for a name that no sheet has, and where the case is no workbook, or it cannot be read
    or written.
    """
    book = workbook_of(place.path)
    if book is None:
        raise CannotContinueError(
            f"`{place.shown}` is recorded as text, which has no sheets",
            "`probata workbook CASE --to xlsx` makes a workbook of it",
        )
    names, shown = list(dict.fromkeys(map(_named, wanted))), shown_book(place, book)
    warn_if_open(terminal, place)
    try:
        data = book.read_bytes()
        there = {sheet.name.strip().casefold() for sheet in read_workbook(data)}
        added = [name for name in names if name.casefold() not in there]
        if added:
            write_atomically(book, add_sheets(data, blank_workbook(added, REFERENCES), added))
    except (OSError, PlacingError) as error:
        raise CannotContinueError(f"`{shown}` could not be written: {error}", advice_on_writing(book)) from None
    except NO_WORKBOOK:
        raise CannotContinueError(f"`{shown}` cannot be read", "save it again as `Excel Workbook (.xlsx)`") from None
    for name in names:
        terminal.tell(f"`{shown}` has the sheet `{name}` {'now' if name in added else 'already: nothing to do'}")


def _named(wanted: str) -> str:
    """Return the name of a sheet as it is written."""
    known = {form.name.casefold(): form.name for form in sheet_forms()}
    if found := known.get(" ".join(wanted.split()).casefold()):
        return found
    near = [known[name] for name in get_close_matches(wanted.casefold(), known, 3)]
    listed = ", ".join(f"`{name}`" for name in near or known.values())
    raise CannotContinueError(f"there is no sheet `{wanted}`", f"name one of these: {listed}")
