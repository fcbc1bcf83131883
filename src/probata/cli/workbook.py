"""`probata workbook`: the records of a case as one workbook of Excel, or as text files again."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.case_path import CasePlace, find_case
from probata.cli.exit_code import CannotContinueError
from probata.cli.findings import print_findings
from probata.cli.opening import advice_on_writing, shown_book, warn_if_open
from probata.cli.options import CaseArgument, QuietOption
from probata.cli.terminal import Terminal
from probata.graph.resolve import REFERENCES
from probata.output import PlacingError, write_atomically
from probata.output.together import replace_files
from probata.source.xlsx_reader import NO_WORKBOOK, read_workbook
from probata.workbook.convert import CannotConvertError, Converted, to_text, to_workbook
from probata.workbook.new_sheets import add_sheets
from probata.workbook.read_records import workbook_of
from probata.workbook.sheets import sheet_forms
from probata.workbook.write_workbook import blank_workbook

# Putting sheets that a workbook lacks into it, with their headings and nothing below.


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


ASIDE = {"xlsx": ".before-workbook", "yaml": ".before-text"}
"""Folders of the case in which its files are kept as they were."""


class Form(StrEnum):
    """In which form the records of a case are."""

    XLSX = "xlsx"
    YAML = "yaml"


EPILOG = "Example: `probata workbook claims/my-case --to xlsx`"


def run(
    case: CaseArgument,
    to: Annotated[
        Form | None, typer.Option("--to", metavar="FORM", help="`xlsx`: one workbook, `case.xlsx`. `yaml`: text files.")
    ] = None,
    sheet: Annotated[
        list[str] | None,
        typer.Option(
            "--sheet",
            metavar="NAME",
            help="Adds a sheet that the workbook lacks, such as `Treaties`, with its headings.",
        ),
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Turn the records of a case into one workbook of Excel, or back into text files.

    Both hold the same records, and the same documents are made from them. The files as they were are kept in the case,
    in a folder `.before-workbook` or `.before-text`; remarks that stand in text files beside the records stay there and
    are not carried over. Of a workbook your own sheets, cells without a heading and comments stay behind, as is
    listed. Everything is written, or nothing is.
    """
    terminal = Terminal(quiet)
    place = find_case(case)
    if (to is None) == (not sheet):
        raise CannotContinueError(
            "the command needs either `--to` or `--sheet`",
            "`--to xlsx` makes a workbook of text files, `--to yaml` text files of a workbook; "
            "`--sheet NAME` adds a sheet",
        )
    if to is None:
        add_blank_sheets(terminal, place, sheet or ())
        return
    book = workbook_of(place.path)
    if (book is not None) == (to is Form.XLSX):
        terminal.tell(f"`{place.shown}` is {'a workbook' if book else 'recorded as text'} already: nothing to do")
        return
    warn_if_open(terminal, place)
    converted = _converted(place, book, terminal)
    folder = book.parent if book else place.path
    try:
        aside = replace_files(converted.old, converted.new, folder, ASIDE[to])
    except PlacingError as error:
        raise CannotContinueError(str(error), "nothing was changed; close the files elsewhere and try again") from None
    names = [path.relative_to(folder).as_posix() for path in converted.new]
    made = names[0] if len(names) == 1 else f"{len(names)} files"
    for line in converted.left:
        terminal.trouble(f"left behind, in {aside.as_posix()}/: {line}")
    terminal.tell(f"{converted.records} records are in {made} now; the old files are in {aside.as_posix()}/", "bold")


def _converted(place: CasePlace, book: Path | None, terminal: Terminal) -> Converted:
    if book is None and not place.path.is_dir():
        raise CannotContinueError(
            f"`{place.shown}` is one file of text", "put it into a folder of its own, as `case.yaml`"
        )
    try:
        return to_text(book, shown_book(place, book)) if book else to_workbook(place.path, place.shown, REFERENCES)
    except CannotConvertError as error:
        print_findings(terminal.err, error.findings, {})
        raise CannotContinueError(
            f"`{place.shown}` was not changed", "correct what is named above, then try again"
        ) from None
