"""`probata pull`: what somebody changed in a made Word file, taken into the records or kept in that document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

import typer

from probata.cli.appending import write_changes
from probata.cli.case_path import CLAIMS
from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.house import OUTPUT
from probata.cli.opening import Opened, open_named, warn_if_open
from probata.cli.options import QuietOption, TemplatesOption
from probata.cli.pull_choices import as_options, ask, chosen
from probata.cli.pull_summary import as_json, counted, lines_of, tell_lost, tell_offers, tell_reading
from probata.cli.terminal import Terminal
from probata.cli.today import today
from probata.output.together import Replaced
from probata.returned.choices import Choice, possible
from probata.returned.decided import Decided, KeptAndPoints, Taken, is_in_output, keep, left, settle, take
from probata.returned.edited_file import Edited, Pulled, filing_of, is_of_unknown, pulled, read_edited, with_copy
from probata.source.text_file import whole_file
from probata.word.pieces import Reading

OUTGOING = "outgoing"


def read_file(path: Path, reading: Reading) -> Edited:
    """Read a changed file; raises `CannotContinueError` for one that is not read."""
    try:
        data = whole_file(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotContinueError(f"`{path.as_posix()}` cannot be read: {reason}", "name a Word file") from None
    return read_edited(path, data, reading)


def case_of(path: Path) -> str:
    """Return the name of the case in whose output folder a file lies, as in `output/<case>/outgoing/`, or nothing."""
    folder = path.absolute().parent
    return folder.parent.name if folder.name == OUTGOING else ""


def refuse_of_another(opened: Opened, edited: Edited) -> None:
    """Raise `CannotContinueError` for a file that lies in the output of another case than the one that is named."""
    name = case_of(edited.path)
    if name and opened.session.graph and name != opened.session.graph.name:
        raise CannotContinueError(
            f"the file lies in the output of the case `{name}`, and not of `{opened.session.graph.name}`",
            "name that case with `--case`, or copy the file to another place",
        )


def internal_of(opened: Opened, path: Path, out: Path | None) -> Path:
    """Return our folder beside the documents, in the output named, in that where the file lies, or in the usual."""
    if out is None and case_of(path):
        return path.absolute().parent.parent / "internal"
    graph = opened.session.graph
    below = Path(graph.name if graph else "") / "internal"
    usual = (out or opened.house.documents) / below
    beside = opened.place.path.absolute().parent.parent / OUTPUT / below
    return beside if out is None and not usual.is_dir() and beside.is_dir() else usual


@dataclass(frozen=True, slots=True)
class Task:
    """The case that a file is pulled into, read anew whenever its records were changed."""

    terminal: Terminal
    case: str
    templates: Path | None
    out: Path | None
    filing: str

    def open(self) -> Opened:
        """Read the case as it is now."""
        opened = open_named(self.case, self.templates)
        opened.graph(self.terminal)
        return opened


def carry_out(task: Task, opened: Opened, found: Pulled, decided: Decided) -> int:
    """Write what was decided and return how many changes have no decision, or cannot be written."""
    terminal = task.terminal
    taken = take(opened.graph(terminal), found, decided)
    if taken.changes:
        files = _names(write_changes(opened.graph(terminal), taken.changes))
        terminal.tell(f"taken into the records: {taken.number} ({files})")
        opened = task.open()
    kept = keep(opened, taken, task.filing, today().isoformat())
    _write(terminal, opened, kept)
    return _finish(task, taken) + len(kept.refused)


def _write(terminal: Terminal, opened: Opened, kept: KeptAndPoints) -> None:
    """Write the changes that are kept in one document and the points of comments, and say what became of both."""
    if kept.points.known:
        terminal.tell(f"comments that are points of the case already: {kept.points.known}")
    for fault in kept.refused:
        terminal.trouble(f"a change to keep, or a comment, cannot be written: {fault.message}; {fault.help}", "yellow")
    if kept.changes:
        files = _names(write_changes(opened.graph(terminal), kept.changes))
        terminal.tell(f"{', '.join(kept.counted)} ({files})")
    if kept.points.gone:
        named = ", ".join(f"`{id_}`" for id_ in kept.points.gone)
        terminal.trouble(
            f"open points whose comment was taken out of the file since: {named}; where one is answered, write "
            "`status: settled` at it",
            "yellow",
        )


def _finish(task: Task, taken: Taken) -> int:
    """Say what the document that the records make now has not of the edited one, and settle the file."""
    terminal, opened, edited = task.terminal, task.open(), taken.found.edited
    rest = left(opened, taken, task.filing)
    tell_lost(terminal, rest.lost)
    for line in (line for one in rest.undecided for line in lines_of(one, taken.found.notes)):
        terminal.result(line)
    if rest.undecided:
        terminal.trouble(f"without a decision: {', '.join(str(one.number) for one in rest.undecided)}", "yellow")
    if rest.dropped:
        terminal.tell(f"dropped: {', '.join(str(one.number) for one in rest.dropped)}")
    internal = internal_of(opened, edited.path, task.out)
    if not rest.undecided and not rest.lost and (kept_as := settle(edited.path, internal, edited.data)):
        is_ours = is_in_output(edited.path, internal)
        anew = "the next build makes the document anew; " if is_ours else ""
        terminal.tell(f"{anew}what came back is kept as {kept_as}")
    return len(rest.undecided) + len(rest.lost)


def _names(files: Sequence[Replaced]) -> str:
    return ", ".join(file.path.name for file in files)


# What `probata pull` can be told.

EPILOG: Final = (
    "Examples: `probata pull output/my-case/outgoing/DRAFT-uk-ghr.en-GB.docx`, "
    "`probata pull returned.docx --case claims/my-case --filing uk-ghr --take all --keep all --by 'A Signatory'`"
)
_NUMBERS: Final = "`all`, or numbers such as `1,3-5`."

FileArgument = Annotated[Path, typer.Argument(metavar="FILE.docx", help="The changed Word file.")]
CaseOption = Annotated[
    str,
    typer.Option("--case", metavar="CASE", help="The case. Without it: the case in whose output folder the file lies."),
]
FilingOption = Annotated[
    str,
    typer.Option(
        "--filing", metavar="ID", help="The filing that the file is of. Without it: that whose name the file bears."
    ),
]
TakeOption = Annotated[
    str, typer.Option("--take", metavar="LIST", help=f"Changes to take into the records: {_NUMBERS}")
]
KeepOption = Annotated[
    str, typer.Option("--keep", metavar="LIST", help=f"Changes to keep in this document only: {_NUMBERS}")
]
DropOption = Annotated[str, typer.Option("--drop", metavar="LIST", help=f"Changes to leave out: {_NUMBERS}")]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who keeps changes in one document.")]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help="Where the documents of the case go, as for `build`. Without it: the folder in which the file lies, else "
        "that which `build` takes.",
        file_okay=False,
    ),
]
TrackedOption = Annotated[
    Literal["accepted", "rejected"],
    typer.Option("--tracked", help="How tracked changes are read: as if all were accepted, or all rejected."),
]
UnknownOption = Annotated[
    bool,
    typer.Option(
        "--no-copy", help="Take from a file of which no copy as it was made is here, since you are sure of its case."
    ),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Say what there is and write nothing.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print it for other programs and write nothing.")]


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
    unknown: UnknownOption = False,
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
    edited = read_file(file, tracked)
    task = Task(terminal, case or _case_of(file), templates, out, filing)
    opened = task.open()
    refuse_of_another(opened, edited)
    internal = internal_of(opened, file, out)
    edited = with_copy(edited, internal)
    found = pulled(opened, edited, *filing_of(opened, edited, filing), internal)
    if json:
        typer.echo(as_json(found), nl=False)
        return
    tell_reading(terminal, found)
    options = any((take, keep, drop))
    if dry_run or not (options or terminal.is_interactive):
        _show(terminal, found, dry_run)
    choices = chosen(found.offers, take, keep, drop) if options else _asked(terminal, found, unknown)
    if "keep" in choices.values() and not by.strip():
        by = _asked_name(options)
    _refuse_unknown(found, choices, unknown)
    if {"take", "keep"} & set(choices.values()):
        warn_if_open(terminal, opened.place)
    try:
        left = carry_out(task, opened, found, Decided(choices, by.strip()))
    except CannotContinueError as error:
        again = "" if options else f"; your answers were `{as_options(choices, by.strip())}`"
        raise CannotContinueError(error.message, f"{error.help}{again}") from None
    raise typer.Exit(ExitCode.FINDINGS if left else ExitCode.FINE)


def _asked(terminal: Terminal, found: Pulled, unknown: bool) -> dict[int, Choice]:
    """Ask for each change; of a file from which nothing may be taken or kept, before any is answered."""
    can = {one.number: choice for one in found.offers for choice in possible(one)[:1]}
    _refuse_unknown(found, can, unknown)
    return ask(terminal, found.offers, found.notes)


def _asked_name(options: bool) -> str:
    """Return who keeps a change in one document, asked for where all else was asked."""
    if options:
        raise CannotContinueError("nobody is named who keeps a change in one document", "name them with `--by NAME`")
    return str(typer.prompt("Who keeps these in one document"))


def _refuse_unknown(found: Pulled, choices: Mapping[int, str], unknown: bool) -> None:
    """Refuse to write what comes from a file of ours of which no copy is here: it may be of another case."""
    if is_of_unknown(found.edited) and not unknown and {"take", "keep"} & set(choices.values()):
        raise CannotContinueError(
            "no copy of this file as it was made is here: it may be of another case, or made on another machine",
            "name the output folder with `--out`; or, where you are sure of the case, add `--no-copy`",
        )


def _case_of(file: Path) -> str:
    if name := case_of(file):
        beside = file.absolute().parents[3] / CLAIMS / name
        return name if (CLAIMS / name).exists() or not beside.exists() else beside.as_posix()
    raise CannotContinueError(f"it is not known of which case `{file.as_posix()}` is", "name it with `--case`")


def _show(terminal: Terminal, found: Pulled, dry_run: bool) -> None:
    tell_offers(terminal, found)
    terminal.result(counted(found.offers))
    if found.offers and not dry_run:
        terminal.trouble("nothing was written: say what to do with `--take`, `--keep` and `--drop`", "yellow")
    raise typer.Exit(ExitCode.FINDINGS if found.offers else ExitCode.FINE)
