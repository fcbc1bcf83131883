"""Doing what was decided with the changes of a file, and telling what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from probata.cli.appending import write_changes
from probata.cli.opening import Opened, open_named
from probata.cli.pull_summary import lines_of, tell_lost
from probata.cli.pulled_file import internal_of
from probata.cli.terminal import Terminal
from probata.cli.today import today
from probata.output.together import Replaced
from probata.returned.decided import Decided, KeptAndPoints, Taken, is_in_output, keep, left, settle, take
from probata.returned.edited_file import Pulled


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
