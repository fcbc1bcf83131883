"""A table of sources by `probata import table`: taken in as `probata import sources` does, once it is agreed."""

from __future__ import annotations

from collections.abc import Mapping

from probata.cli.import_consent import is_agreed, unwritten
from probata.cli.import_headings import tell_unknown
from probata.cli.import_into import ids_beside_sources, law_beside_sources, rewritten_files, shelved_case, write_files
from probata.cli.import_told import tell_end_of_works, tell_works
from probata.cli.opening import Opened
from probata.cli.terminal import Terminal
from probata.importers.held_sources import KIND, held_sources
from probata.importers.plan import Fate, make_plan
from probata.importers.records.remembered import Memory
from probata.importers.records.table import Table
from probata.importers.spreadsheet import works_of_rows


def take_source_rows(
    terminal: Terminal,
    opened: Opened,
    table: Table,
    mapped: Mapping[str, str],
    memory: Memory,
    yes: bool,
    dry_run: bool,
) -> bool:
    """Show what would become of each row, write it where that is agreed, and tell whether any is refused.

    Raises `CannotImportError` where no heading is known.
    """
    rows = [(table.line, table.header), *table.rows]
    works, unknown = works_of_rows(rows, table.shown, mapped, table.links, table.days)
    if unknown:
        tell_unknown(terminal, unknown, table.shown)
    shelved = shelved_case(opened, [KIND], terminal)
    plan = make_plan(works, held_sources(shelved.case), ids_beside_sources(opened), law_beside_sources(opened))
    changed = rewritten_files(terminal, {KIND: plan.changes()}, shelved)
    if changed and (remembered := memory.with_fields(KIND, table.header, mapped)):
        changed.append(remembered)
    tell_works(terminal, plan)
    is_written = bool(changed) and is_agreed(terminal, yes=yes, dry_run=dry_run)
    if is_written:
        write_files(terminal, opened.place, changed)
    tell_end_of_works(terminal, plan, [one.shown for one in changed], opened.place.shown,
                      unwritten="" if is_written else unwritten(changed))  # fmt: skip
    return bool(plan.of(Fate.REFUSED))
