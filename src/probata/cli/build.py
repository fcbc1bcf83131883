"""`probata build`: the documents of a case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from probata.cli.check_key import check_key
from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.identities import KeyOption, with_vault
from probata.cli.kept_build import build_key, keep_said, print_lines, said_before
from probata.cli.opening import find_named
from probata.cli.options import CaseArgument, QuietOption, TemplatesOption, VerboseOption
from probata.cli.terminal import Terminal
from probata.source.file_names import one_form
from probata.writers.format import PdfEngine, format_ids

USUAL_FORMATS = ("docx", "pdf")
"""What is made where no format is named."""

ForumsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--forum",
        metavar="ID",
        help="Only for this forum or filing; may be given several times. A forum for which the case has no filing is "
        "made all the same, with gaps. `probata list forums` shows them.",
    ),
]
FormatsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--format", metavar="FORMAT", help="docx, pdf or html; may be given several times. Without it: docx and pdf."
    ),
]
FinalOption = Annotated[
    bool,
    typer.Option(
        "--final",
        help="Make the documents for filing. Refused, with the list of what is missing, where a field that the forum "
        "requires has a gap, a must-fix finding is not decided, or the case does not say `status: ready`.",
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help="Where the documents go: `DIR/<case>/outgoing/`. Without it: the folder that `probata.toml` names, else "
        "`output` beside it.",
        file_okay=False,
    ),
]
EngineOption = Annotated[
    PdfEngine | None,
    typer.Option(
        "--engine",
        help="What sets the PDF. Without it: what `probata.toml` says, else WeasyPrint where the forum has a "
        "`print.css`, else Typst. WeasyPrint needs the library Pango.",
        case_sensitive=False,
    ),
]

VersionOption = Annotated[
    Literal["recipient", "public"] | None,
    typer.Option(
        "--version",
        help="`public` makes the public version of each document: it is composed of what is public alone, numbered as "
        "if there were nothing else, and its file is called so. Without it: as each filing says, for its addressee.",
    ),
]

NoCacheOption = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Make every citation and picture anew, check all records, and keep nothing. Else what has not changed "
        "since a run is taken from it; the documents and findings are the same either way.",
    ),
]

EPILOG = (
    "Examples: `probata build claims/example`, `probata build claims/example --forum uk-ghr --format html`, "
    "`probata build claims/example --final`"
)


def run(
    case: CaseArgument,
    forums: ForumsOption = None,
    formats: FormatsOption = None,
    final: FinalOption = False,
    out: OutOption = None,
    templates: TemplatesOption = None,
    engine: EngineOption = None,
    version: VersionOption = None,
    key: KeyOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Make the documents of a case: Word and PDF, or the formats you name.

    Without **--final** a draft is made. A draft always builds: what is not recorded stands in it as a gap, every page
    and the file name say DRAFT, its first page says how many gaps there are, and a to-do list names them.

    Documents for others are written to `DIR/<case>/outgoing/`, findings, to-do lists and the report to
    `DIR/<case>/internal/`: they are yours.
    A file in `outgoing/` that you have changed is never overwritten; the new one is written beside it. A document
    whose records have not changed since it was made is left as it is. With **--forum** only what these documents need
    is looked at, and no report is made.

    Exit 0: every file asked for was written. Exit 1: something was left out, not written or refused. Exit 2: nothing
    could be done, since the case cannot be read or another build of it is running.
    """
    terminal = Terminal(quiet, verbose)
    endings = _endings(formats or USUAL_FORMATS)
    named = find_named(case, templates, keeps=not no_cache)
    bare, named = named, with_vault(named, key, terminal)
    no_cache = no_cache or named is not bare
    where, asked = out or named.house.documents, (forums, endings, final, engine, version)
    home = where / one_form(named.place.path.resolve().name)
    state = None if no_cache else check_key(named)
    kept = build_key(state, where, asked) if state else ""
    if kept and not verbose and (said := said_before(kept, home)):  # details tell of reading
        named.house.tell(terminal)
        print_lines(terminal, said)
        raise typer.Exit(ExitCode.FINE)
    from probata.cli.build_case import build_case  # with all that makes documents
    from probata.cli.build_summary import summary_of

    outcome = build_case(named, terminal, tuple(forums or ()), endings, final, engine, where, version)
    terminal.details(outcome.remarks)
    named.house.tell(terminal)
    print_lines(terminal, summary_of(outcome))
    if kept and outcome.may_be_kept and check_key(named) == state:  # and not changed while it was read
        keep_said(kept, outcome.files, tuple(summary_of(outcome.made_before())))
    raise typer.Exit(ExitCode.FINE if outcome.is_complete else ExitCode.FINDINGS)


def _endings(formats: Sequence[str]) -> tuple[str, ...]:
    for name in formats:
        if name not in format_ids():
            from probata.cli.opening import did_you_mean

            raise CannotContinueError(f"there is no format `{name}`", did_you_mean(name, format_ids()))
    return tuple(dict.fromkeys(formats))
