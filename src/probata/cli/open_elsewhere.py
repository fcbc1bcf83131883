"""Saying, before a workbook is written, that another program has it open."""

from __future__ import annotations

from pathlib import Path

from probata.cli.case_path import CasePlace
from probata.cli.terminal import Terminal
from probata.workbook.other_workbooks import mark_of, open_in
from probata.workbook.read_records import workbook_of


def shown_book(place: CasePlace, book: Path) -> str:
    """Return the path of the workbook of a case as messages write it."""
    return place.shown if place.path.is_file() else f"{place.shown}/{book.name}"


def warn_if_open(terminal: Terminal, place: CasePlace) -> None:
    """Warn where the workbook of a case seems to be open: what is saved there later takes the place of what we write.

    It is no error: a program that was killed leaves its mark behind. Where the system lets nobody else write, it says
    so itself.
    """
    book = workbook_of(place.path)
    if book and (program := open_in(book)):
        terminal.trouble(
            f"`{shown_book(place, book)}` seems to be open in {program}, as `{mark_of(book)}` beside it says: close it "
            "there without saving, or what is written now is lost when it is saved there"
        )


def advice_on_writing(book: Path) -> str:
    """Return the next step where a workbook could not be written."""
    return f"close it in {open_in(book) or 'Excel'} and try again"
