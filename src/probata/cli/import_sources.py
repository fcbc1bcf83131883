"""`probata import sources`: sources from reference managers and spreadsheets into a case."""

from __future__ import annotations

from pathlib import Path

import typer

from probata.citation.program import find_program
from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.findings import print_findings
from probata.cli.import_into import ids_next_to_sources, law_next_to_sources, rewritten_files, shelved_case, write_files
from probata.cli.import_options import (
    CaseOption,
    DryRunOption,
    FileArgument,
    FormOption,
    MapOption,
    NameAllOption,
    SheetOption,
    said_of_headings,
)
from probata.cli.import_summary import tell_end_of_works, tell_what_was_not_read, tell_works
from probata.cli.opening import open_named
from probata.cli.options import QuietOption
from probata.cli.terminal import Terminal
from probata.importers.foreign import CannotImportError
from probata.importers.match import KIND, held_sources
from probata.importers.plan import Fate, make_plan
from probata.importers.read_file import Found, Wanted, read_file

EXAMPLE = "Example: `probata import sources library.json --case claims/my-case --dry-run`"


def sources(
    file: FileArgument,
    case: CaseOption,
    form: FormOption = None,
    mapped: MapOption = None,
    sheet: SheetOption = "",
    dry_run: DryRunOption = False,
    quiet: QuietOption = False,
    verbose: NameAllOption = False,
) -> None:
    """Take sources from a reference manager or a spreadsheet into a case.

    A source that the case has already (same DOI, same address, or same title and date) gets the fields that it lacks,
    where nothing in the two contradicts. Every other is added. What contradicts is refused, and both sides are named.
    Nothing is dropped without a word, and the same file a second time adds nothing.
    """  # fmt: skip
    terminal = Terminal(quiet, verbose)
    found = _read(terminal, file, Wanted(form.value if form else "", said_of_headings(mapped or []), sheet))
    opened = open_named(case, None)
    shelved = shelved_case(opened, [KIND], terminal)
    plan = make_plan(found.works, held_sources(shelved.case), ids_next_to_sources(opened), law_next_to_sources(opened))
    changed = rewritten_files(terminal, {KIND: plan.changes()}, shelved)
    if not dry_run:
        write_files(terminal, opened.place, changed)
    tell_what_was_not_read(terminal, found, Path(file).name)
    tell_works(terminal, plan)
    unwritten = "nothing was written, since `--dry-run` was given" if dry_run else ""
    tell_end_of_works(terminal, plan, [one.shown for one in changed], opened.place.shown, unwritten=unwritten)
    if plan.of(Fate.REFUSED):
        raise typer.Exit(ExitCode.FINDINGS)


def _read(terminal: Terminal, file: str, wanted: Wanted) -> Found:
    path = Path(file)
    try:
        return read_file(path, path.as_posix(), wanted, find_program())
    except CannotImportError as error:
        print_findings(terminal.err, [error.diagnostic], {})
        raise CannotContinueError(f"nothing was taken from `{path.name}`", "mend what is named above") from None
