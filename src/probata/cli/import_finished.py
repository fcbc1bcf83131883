"""The end of an import of records: shown, agreed, written and told."""

from __future__ import annotations

from collections.abc import Sequence

from probata.cli.import_consent import is_agreed, unwritten
from probata.cli.import_into import write_files
from probata.cli.opening import Opened
from probata.cli.records_told import tell_end, tell_records
from probata.cli.terminal import Terminal
from probata.importers.records.plan import Plan
from probata.source.replaced import Replaced


def finish(
    terminal: Terminal, plan: Plan, changed: Sequence[Replaced], opened: Opened, *, yes: bool, dry_run: bool
) -> None:
    """Show what would become of each record, and write the files where that is agreed: all of them or none."""
    tell_records(terminal, plan)
    is_written = bool(changed) and is_agreed(terminal, yes=yes, dry_run=dry_run)
    if is_written:
        write_files(terminal, opened.place, changed)
    tell_end(terminal, plan, [one.shown for one in changed], opened.place.shown,
             unwritten="" if is_written else unwritten(changed))  # fmt: skip
