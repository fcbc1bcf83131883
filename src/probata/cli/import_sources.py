"""`probata import sources`: sources from reference managers and spreadsheets into a case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from probata.citation.pandoc import find_program
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.exit_code import ExitCode
from probata.cli.findings import print_findings
from probata.cli.group_of_one import add_group_of_one
from probata.cli.import_options import (
    CaseOption,
    DryRunOption,
    FileArgument,
    FormOption,
    MapOption,
    NameAllOption,
    SheetOption,
)
from probata.cli.import_told import tell_plan, tell_what_was_not_read
from probata.cli.open_elsewhere import warn_if_open
from probata.cli.opening import Opened, open_named
from probata.cli.options import QuietOption
from probata.cli.terminal import Terminal
from probata.edits.case_files import CaseFiles
from probata.importers.apply import KIND, Shelved, rewritten
from probata.importers.foreign import CannotImportError
from probata.importers.plan import Fate, Plan, make_plan
from probata.importers.read_file import Found, Wanted, read_file
from probata.law import load_catalogue
from probata.model.kinds import KINDS
from probata.output import PlacingError
from probata.output.together import Replaced, write_together
from probata.source.cannot_change import CannotChangeError
from probata.workbook.read_records import read_records

EXAMPLE = "Example: `probata import sources library.json --case claims/my-case --dry-run`"


def attach(app: typer.Typer) -> None:
    """Add the group and its command."""
    add_group_of_one(app, "import", "Take records from other programs into a case.", sources, EXAMPLE)


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
    found = _read(terminal, file, Wanted(form.value if form else "", _mapped(mapped or []), sheet))
    opened = open_named(case, None)
    shelved = _shelved(opened, terminal)
    plan = make_plan(found.works, shelved.known(), _taken(opened))
    changed = _rewritten(terminal, plan, shelved) if plan.added or plan.filled else []
    if not dry_run and changed:
        warn_if_open(terminal, opened.place)
        _write(changed)
    tell_what_was_not_read(terminal, found, Path(file).name)
    tell_plan(terminal, plan, [one.shown for one in changed], opened.place.shown, is_dry_run=dry_run)
    if plan.of(Fate.REFUSED):
        raise typer.Exit(ExitCode.FINDINGS)


def _read(terminal: Terminal, file: str, wanted: Wanted) -> Found:
    path = Path(file)
    try:
        return read_file(path, path.as_posix(), wanted, find_program())
    except CannotImportError as error:
        print_findings(terminal.err, [error.diagnostic], {})
        raise CannotContinueError(f"nothing was taken from `{path.name}`", "mend what is named above") from None


def _mapped(given: Sequence[str]) -> dict[str, str]:
    for one in given:
        if not one.partition("=")[0].strip() or "=" not in one:
            raise CannotContinueError(f"`--map {one}` is not read", 'write it as `--map "Heading=title"`')
    pairs = (one.rpartition("=") for one in given)
    return {heading.strip(): field.strip() for heading, _, field in pairs}


def _shelved(opened: Opened, terminal: Terminal) -> Shelved:
    """Return where the sources are; raises where a file of them cannot be read, since all in it would come twice."""
    graph = opened.graph(terminal)
    if KIND in graph.unread.kinds:
        print_findings(terminal.err, opened.session.report, opened.session.texts)
        raise CannotContinueError("the sources of the case cannot be read", "mend what is named above, then try again")
    place = opened.place
    case = read_records(place.path, place.shown, tuple(kind.key for kind in KINDS))
    return Shelved(case, CaseFiles.of(graph))


def _taken(opened: Opened) -> set[str]:
    """Return the ids that citations could mean already: those of authorities and instruments."""
    graph = opened.session.graph
    authorities = {one.id for one in graph.authorities} if graph else set()
    return authorities | set(load_catalogue().instruments)


def _rewritten(terminal: Terminal, plan: Plan, shelved: Shelved) -> list[Replaced]:
    try:
        return rewritten(plan, shelved)
    except CannotChangeError as error:
        print_findings(terminal.err, [error.diagnostic], {})
        raise CannotContinueError("nothing was written", "mend what is named above, then try again") from None


def _write(changed: Sequence[Replaced]) -> None:
    try:
        write_together(changed)
    except (OSError, PlacingError) as error:
        raise CannotContinueError(f"nothing was written: {error}", "close it elsewhere and try again") from None
