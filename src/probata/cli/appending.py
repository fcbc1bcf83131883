"""Adding what the team writes down of itself to a case: reads and decisions, at the end of their files."""

from __future__ import annotations

from collections.abc import Sequence

from probata.cli.exit_code import CannotContinueError
from probata.cli.today import today
from probata.edits.change import Change
from probata.edits.change_case import changed_files
from probata.graph import CaseGraph
from probata.graph.dated import is_yet_to_come
from probata.model.dates import When, parse_when
from probata.output import PlacingError
from probata.output.together import Replaced, write_together
from probata.source.text_edits import CannotChangeError


def day_of(on: str | None) -> When:
    """Return the day that the user gives, or today; raises `CannotContinueError` for none, or one yet to come."""
    now = today()
    try:
        day = parse_when(now.isoformat() if on is None else on.strip())
    except ValueError as error:
        raise CannotContinueError(f"`{on}` is no date: {error}", "write it as `2026-11-24`") from None
    if is_yet_to_come(day, now):
        raise CannotContinueError(
            f"`{day.text}` is after today, {now.isoformat()}", "name the day on which it was done"
        )
    return day


def write_changes(graph: CaseGraph, changes: Sequence[Change]) -> list[Replaced]:
    """Write changes of records, all or none, and return the files that changed.

    Raises `CannotContinueError` where a file cannot be changed safely, or written.
    """
    try:
        files = changed_files(graph, changes)
        write_together(files)
    except CannotChangeError as error:
        found = error.diagnostic
        raise CannotContinueError(f"{found.span}: {found.message}; nothing was written", found.help) from None
    except (OSError, PlacingError) as error:
        raise CannotContinueError(f"nothing was written: {error}", "close it elsewhere and try again") from None
    return files
