"""`probata import`: records of others into a case: sources, tables of records, entities of FollowTheMoney."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from probata.citation.program import find_program
from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.findings import print_findings
from probata.cli.import_evidence import EPILOG, evidence
from probata.cli.import_into import (
    PreviewOption,
    YesOption,
    can_ask,
    looking,
    refuse_both,
    target_of,
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
from probata.diagnostics.say import did_you_mean
from probata.importers.changes import Fate
from probata.importers.foreign import CannotImportError
from probata.importers.into_case import Looked, look_at_entities, look_at_table, look_at_works, table_in
from probata.importers.read_file import Wanted, bytes_of, read_file
from probata.importers.records.columns import (
    advice,
    columns_of,
    field_named,
    instead_of_a_table,
    kind_named,
    kinds_of_tables,
)
from probata.importers.records.plan import Plan
from probata.importers.records.remembered import memory_of
from probata.importers.works import KIND
from probata.model.kinds import Kind
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
        found = read_file(bytes_of(path, path.as_posix()), path, path.as_posix(), wanted, find_program())
    opened = open_named(case, None)
    target = target_of(opened, terminal)
    with looking(opened, terminal):
        looked = look_at_works(found, target)
    plan, changed = looked.plan, looked.files
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


def _end(plan: Plan) -> None:
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
    refuse_both(yes, dry_run)
    key = _kind(kind).key
    opened = open_named(case, None)
    said, target = _said_of_headings(mapped or []), target_of(opened, terminal)
    with _reading(terminal, path):
        rows = table_in(bytes_of(path, path.as_posix()), path, path.as_posix(), sheet)
        tell_unread(terminal, rows.others, rows.struck, path.name)
        memory = memory_of(opened.place.path, opened.place.shown)
        said = {**memory.fields_of(key, rows.header), **said}
        if key != KIND and can_ask(terminal) and not (yes or dry_run):
            said |= {heading: _answer(terminal, heading, key) for heading in columns_of(rows, key, said).unknown}
        with looking(opened, terminal):
            looked = look_at_table(rows, key, said, memory, target)
    tell_unknown(terminal, looked.headings, rows.shown)
    _finish(terminal, opened, looked, yes=yes, dry_run=dry_run)


def _kind(word: str) -> Kind:
    kind = kind_named(word)
    if kind is None:
        names = {one.key: forms_of(one.key)[0].name.lower() for one in kinds_of_tables()}
        help = did_you_mean(word, [*names, *names.values()], f"the kinds are {', '.join(names.values())}")
        raise CannotContinueError(f"`{word}` is no kind of records", help)
    if instead := instead_of_a_table(kind):
        raise CannotContinueError(f"no table is taken in as `{word}`", instead)
    return kind


def _answer(terminal: Terminal, heading: str, kind: str) -> str:
    """Ask which field a heading is until there is one; nothing leaves the column out."""
    while True:
        terminal.result(f"which field is the column `{heading}`? (nothing leaves it out)")
        said = str(typer.prompt("field", default="", show_default=False)).strip()
        if not said or field_named(kind, said):
            return said
        terminal.result(f"`{said}` is no field: {advice(kind, said)}")


def _finish(terminal: Terminal, opened: Opened, looked: Looked, *, yes: bool, dry_run: bool) -> None:
    """Show what would become of each, and write the files where that is agreed: all of them or none."""
    tell_outcomes(terminal, looked.plan)
    unwritten = write_agreed(terminal, opened.place, looked.files, yes=yes, dry_run=dry_run)
    tell_end(terminal, looked.plan, looked.files, opened.place.shown, unwritten)
    _end(looked.plan)


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
    refuse_both(yes, dry_run)
    opened = open_named(case, None)
    target = target_of(opened, terminal)
    with _reading(terminal, path):
        data = bytes_of(path, path.as_posix())
        with looking(opened, terminal):
            looked = look_at_entities(data, path, path.as_posix(), target)
    if others := looked.others:
        listed = ", ".join(f"`{name}` ({number})" for name, number in sorted(Counter(o.schema for o in others).items()))
        terminal.trouble(f"not taken, since no record is of this sort: {listed}", "yellow")
    terminal.details(f"not taken: `{one.schema}` `{one.id}` {one.caption} ({one.span})" for one in others)
    _finish(terminal, opened, looked, yes=yes, dry_run=dry_run)


COMMANDS = (
    (sources, "Example: `probata import sources library.json --case claims/my-case --dry-run`"),
    (table, "Example: `probata import table officers.xlsx --case claims/my-case --as people`"),
    (ftm, "Example: `probata import ftm entities.ftm.json --case claims/my-case --dry-run`"),
    (evidence, EPILOG),
)
