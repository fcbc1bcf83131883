"""`probata import`: records of others into a case: sources, tables of records, entities of FollowTheMoney."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from probata.citation.program import find_program
from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.findings import print_findings
from probata.cli.import_into import (
    PreviewOption,
    YesOption,
    can_ask,
    ids_next_to_sources,
    law_next_to_sources,
    outside_ids,
    rewritten_files,
    shelved_case,
    tell_end,
    tell_outcomes,
    tell_unknown,
    tell_unread,
    write_agreed,
    write_files,
)
from probata.cli.opening import Opened, open_named
from probata.cli.options import CaseOption, QuietOption
from probata.cli.terminal import Terminal
from probata.diagnostics import Diagnostic
from probata.diagnostics.say import did_you_mean
from probata.importers.changes import Changes
from probata.importers.foreign import CannotImportError
from probata.importers.ftm.entities import read_entities
from probata.importers.ftm.to_records import ORDER, records_of
from probata.importers.match import KIND, held_sources
from probata.importers.plan import Fate, make_plan
from probata.importers.plan import Plan as WorksPlan
from probata.importers.read_file import FORMS, Wanted, read_file
from probata.importers.records.columns import Columns, advice, columns_of, field_named
from probata.importers.records.plan import Plan, plan_for
from probata.importers.records.remembered import memory_of
from probata.importers.records.rows import records_of_rows
from probata.importers.records.table import Table, instead_of_a_table, kind_named, kinds_of_tables
from probata.importers.sheet_of_file import bytes_of, sheet_of
from probata.importers.spreadsheet import works_of_rows
from probata.model.kinds import KINDS, Kind
from probata.source.text_edits import Replaced
from probata.source.text_file import decode_bytes
from probata.workbook.in_sheets import in_sheets
from probata.workbook.read_records import how_to_save
from probata.workbook.sheets import forms_of


class Form(StrEnum):
    """Forms that sources come in."""

    CSL_JSON = "csl-json"
    BIBLATEX = "biblatex"
    BIBTEX = "bibtex"
    RIS = "ris"
    ENDNOTE = "endnote"
    CSV = "csv"
    XLSX = "xlsx"


FileArgument = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="CSL-JSON (`.json`), BibTeX or BibLaTeX (`.bib`), RIS (`.ris`), XML of EndNote (`.xml`), or a spreadsheet "
        "(`.xlsx`, or `.csv` in UTF-8 with commas).",
    ),
]
FormOption = Annotated[
    Form | None, typer.Option("--from", help="Form of the file, where its name does not tell it.", case_sensitive=False)
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar='"HEADING=FIELD"',
        help="Of a spreadsheet: which field a heading is, in our words or those of CSL; nothing behind `=` leaves the "
        "column out. May be given several times.",
    ),
]
SheetOption = Annotated[
    str,
    typer.Option(
        "--sheet", metavar="NAME", help="Of a workbook: the sheet. Without it: the first that holds something."
    ),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Only say what would become of each; nothing is written.")
]
NameAllOption = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="Also name the works that are there already, with the source that each is."),
]


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
    """
    terminal, path = Terminal(quiet, verbose), Path(file)
    wanted = Wanted(form.value if form else "", _said_of_headings(mapped or []), sheet)
    with _reading(terminal, path):
        found = read_file(path, path.as_posix(), wanted, find_program())
    opened = open_named(case, None)
    shelved = shelved_case(opened, [KIND], terminal)
    plan = make_plan(found.works, held_sources(shelved.case), ids_next_to_sources(opened), law_next_to_sources(opened))
    changed = rewritten_files(terminal, {KIND: plan.changes()}, shelved)
    if not dry_run:
        write_files(terminal, opened.place, changed)
    tell_unknown(terminal, found.headings, path.name)
    tell_unread(terminal, found.sheets, found.struck, path.name)
    tell_outcomes(terminal, plan)
    unwritten = "nothing was written, since `--dry-run` was given" if dry_run else ""
    tell_end(terminal, plan, changed, opened.place.shown, unwritten)
    _end(plan)


