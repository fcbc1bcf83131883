"""Doing what was decided with the changes of a file, and saying what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from probata.cli.made_now import made_now
from probata.cli.opening import Opened, open_named
from probata.cli.pull_points import Points, points_of
from probata.cli.pull_told import lines_of, tell_lost
from probata.cli.pull_writing import Decided, kept_records, new_records, sorted_out, words_taken, write
from probata.cli.pulled_document import Pulled, filing_of, internal_of
from probata.cli.settled import is_in_output, settle
from probata.cli.terminal import Terminal
from probata.diagnostics import Diagnostic
from probata.graph import CaseGraph
from probata.pull.beside_taken import harmed_beside
from probata.pull.find_changes import Made
from probata.pull.offers import Offer
from probata.pull.still import counterparts, of_words, still_different


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

    def now(self, opened: Opened, found: Pulled) -> Made:
        """Return the document as the records make it now that they were changed."""
        return made_now(opened, found.edited, *filing_of(opened, found.edited, self.filing)).made


def carry_out(task: Task, opened: Opened, found: Pulled, decided: Decided) -> int:
    """Write what was decided and return how many changes have no decision."""
    terminal, graph = task.terminal, opened.graph(task.terminal)
    taken, refused = sorted_out(graph, decided.of("take", found.offers), words_taken)
    found, decided = replace(found, offers=_with_reasons(found.offers, refused)), decided.without(refused)
    kept = decided.of("keep", found.offers)
    if taken:
        files = write(graph, words_taken(taken))
        terminal.tell(f"taken into the records: {len(taken)} ({', '.join(files)})")
        opened = task.open()
        graph = opened.graph(terminal)
    now = task.now(opened, found) if taken else found.now
    changes = counterparts([one.change for one in kept], still_different(now, found.edited.text))
    new = kept_records(changes, found, now, graph, decided.by)
    not_written = _write_kept_and_points(terminal, graph, new, points_of(found, graph))
    return _finish(task, found, decided) + not_written


def _with_reasons(offers: Sequence[Offer], refused: Sequence[tuple[Offer, Diagnostic]]) -> tuple[Offer, ...]:
    """Return all changes, those that cannot be written as they were offered with the reason."""
    why = {
        one.number: f"cannot be taken into {one.taken.text.scalar.span}: {fault.message}; {fault.help}"
        for one, fault in refused
        if one.taken
    }
    return tuple(replace(one, taken=None, also=(), why=why[one.number]) if one.number in why else one for one in offers)


def _write_kept_and_points(terminal: Terminal, graph: CaseGraph, kept: Sequence[dict[str, Any]], points: Points) -> int:
    """Write the changes that are kept in one document and the points of comments, and say what became of both.

    Return how many of them cannot be written.
    """
    if points.known:
        terminal.tell(f"comments that are points of the case already: {points.known}")
    wanted = [change for one in kept for change in new_records("changes", [one])]
    changes, refused = sorted_out(graph, [*wanted, *points.changes], list)
    for _, fault in refused:
        terminal.trouble(f"a change to keep, or a comment, cannot be written: {fault.message}; {fault.help}", "yellow")
    if changes:
        files = write(graph, changes)
        said = [(sum(one in changes for one in wanted), "kept in this document only"), *points.counted]
        terminal.tell(f"{', '.join(f'{what}: {number}' for number, what in said if number)} ({', '.join(files)})")
    if points.gone:
        named = ", ".join(f"`{id_}`" for id_ in points.gone)
        terminal.trouble(
            f"open points whose comment was taken out of the file since: {named}; where one is answered, write "
            "`status: settled` at it",
            "yellow",
        )
    return len(refused)


def _finish(task: Task, found: Pulled, decided: Decided) -> int:
    """Say what the document that the records make now has not of the edited one, and settle the file."""
    terminal = task.terminal
    opened = task.open()
    left = [one for one in found.offers if one.number not in decided.choices]
    now, edited = task.now(opened, found), found.edited.text
    different = still_different(now, edited)
    taken, kept = ([one.change for one in decided.of(choice, found.offers)] for choice in ("take", "keep"))
    harmed = harmed_beside(taken, edited, found.now, now, different)
    lost = of_words([*counterparts([*taken, *kept], different), *harmed])
    tell_lost(terminal, lost)
    for line in (line for one in left for line in lines_of(one, found.notes)):
        terminal.result(line)
    if left:
        terminal.trouble(f"without a decision: {', '.join(str(one.number) for one in left)}", "yellow")
    if dropped := decided.of("drop", found.offers):
        terminal.tell(f"dropped: {', '.join(str(one.number) for one in dropped)}")
    internal = internal_of(opened, found.edited.path, task.out)
    if not left and not lost and (kept_as := settle(found.edited.path, internal, found.edited.data)):
        is_ours = is_in_output(found.edited.path, internal)
        anew = "the next build makes the document anew; " if is_ours else ""
        terminal.tell(f"{anew}what came back is kept as {kept_as}")
    return len(left) + len(lost)
