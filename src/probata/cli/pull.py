"""`probata pull`: what somebody changed in a made Word file, taken into the records or kept in that document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.case_path import CLAIMS
from probata.cli.exit_code import ExitCode
from probata.cli.open_elsewhere import warn_if_open
from probata.cli.opening import Opened, open_named
from probata.cli.options import QuietOption, TemplatesOption
from probata.cli.pull_choices import ask, chosen
from probata.cli.pull_options import (
    EXAMPLE,
    ByOption,
    CaseOption,
    DropOption,
    DryRunOption,
    FileArgument,
    FilingOption,
    JsonOption,
    KeepOption,
    OutOption,
    TakeOption,
    TrackedOption,
    UnknownOption,
)
from probata.cli.pull_told import as_json, counted, tell_lost, tell_offers, tell_reading
from probata.cli.pull_writing import Decided, kept_records, new_records, points, words_taken, write
from probata.cli.pulled_document import (
    Pulled,
    case_of,
    filing_of,
    internal_of,
    made_now,
    pulled,
    read_edited,
    refuse_of_another,
    with_copy,
)
from probata.cli.settled import settle
from probata.cli.terminal import Terminal
from probata.pull.find_changes import Made
from probata.pull.still import counterparts, still_different
from probata.word.made_as import made_as


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
    edited = read_edited(file, tracked)
    task = _Task(terminal, case or _case_of(file), templates, out, filing)
    opened = task.open()
    refuse_of_another(opened, edited)
    edited = with_copy(edited, internal_of(opened, file, out))
    found = pulled(opened, edited, filing_of(opened, edited, filing))
    if json:
        typer.echo(as_json(found), nl=False)
        return
    tell_reading(terminal, found)
    options = any((take, keep, drop))
    if dry_run or not (options or terminal.is_interactive):
        _show(terminal, found, dry_run)
    choices = chosen(found.offers, take, keep, drop) if options else ask(terminal, found.offers, found.notes)
    if "keep" in choices.values() and not by.strip():
        by = _asked_name(options)
    _refuse_unknown(found, choices, unknown)
    if {"take", "keep"} & set(choices.values()):
        warn_if_open(terminal, opened.place)
    left = _carry_out(task, opened, found, Decided(choices, by.strip()))
    raise typer.Exit(ExitCode.FINDINGS if left else ExitCode.FINE)


def _asked_name(options: bool) -> str:
    """Return who keeps a change in one document, asked for where all else was asked."""
    if options:
        raise CannotContinueError("nobody is named who keeps a change in one document", "name them with `--by NAME`")
    return str(typer.prompt("Who keeps these in one document"))


def _refuse_unknown(found: Pulled, choices: Mapping[int, str], unknown: bool) -> None:
    """Refuse to write what comes from a file of ours of which no copy is here: it may be of another case."""
    is_ours = bool(made_as(found.edited.file))
    if is_ours and found.edited.copy is None and not unknown and {"take", "keep"} & set(choices.values()):
        raise CannotContinueError(
            "no copy of this file as it was made is here: it may be of another case, or made on another machine",
            "name the output folder with `--out`; or, where you are sure of the case, add `--no-copy`",
        )


@dataclass(frozen=True, slots=True)
class _Task:
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

    def now(self, opened: Opened, found: Pulled) -> Made:
        """Return the document as the records make it now that they were changed."""
        return made_now(opened, found.edited, filing_of(opened, found.edited, self.filing))[0]


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


def _carry_out(task: _Task, opened: Opened, found: Pulled, decided: Decided) -> int:
    """Write what was decided and return how many changes have no decision."""
    terminal, graph = task.terminal, opened.graph(task.terminal)
    taken, kept = (decided.of(choice, found.offers) for choice in ("take", "keep"))
    if taken:
        files = write(graph, words_taken(taken))
        terminal.tell(f"taken into the records: {len(taken)} ({', '.join(files)})")
        opened = task.open()
        graph = opened.graph(terminal)
    now = task.now(opened, found) if taken else found.now
    changes = counterparts([one.change for one in kept], still_different(now, found.edited.text))
    new = kept_records(changes, found, now, graph, decided.by)
    remarks = points(found.edited.comments, found, graph)
    if new or remarks:
        files = write(graph, [*new_records("changes", new), *new_records("points", remarks)])
        said = [(len(new), "kept in this document only"), (len(remarks), "open points from comments")]
        terminal.tell(f"{', '.join(f'{what}: {number}' for number, what in said if number)} ({', '.join(files)})")
    return _finish(task, found, decided)


def _finish(task: _Task, found: Pulled, decided: Decided) -> int:
    """Say what the document that the records make now has not of the edited one, and settle the file."""
    terminal = task.terminal
    opened = task.open()
    left = [one for one in found.offers if one.number not in decided.choices]
    different = still_different(task.now(opened, found), found.edited.text)
    done = [one.change for choice in ("take", "keep") for one in decided.of(choice, found.offers)]
    lost = counterparts(done, different)
    tell_lost(terminal, lost)
    if left:
        terminal.trouble(f"without a decision: {', '.join(str(one.number) for one in left)}", "yellow")
    if dropped := decided.of("drop", found.offers):
        terminal.tell(f"dropped: {', '.join(str(one.number) for one in dropped)}")
    if (
        not left
        and not lost
        and (kept_as := settle(found.edited.path, internal_of(opened, found.edited.path, task.out)))
    ):
        terminal.tell(f"the next build makes the document anew; what came back is kept as {kept_as}")
    return len(left) + len(lost)