def _said_of_headings(given: Sequence[str]) -> dict[str, str]:
    """Return what `--map` says, by heading; raises `CannotContinueError` where one is not of its form."""
    for one in given:
        if not one.partition("=")[0].strip() or "=" not in one:
            raise CannotContinueError(f"`--map {one}` is not read", 'write it as `--map "Heading=title"`')
    pairs = (one.rpartition("=") for one in given)
    return {heading.strip(): field.strip() for heading, _, field in pairs}


@contextmanager
def _reading(terminal: Terminal, path: Path) -> Iterator[None]:
    """End the command with the finding where nothing can be taken from a file."""
    try:
        yield
    except CannotImportError as error:
        print_findings(terminal.err, [error.diagnostic], {})
        raise CannotContinueError(f"nothing was taken from `{path.name}`", "correct what is named above") from None


def _end(plan: Plan | WorksPlan) -> None:
    if plan.of(Fate.REFUSED):
        raise typer.Exit(ExitCode.FINDINGS)


TableArgument = Annotated[
    str, typer.Argument(metavar="FILE", help="A spreadsheet: `.xlsx`, or `.csv` in UTF-8 with commas.")
]
AsOption = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="KIND",
        help="What the rows are: `people`, `bodies`, `posts`, `roles`, `commands`, `events`, `sources`, `quotations` "
        "and so on.",
    ),
]
FieldsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar='"HEADING=FIELD"',
        help="Which field a heading is, such as `name.native.text`; nothing behind `=` leaves the column out. May be "
        "given several times, and is remembered in the case.",
    ),
]


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
    """
    terminal, path = Terminal(quiet), Path(file)
    _refuse_both(yes, dry_run)
    key = _kind(kind).key
    opened = open_named(case, None)
    said = _said_of_headings(mapped or [])
    plan: Plan | WorksPlan
    with _reading(terminal, path):
        rows = _table(terminal, path, sheet)
        memory = memory_of(opened.place.path, opened.place.shown)
        said = {**memory.fields_of(key, rows.header), **said}
        if key == KIND:
            listed = [(rows.line, rows.header), *rows.rows]
            works, unknown = works_of_rows(listed, rows.shown, said, rows.links, rows.days)
            tell_unknown(terminal, unknown, rows.shown)
            shelved = shelved_case(opened, [KIND], terminal)
            held = held_sources(shelved.case)
            plan = make_plan(works, held, ids_next_to_sources(opened), law_next_to_sources(opened))
            changes: Mapping[str, Changes] = {KIND: plan.changes()}
        else:
            asks = can_ask(terminal) and not (yes or dry_run)
            columns, said = _columns_asked_for(terminal, rows, key, said, asks=asks)
            shelved = shelved_case(opened, [kind.key for kind in KINDS], terminal)
            plan = plan_for(shelved.case, outside_ids(opened), ids_next_to_sources(opened))
            plan.take_all(records_of_rows(rows, key, columns))
            plan.outcomes[:] = (replace(one, faults=tuple(map(in_sheets, one.faults))) for one in plan.outcomes)
            changes = plan.changes
    changed = rewritten_files(terminal, changes, shelved)
    if changed and (remembered := memory.with_fields(key, rows.header, said)):
        changed.append(remembered)
    _finish(terminal, opened, plan, changed, yes=yes, dry_run=dry_run)


def _refuse_both(yes: bool, dry_run: bool) -> None:
    if yes and dry_run:
        raise CannotContinueError("`--yes` and `--dry-run` cannot both be followed", "leave one of them out")


def _kind(word: str) -> Kind:
    kind = kind_named(word)
    if kind is None:
        names = {one.key: forms_of(one.key)[0].name.lower() for one in kinds_of_tables()}
        help = did_you_mean(word, [*names, *names.values()], f"the kinds are {', '.join(names.values())}")
        raise CannotContinueError(f"`{word}` is no kind of records", help)
    if instead := instead_of_a_table(kind):
        raise CannotContinueError(f"no table is taken in as `{word}`", instead)
    return kind


def _table(terminal: Terminal, path: Path, sheet: str) -> Table:
    form, shown = FORMS.get(path.suffix.lower(), ""), path.as_posix()
    if form not in ("csv", "xlsx"):
        raise CannotContinueError(
            f"`{path.name}` is no table: its name ends neither in `.xlsx` nor in `.csv`",
            how_to_save(path.name) or "save it as one of the two; FollowTheMoney comes in by `probata import ftm`",
        )
    found = sheet_of(bytes_of(path, shown), path, shown, form, sheet)
    (line, header), *rows = found.rows or [(1, ())]
    tell_unread(terminal, found.others, found.struck, path.name)
    return Table(shown, tuple(header), line, rows, found.name, found.links, found.days)


def _columns_asked_for(
    terminal: Terminal, table: Table, kind: str, said: dict[str, str], *, asks: bool
) -> tuple[Columns, dict[str, str]]:
    """Return the columns of a table, and what the user has said of its headings by now.

    Headings that nobody knows are asked for in a terminal, else named with the way to say them. Raises
    `CannotImportError` as `columns_of` does.
    """
    columns = columns_of(table, kind, said)
    if not (columns.unknown and asks):
        tell_unknown(terminal, columns.unknown, table.shown)
        return columns, said
    said = said | {heading: _answer(terminal, heading, kind) for heading in columns.unknown}
    return columns_of(table, kind, said), said


def _answer(terminal: Terminal, heading: str, kind: str) -> str:
    """Ask which field a heading is until there is one; nothing leaves the column out."""
    while True:
        terminal.result(f"which field is the column `{heading}`? (nothing leaves it out)")
        said = str(typer.prompt("field", default="", show_default=False)).strip()
        if not said or field_named(kind, said):
            return said
        terminal.result(f"`{said}` is no field: {advice(kind, said)}")


def _finish(
    terminal: Terminal, opened: Opened, plan: Plan | WorksPlan, changed: Sequence[Replaced], *, yes: bool, dry_run: bool
) -> None:
    """Show what would become of each, and write the files where that is agreed: all of them or none."""
    tell_outcomes(terminal, plan)
    unwritten = write_agreed(terminal, opened.place, changed, yes=yes, dry_run=dry_run)
    tell_end(terminal, plan, changed, opened.place.shown, unwritten)
    _end(plan)


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
    """
    terminal, path = Terminal(quiet, verbose), Path(file)
    _refuse_both(yes, dry_run)
    opened = open_named(case, None)
    with _reading(terminal, path):
        text = decode_bytes(bytes_of(path, path.as_posix()), path, path.as_posix())
        if isinstance(text, Diagnostic):
            raise CannotImportError(text)
        incoming, others = records_of(read_entities(text.text, text.shown))
    shelved = shelved_case(opened, ORDER, terminal)
    plan = plan_for(shelved.case, outside_ids(opened), ids_next_to_sources(opened))
    plan.take_all(incoming)
    if others:
        listed = ", ".join(f"`{name}` ({number})" for name, number in sorted(Counter(o.schema for o in others).items()))
        terminal.trouble(f"not taken, since no record is of this sort: {listed}", "yellow")
    terminal.details(f"not taken: `{one.schema}` `{one.id}` {one.caption} ({one.span})" for one in others)
    changed = rewritten_files(terminal, plan.changes, shelved)
    _finish(terminal, opened, plan, changed, yes=yes, dry_run=dry_run)


COMMANDS = (
    (sources, "Example: `probata import sources library.json --case claims/my-case --dry-run`"),
    (table, "Example: `probata import table officers.xlsx --case claims/my-case --as people`"),
    (ftm, "Example: `probata import ftm entities.ftm.json --case claims/my-case --dry-run`"),
)
