"""`probata pull`: what somebody changed in a made Word file, taken into the records or kept in that document."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.exit_code import ExitCode
from probata.cli.opening import open_named
from probata.cli.options import QuietOption, TemplatesOption
from probata.cli.pull_choices import ask, chosen
from probata.cli.pull_told import as_json, counted, tell_offers
from probata.cli.pull_writing import Decided, write_decided
from probata.cli.pulled_document import Pulled, case_of, filing_of, output_of, pulled, read_edited
from probata.cli.terminal import Terminal

EXAMPLE = (
    "Examples: `probata pull output/my-case/outgoing/DRAFT-uk-ghr.en-GB.docx`, "
    "`probata pull returned.docx --case claims/my-case --filing uk-ghr --take all --keep all`"
)
_NUMBERS = "`all`, or numbers such as `1,3-5`."

FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE.docx", help="The changed Word file.", show_default=False)
]
CaseOption = Annotated[
    str,
    typer.Option("--case", metavar="CASE", help="The case; not needed where the file lies in its output folder.", show_default=False),
]
FilingOption = Annotated[
    str,
    typer.Option("--filing", metavar="ID", help="The filing that the file is of; without it, the name of the file says it.", show_default=False),
]
TakeOption = Annotated[str, typer.Option("--take", metavar="LIST", help=f"Changes to take into the records: {_NUMBERS}", show_default=False)]
KeepOption = Annotated[str, typer.Option("--keep", metavar="LIST", help=f"Changes to keep in this document only: {_NUMBERS}", show_default=False)]
DropOption = Annotated[str, typer.Option("--drop", metavar="LIST", help=f"Changes to leave out: {_NUMBERS}", show_default=False)]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who keeps a change in one document; needed with `--keep`.", show_default=False)]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="The folder with the output of the case, where the file does not lie in it.", file_okay=False, show_default=False),
]
TrackedOption = Annotated[
    Literal["accepted", "rejected"],
    typer.Option("--tracked", help="How tracked changes are read: as if all were accepted, or rejected."),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Say what there is and write nothing.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print it for other programs and write nothing.")]


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("pull", epilog=EXAMPLE)(run)


def run(
    file: FileArgument,
    case: CaseOption = "",
    filing: FilingOption = "",
    take: TakeOption = "",
    keep: KeepOption = "",
    drop: DropOption = "",
    by: ByOption = "",
    tracked: TrackedOption = "accepted",
    out: OutOption = None,
    templates: TemplatesOption = None,
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Bring back what was changed in a made Word file.

    Each change is shown with the record that its words come from. It can be **taken** into the record, which changes
    only those words in its file; **kept** in this document only, so that later builds make it again and the report
    names it; or **dropped**. Where the records were changed too, both are shown and nothing is guessed. Comments become
    open points of the case.

    The file itself is never written. In a terminal each change is asked for, unless options say what to do.
    """
    terminal = Terminal(quiet)
    found = _found(file, case, filing, tracked, out, templates, terminal)
    if json:
        typer.echo(as_json(found), nl=False)
        return
    _tell_how(terminal, found)
    options = any((take, keep, drop))
    if dry_run or not (options or terminal.is_interactive):
        tell_offers(terminal, found)
        terminal.result(counted(found.offers))
        if found.offers and not dry_run:
            terminal.trouble("nothing was written: say what to do with `--take`, `--keep` and `--drop`", "yellow")
        raise typer.Exit(ExitCode.FINDINGS if found.offers else ExitCode.FINE)
    choices = chosen(found.offers, take, keep, drop) if options else ask(terminal, found.offers)
    if "keep" in choices.values() and not by.strip():
        raise CannotContinueError("nobody is named who keeps a change in one document", "name them with `--by NAME`")
    decided = Decided(choices, by.strip())
    left = write_decided(terminal, found, decided, _reopen(file, case, templates))
    raise typer.Exit(ExitCode.FINDINGS if left else ExitCode.FINE)
