"""`probata import table`: a table of people, bodies, posts, roles, events … into a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.exit_code import ExitCode
from probata.cli.findings import print_findings
from probata.cli.import_consent import PreviewOption, YesOption, can_ask, refuse_both
from probata.cli.import_finished import finish
from probata.cli.import_headings import columns_asked_for
from probata.cli.import_into import ids_beside_sources, rewritten_files, shelved_case
from probata.cli.import_options import CaseOption, SheetOption, said_of_headings
from probata.cli.import_source_rows import take_source_rows
from probata.cli.import_told import tell_struck
from probata.cli.opening import Opened, open_named
from probata.cli.options import QuietOption
from probata.cli.outside_ids import outside_ids
from probata.cli.terminal import Terminal
from probata.importers.foreign import CannotImportError
from probata.importers.held_sources import KIND as SOURCES
from probata.importers.plan import Fate
from probata.importers.read_file import FORMS
from probata.importers.records.held_records import plan_for
from probata.importers.records.kind_of_table import instead_of_a_table, kind_named, kinds_of_tables
from probata.importers.records.remembered import Memory, memory_of
from probata.importers.records.rows import records_of_rows
from probata.importers.records.table import Table
from probata.importers.sheet_of_file import bytes_of, sheet_of
from probata.model.kinds import KINDS, Kind
from probata.workbook.in_sheets import in_sheets
from probata.workbook.other_workbooks import how_to_save
from probata.workbook.sheets import forms_of

EXAMPLE = "Example: `probata import table officers.xlsx --case claims/my-case --as people`"

TableArgument = Annotated[
    str, typer.Argument(metavar="FILE", help="A spreadsheet: `.xlsx`, or `.csv` in UTF-8 with commas.",
                        show_default=False)
]  # fmt: skip
AsOption = Annotated[
    str,
    typer.Option("--as", metavar="KIND", help="What the rows are: `people`, `bodies`, `posts`, `roles`, `commands`, "
                 "`events`, `sources`, `quotations` and so on.", show_default=False),
]  # fmt: skip
FieldsOption = Annotated[
    list[str] | None,
    typer.Option("--map", metavar='"HEADING=FIELD"', help="Which field a heading is, such as `name.native.text`; "
                 "nothing behind `=` leaves the column out. May be given several times, and is remembered in the case.",
                 show_default=False),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A table on its way into a case, with what the user says of its headings."""

    kind: str
    table: Table
    mapped: Mapping[str, str]
    memory: Memory


def table(
    file: TableArgument,
    case: CaseOption,
    kind: AsOption,
    mapped: FieldsOption = None,
    sheet: SheetOption = "",
    yes: YesOption = False,
    dry_run: PreviewOption = False,
    quiet: QuietOption = False,
) -> None:
    """Take a table of records into a case: one row, one record.

    First is shown what would become of each row: added, matched with a record of yours and by what, or refused and why.
    It is written when you say yes, in the terminal or with `--yes`; the whole of it or nothing. What a row contradicts
    is never merged. A table with the headings of our own sheets needs no `--map`; what you say of other headings is
    kept in the case, in `import-headings.toml`.
    """  # fmt: skip
    terminal = Terminal(quiet)
    refuse_both(yes, dry_run)
    meant = _kind(kind)
    opened = open_named(case, None)
    try:
        asked = _asked(terminal, file, sheet, meant, opened, said_of_headings(mapped or []))
        if meant.key == SOURCES:
            is_refused = take_source_rows(terminal, opened, asked.table, asked.mapped, asked.memory, yes, dry_run)
        else:
            is_refused = _take(terminal, opened, asked, yes=yes, dry_run=dry_run)
    except CannotImportError as error:
        print_findings(terminal.err, [error.diagnostic], {})
        raise CannotContinueError(f"nothing was taken from `{Path(file).name}`", "mend what is named above") from None
    if is_refused:
        raise typer.Exit(ExitCode.FINDINGS)


def _kind(word: str) -> Kind:
    kind = kind_named(word)
    names = {one.key: forms_of(one.key)[0].name.lower() for one in kinds_of_tables()}
    if kind is None:
        near = get_close_matches(word, [*names, *names.values()], 1)
        help = f"did you mean `{near[0]}`?" if near else f"the kinds are {', '.join(names.values())}"
        raise CannotContinueError(f"`{word}` is no kind of records", help)
    if instead := instead_of_a_table(kind):
        raise CannotContinueError(f"no table is taken in as `{word}`", instead)
    return kind


def _asked(terminal: Terminal, file: str, sheet: str, kind: Kind, opened: Opened, said: Mapping[str, str]) -> Asked:
    path = Path(file)
    form = FORMS.get(path.suffix.lower(), "")
    if form not in ("csv", "xlsx"):
        raise CannotContinueError(f"`{path.name}` is no table: its name ends neither in `.xlsx` nor in `.csv`",
                                  how_to_save(path.name) or
                                  "save it as one of the two; FollowTheMoney comes in by `probata import ftm`"
                                  )  # fmt: skip
    found = sheet_of(bytes_of(path, path.as_posix()), path, path.as_posix(), form, sheet)
    (line, header), *rows = found.rows or [(1, ())]
    if found.others:
        terminal.trouble(f"{path.name}: other sheets were not read: {', '.join(f'`{name}`' for name in found.others)}")
    tell_struck(terminal, found.struck, path.name)
    table = Table(path.as_posix(), tuple(header), line, rows, found.name, found.links, found.days)
    memory = memory_of(opened.place.path, opened.place.shown)
    return Asked(kind.key, table, {**memory.fields_of(kind.key, table.header), **said}, memory)


def _take(terminal: Terminal, opened: Opened, asked: Asked, *, yes: bool, dry_run: bool) -> bool:
    """Show what would become of each row, write it where that is agreed, and tell whether any is refused."""
    asks = can_ask(terminal) and not (yes or dry_run)
    columns, mapped = columns_asked_for(terminal, asked.table, asked.kind, asked.mapped, asks=asks)
    shelved = shelved_case(opened, [kind.key for kind in KINDS], terminal)
    plan = plan_for(shelved.case, outside_ids(opened), ids_beside_sources(opened))
    plan.take_all(records_of_rows(asked.table, asked.kind, columns))
    plan.outcomes[:] = (replace(one, faults=tuple(map(in_sheets, one.faults))) for one in plan.outcomes)
    changed = rewritten_files(terminal, plan.changes, shelved)
    if changed and (remembered := asked.memory.with_fields(asked.kind, asked.table.header, mapped)):
        changed.append(remembered)
    finish(terminal, plan, changed, opened, yes=yes, dry_run=dry_run)
    return bool(plan.of(Fate.REFUSED))
