"""`probata migrate`: a case of an older format into the one that this version reads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from probata.cli.case_path import CasePlace, find_case
from probata.cli.exit_code import CannotContinueError
from probata.cli.findings import print_findings
from probata.cli.options import CaseArgument, QuietOption
from probata.cli.terminal import Terminal
from probata.migrations import Migrated, keep_and_write, migrate
from probata.output import PlacingError
from probata.source.read_case import FORMAT

DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Only say what would change; nothing is written.", show_default=False)
]


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("migrate", epilog="Example: `probata migrate claims/my-case --dry-run`")(run)


def run(case: CaseArgument, dry_run: DryRunOption = False, quiet: QuietOption = False) -> None:
    """Bring a case of an older format into the one that this version of Probata reads.

    Only the words that have another name now are changed. Your remarks, your order and your line breaks stay. The
    files as they were are kept in the case, in a folder `.before-format-1`. Either all files are changed or none.
    """
    terminal = Terminal(quiet)
    place = find_case(case)
    migrated = migrate(place.path, place.shown)
    if migrated.findings:
        print_findings(terminal.err, migrated.findings, {})
        raise CannotContinueError(f"`{place.shown}` was not changed", "mend what is named above, then try again")
    if not migrated.changes:
        terminal.tell(f"`{place.shown}` is in format {FORMAT} already: nothing to do")
        return
    for line in migrated.said:
        terminal.tell(line)
    if dry_run:
        terminal.tell(f"nothing was written: without `--dry-run`, `{place.shown}` would be in format {FORMAT}", "bold")
        return
    kept = _write(migrated, place)
    terminal.tell(f"`{place.shown}` is in format {FORMAT} now; the old files are in {kept.as_posix()}/", "bold")


def _write(migrated: Migrated, place: CasePlace) -> Path:
    folder = place.path if place.path.is_dir() else place.path.parent
    try:
        return keep_and_write(migrated.changes, folder)
    except PlacingError as error:
        raise CannotContinueError(str(error), "nothing was changed; close the files elsewhere and try again") from None
