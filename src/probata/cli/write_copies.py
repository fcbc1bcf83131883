"""Files into the store of held copies and the records of them into the case, together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from probata.cli.appending import write_changes
from probata.cli.exit_code import CannotContinueError
from probata.edits.change import Change
from probata.edits.change_case import changed_files
from probata.evidence.store import Added, NotPreservedError, Seen, Store
from probata.graph import CaseGraph
from probata.output import PlacingError
from probata.output.atomic import placing_error
from probata.output.lock import hold
from probata.output.together import Replaced
from probata.source.text_edits import CannotChangeError

Changes = Callable[[Sequence[Added]], list[Change]]
"""The changes of records, of what was added to the store; of nothing, as they would be."""


def write_copies(
    graph: CaseGraph, store: Store, files: Sequence[Seen], changes: Changes, at: str
) -> tuple[list[Replaced], list[Added]]:
    """Add files to the store, then write the records; return the files of records that changed, and what was added.

    Whether the records can be written is looked at before anything is added. Raises `CannotContinueError`.
    """
    try:
        with hold(store.folder):
            check_records(graph, changes(()))
            added = _added(store, files, at)
            made = changes(added)
            changed = _recorded(graph, made)
    except PlacingError as error:
        raise CannotContinueError(f"nothing was written: {error}", "correct that and try again") from None
    return changed, added


def check_records(graph: CaseGraph, changes: Sequence[Change]) -> None:
    """Raise `CannotContinueError` where the records could not be written, before anything is."""
    try:
        files = changed_files(graph, changes)
    except CannotChangeError as error:
        found = error.diagnostic
        raise CannotContinueError(f"{found.span}: {found.message}; nothing was written", found.help) from None
    for file in files:
        if (file.path.read_bytes() if file.path.exists() else None) != file.before:
            raise CannotContinueError(f"`{file.shown}` was changed in the meantime", "give the command again")


def _recorded(graph: CaseGraph, changes: Sequence[Change]) -> list[Replaced]:
    """Write the records; where the system refuses, the bytes are in the store already, which is no harm and is told."""
    try:
        return write_changes(graph, changes) if changes else []
    except CannotContinueError as error:
        reason = error.message.removeprefix("nothing was written: ")
        message = f"the bytes are in the store, and no record was written: {reason}"
        raise CannotContinueError(message, "correct that and give the same command again") from None


def _added(store: Store, files: Sequence[Seen], at: str) -> list[Added]:
    try:
        return store.add(files, at)
    except NotPreservedError as error:
        raise CannotContinueError(f"{error.message}; nothing was written", error.help) from None
    except OSError as error:
        raise placing_error(store.folder, error) from error
