"""`probata import ftm`: entities of FollowTheMoney into a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.findings import print_findings
from probata.cli.import_finished import finish
from probata.cli.import_into import (
    PreviewOption,
    YesOption,
    ids_next_to_sources,
    outside_ids,
    refuse_both,
    rewritten_files,
    shelved_case,
)
from probata.cli.import_options import CaseOption
from probata.cli.opening import open_named
from probata.cli.options import QuietOption
from probata.cli.terminal import Terminal
from probata.diagnostics import Diagnostic
from probata.importers.foreign import CannotImportError
from probata.importers.ftm.entities import read_entities
from probata.importers.ftm.entity import Entity
from probata.importers.ftm.to_records import ORDER, records_of
from probata.importers.plan import Fate
from probata.importers.records.plan import plan_for
from probata.importers.sheet_of_file import bytes_of
from probata.source.text_file import decode_bytes

EXAMPLE = "Example: `probata import ftm entities.ftm.json --case claims/my-case --dry-run`"

EntitiesArgument = Annotated[
    str, typer.Argument(metavar="FILE", help="Entities as JSON, one on each line, flat or nested.")
]
NameLeftOption = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="Also name each entity that is not taken, since no record is of its sort."),
]


def ftm(
    file: EntitiesArgument,
    case: CaseOption,
    yes: YesOption = False,
    dry_run: PreviewOption = False,
    quiet: QuietOption = False,
    verbose: NameLeftOption = False,
) -> None:
    """Take entities of FollowTheMoney, as Aleph and OpenSanctions write them, into a case.

    People, bodies, posts, who held them, listings, events and documents become records. First is shown what would
    become of each: added, matched with a record of yours and by what, or refused and why; it is written when you say
    yes. What a database says is no evidence: each record bears a remark where it comes from. What has no like here is
    named.
    """  # fmt: skip
    terminal = Terminal(quiet, verbose)
    refuse_both(yes, dry_run)
    opened = open_named(case, None)
    incoming, others = records_of(_entities(terminal, Path(file)))
    shelved = shelved_case(opened, ORDER, terminal)
    plan = plan_for(shelved.case, outside_ids(opened), ids_next_to_sources(opened))
    plan.take_all(incoming)
    _tell_others(terminal, others)
    changed = rewritten_files(terminal, plan.changes, shelved)
    finish(terminal, plan, changed, opened, yes=yes, dry_run=dry_run)
    if plan.of(Fate.REFUSED):
        raise typer.Exit(ExitCode.FINDINGS)


def _entities(terminal: Terminal, path: Path) -> list[Entity]:
    try:
        file = decode_bytes(bytes_of(path, path.as_posix()), path, path.as_posix())
        if isinstance(file, Diagnostic):
            raise CannotImportError(file)
        return read_entities(file.text, file.shown)
    except CannotImportError as error:
        print_findings(terminal.err, [error.diagnostic], {})
        raise CannotContinueError(f"nothing was taken from `{path.name}`", "mend what is named above") from None


def _tell_others(terminal: Terminal, others: Iterable[Entity]) -> None:
    """Name what is no record of ours, by schema, and with `--verbose` one by one."""
    left = list(others)
    if left:
        listed = ", ".join(
            f"`{schema}` ({number})" for schema, number in sorted(Counter(one.schema for one in left).items())
        )
        terminal.trouble(f"not taken, since no record is of this sort: {listed}", "yellow")
    terminal.details(f"not taken: `{one.schema}` `{one.id}` {one.caption} ({one.span})" for one in left)
