"""`probata import table`: a table of people, bodies, posts, roles, events … into a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.findings import print_findings
from probata.cli.import_finished import finish
from probata.cli.import_into import (
    PreviewOption,
    YesOption,
    can_ask,
    ids_next_to_sources,
    is_agreed,
    law_next_to_sources,
    outside_ids,
    refuse_both,
    rewritten_files,
    shelved_case,
    unwritten,
    write_files,
)
from probata.cli.import_options import CaseOption, SheetOption, said_of_headings
from probata.cli.import_summary import tell_end_of_works, tell_struck, tell_works
from probata.cli.opening import Opened, open_named
from probata.cli.options import QuietOption
from probata.cli.terminal import Terminal
from probata.diagnostics.say import did_you_mean
from probata.importers.foreign import CannotImportError
from probata.importers.match import KIND, held_sources
from probata.importers.match import KIND as SOURCES
from probata.importers.plan import Fate, make_plan
from probata.importers.read_file import FORMS
from probata.importers.records.columns import Columns, advice, columns_of, field_named
from probata.importers.records.plan import plan_for
from probata.importers.records.remembered import Memory, memory_of
from probata.importers.records.rows import records_of_rows
from probata.importers.records.table import Table, instead_of_a_table, kind_named, kinds_of_tables
from probata.importers.sheet_of_file import bytes_of, sheet_of
from probata.importers.spreadsheet import works_of_rows
from probata.model.kinds import KINDS, Kind
from probata.workbook.in_sheets import in_sheets
from probata.workbook.read_records import how_to_save
from probata.workbook.sheets import forms_of

# The headings of a table that nobody knows: asked for in a terminal, else named with the way to say them.


def columns_asked_for(
    terminal: Terminal, table: Table, kind: str, mapped: Mapping[str, str], *, asks: bool
) -> tuple[Columns, dict[str, str]]:
    """Return the columns of a table, and what the user has said of its headings by now.

    Raises `CannotImportError` as `columns_of` does.
    """
    columns = columns_of(table, kind, mapped)
    if not columns.unknown:
        return columns, dict(mapped)
    if not asks:
        tell_unknown(terminal, columns.unknown, table.shown)
        return columns, dict(mapped)
    said = {**mapped, **{heading: _answer(terminal, heading, kind) for heading in columns.unknown}}
    return columns_of(table, kind, said), said


def tell_unknown(terminal: Terminal, headings: Sequence[str], shown: str) -> None:
    """Name the headings that are not taken, and how to say what they are."""
    listed = ", ".join(f"`{heading}`" for heading in headings)
    terminal.trouble(f"{shown}: not taken, since no field is meant: {listed}", "yellow")
    terminal.trouble('next step: name the field, `--map "HEADING=FIELD"`, or leave it out, `--map "HEADING="`')


def _answer(terminal: Terminal, heading: str, kind: str) -> str:
    """Ask which field a heading is until there is one; nothing leaves the column out."""
    while True:
        terminal.result(f"which field is the column `{heading}`? (nothing leaves it out)")
        said = str(typer.prompt("field", default="")).strip()
        if not said or field_named(kind, said):
            return said
        terminal.result(f"`{said}` is no field: {advice(kind, said)}")


# A table of sources by `probata import table`: taken in as `probata import sources` does, once it is agreed.


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
    plan = make_plan(works, held_sources(shelved.case), ids_next_to_sources(opened), law_next_to_sources(opened))
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


EXAMPLE = "Example: `probata import table officers.xlsx --case claims/my-case --as people`"

TableArgument = Annotated[
    str, typer.Argument(metavar="FILE", help="A spreadsheet: `.xlsx`, or `.csv` in UTF-8 with commas.")
]
AsOption = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="KIND",
        help="What the rows are: `people`, `bodies`, `posts`, `roles`, `commands`, "
        "`events`, `sources`, `quotations` and so on.",
    ),
]
FieldsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar='"HEADING=FIELD"',
        help="Which field a heading is, such as `name.native.text`; "
        "nothing behind `=` leaves the column out. May be given several times, and is remembered in the case.",
    ),
]


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
        help = did_you_mean(word, [*names, *names.values()], f"the kinds are {', '.join(names.values())}")
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
    plan = plan_for(shelved.case, outside_ids(opened), ids_next_to_sources(opened))
    plan.take_all(records_of_rows(asked.table, asked.kind, columns))
    plan.outcomes[:] = (replace(one, faults=tuple(map(in_sheets, one.faults))) for one in plan.outcomes)
    changed = rewritten_files(terminal, plan.changes, shelved)
    if changed and (remembered := asked.memory.with_fields(asked.kind, asked.table.header, mapped)):
        changed.append(remembered)
    finish(terminal, plan, changed, opened, yes=yes, dry_run=dry_run)
    return bool(plan.of(Fate.REFUSED))
